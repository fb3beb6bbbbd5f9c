import { useState } from 'react'
import { i18n } from '#i18n'
import { sendCommand } from '../../lib/messages'
import { CredentialProblem } from '../accounts/credential-problem'
import { useCommand } from '../hooks/use-command'
import { useLocks, usePasskeysWork } from '../hooks/use-locks'
import { useWait } from '../hooks/use-wait'
import { askPasskey } from './passkey'
import { UnlockWithPasskey } from './unlock-with-passkey'
import { UnlockWithPassphrase } from './unlock-with-passphrase'

interface Given {
  prf: string
}

interface Props {
  /** Has the passkey asked for here; gives nothing where it is asked for elsewhere. */
  ask?: (here: () => Promise<Given>) => Promise<Given | undefined>
}

/** What opens this wallet, passkey, passphrase or both. What comes after is the store's to tell. */
export function UnlockForm({ ask = (here) => here() }: Props) {
  const locks = useLocks()
  const passkeysWork = usePasskeysWork()
  const unlock = useCommand()
  const wait = useWait(unlock.problem)
  const [passphrase, setPassphrase] = useState('')
  if (!locks || passkeysWork === undefined) return null

  const busy = unlock.busy || wait > 0
  const passkeys = locks.passkeys.map(({ parameters }) => parameters)
  const withPasskey = passkeys.length > 0 && (passkeysWork || !locks.passphrase)
  const openByPasskey = () =>
    unlock.run(async () => {
      const given = await ask(() => askPasskey(passkeys))
      if (given) await sendCommand('unlockWithPasskey', given)
    })

  return (
    <div className="flex flex-col gap-4">
      {withPasskey && <UnlockWithPasskey busy={busy} onUnlock={openByPasskey} />}
      {withPasskey && locks.passphrase && (
        <p className="text-center text-sm text-muted">{i18n.t('unlock.or')}</p>
      )}
      {locks.passphrase && (
        <UnlockWithPassphrase
          isFirst={!withPasskey}
          busy={busy}
          isOpening={unlock.busy}
          problem={unlock.problem}
          passphrase={passphrase}
          onType={(typed) => {
            setPassphrase(typed)
            if (wait === 0) unlock.clear()
          }}
          onUnlock={() => unlock.run(() => sendCommand('unlock', { passphrase }))}
        />
      )}
      {unlock.problem !== undefined && <CredentialProblem problem={unlock.problem} wait={wait} />}
    </div>
  )
}
