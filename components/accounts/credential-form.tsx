import { type FormEvent, type ReactNode, useState } from 'react'
import { i18n } from '#i18n'
import type { Credential } from '../../lib/vault-messages'
import { useCommand } from '../hooks/use-command'
import { useLocks, usePasskeysWork } from '../hooks/use-locks'
import { useWait } from '../hooks/use-wait'
import { PassphraseField } from '../ui/passphrase-field'
import { askPasskey } from '../wallet/passkey'
import { CredentialButtons } from './credential-buttons'
import { CredentialProblem } from './credential-problem'
import { passphraseError } from './credential-words'

interface Props {
  /** What the button does. */
  action: string
  /** Does it. What it rejects with is said here; it may be called again then. */
  run: (credential: Credential) => Promise<unknown>
  /** Looks at the fields above, and says itself what is wrong with them. */
  check?: () => boolean
  onCancel: () => void
  /** What the way back is called, where it is not `Cancel`. */
  cancel?: string
  /** Takes the focus, where it comes after something else. */
  autoFocus?: boolean
  /** Only a passkey will do. */
  byPasskey?: boolean
  /** Name of the field, where `Your passphrase` would not be clear. */
  label?: string
  /** Fields of the same form that come first. */
  children?: ReactNode
}

/** Asks for the passphrase or the passkey, whichever opens this wallet, and does something with it. */
export function CredentialForm(props: Props) {
  const { action, run, check, onCancel, cancel, autoFocus = false, label, children } = props
  const { byPasskey = false } = props
  const locks = useLocks()
  const passkeysWork = usePasskeysWork()
  const command = useCommand()
  const wait = useWait(command.problem)
  const [passphrase, setPassphrase] = useState('')
  const [missing, setMissing] = useState(false)
  if (!locks || passkeysWork === undefined) return null
  const byPassphrase = locks.passphrase && !byPasskey

  async function go(credential: () => Promise<Credential>) {
    if (wait > 0 || check?.() === false) return
    await command.run(async () => run(await credential()))
  }

  function askForPasskey(): Promise<Credential> {
    return askPasskey((locks?.passkeys ?? []).map(({ parameters }) => parameters))
  }

  function submit(event: FormEvent) {
    event.preventDefault()
    if (!byPassphrase) return void go(askForPasskey)
    setMissing(passphrase === '')
    if (passphrase === '') check?.()
    else void go(async () => ({ passphrase }))
  }

  const withPasskey = passkeysWork && locks.passkeys.length > 0
  return (
    <form onSubmit={submit} className="flex flex-col gap-4">
      {children}
      {byPassphrase ? (
        <PassphraseField
          label={label ?? i18n.t('accounts.passphrase')}
          value={passphrase}
          autoFocus={autoFocus}
          autoComplete="current-password"
          error={passphraseError(command.problem, missing)}
          onChange={(event) => {
            setPassphrase(event.target.value)
            setMissing(false)
            if (wait === 0) command.clear()
          }}
        />
      ) : (
        <p className="text-sm text-muted">{i18n.t('accounts.withPasskey')}</p>
      )}
      <CredentialProblem problem={command.problem} wait={wait} />
      <CredentialButtons
        action={action}
        busy={command.busy || wait > 0}
        onPasskey={withPasskey && byPassphrase ? () => void go(askForPasskey) : undefined}
        cancel={cancel ?? i18n.t('accounts.cancel')}
        onCancel={onCancel}
      />
    </form>
  )
}
