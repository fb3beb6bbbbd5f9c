import { type FormEvent, useState } from 'react'
import { i18n } from '#i18n'
import { passphraseError } from '../accounts/credential-words'
import { Button } from '../ui/button'
import { PassphraseField } from '../ui/passphrase-field'

interface Props {
  /** No passkey stands above it. */
  isFirst: boolean
  /** Cannot be tried now. */
  busy: boolean
  isOpening: boolean
  problem: unknown
  passphrase: string
  onType: (passphrase: string) => void
  onUnlock: () => void
}

/** The passphrase, and Unlock. */
export function UnlockWithPassphrase(props: Props) {
  const { isFirst, busy, isOpening, problem, passphrase, onType, onUnlock } = props
  const [missing, setMissing] = useState(false)

  function submit(event: FormEvent) {
    event.preventDefault()
    if (busy) return
    setMissing(passphrase === '')
    if (passphrase !== '') onUnlock()
  }

  return (
    <form onSubmit={submit} className="flex flex-col gap-4">
      <PassphraseField
        label={i18n.t('lock.passphrase')}
        value={passphrase}
        autoFocus={isFirst}
        autoComplete="current-password"
        error={passphraseError(problem, missing)}
        onChange={(event) => {
          setMissing(false)
          onType(event.target.value)
        }}
      />
      <Button
        type="submit"
        look={isFirst ? 'primary' : 'secondary'}
        size="large"
        className="w-full"
        inert={busy}
      >
        {isOpening ? i18n.t('lock.unlocking') : i18n.t('lock.unlock')}
      </Button>
    </form>
  )
}
