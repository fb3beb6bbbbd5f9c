import { i18n } from '#i18n'
import { sendCommand } from '../../lib/messages'
import { CredentialForm } from './credential-form'

interface Props {
  lockId: string
  onDone: () => void
  onCancel: () => void
}

/** The end of the passphrase, for who shows that a passkey opens the wallet as well. */
export function RemovePassphrase({ lockId, onDone, onCancel }: Props) {
  return (
    <CredentialForm
      action={i18n.t('security.removePassphrase')}
      byPasskey
      run={async (credential) => {
        await sendCommand('removeLock', { lockId, credential })
        onDone()
      }}
      onCancel={onCancel}
    >
      <p className="text-[0.9375rem]">{i18n.t('security.removePassphraseText')}</p>
    </CredentialForm>
  )
}
