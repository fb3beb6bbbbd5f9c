import { type FormEvent, useState } from 'react'
import { i18n } from '#i18n'
import { sendCommand } from '../../lib/messages'
import { useCommand } from '../hooks/use-command'
import { Button } from '../ui/button'
import { PassphraseField } from '../ui/passphrase-field'
import { problemWords } from '../words/problem'

/** The passphrase, and Unlock. What comes after is the store's to tell. */
export function UnlockForm() {
  const [passphrase, setPassphrase] = useState('')
  const unlock = useCommand()

  async function submit(event: FormEvent) {
    event.preventDefault()
    if (passphrase === '') return
    await unlock.run(() => sendCommand('unlock', { passphrase }))
  }

  return (
    <form onSubmit={submit} className="flex flex-col gap-4">
      <PassphraseField
        label={i18n.t('lock.passphrase')}
        value={passphrase}
        autoFocus
        autoComplete="current-password"
        error={unlock.problem === undefined ? undefined : problemWords(unlock.problem).title}
        onChange={(event) => {
          setPassphrase(event.target.value)
          unlock.clear()
        }}
      />
      <Button type="submit" look="primary" size="large" className="w-full" inert={unlock.busy}>
        {unlock.busy ? i18n.t('lock.unlocking') : i18n.t('lock.unlock')}
      </Button>
    </form>
  )
}
