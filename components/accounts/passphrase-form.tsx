import { i18n } from '#i18n'
import { sendCommand } from '../../lib/messages'
import { useNewPassphrase } from '../hooks/use-new-passphrase'
import { CredentialForm } from './credential-form'
import { NewPassphraseFields } from './new-passphrase-fields'

interface Props {
  /** What the button does: set or change. */
  action: string
  onDone: () => void
  onCancel: () => void
}

/** Another passphrase, or the first one. */
export function PassphraseForm({ action, onDone, onCancel }: Props) {
  const typed = useNewPassphrase()
  return (
    <CredentialForm
      action={action}
      label={i18n.t('security.current')}
      check={typed.check}
      run={async (credential) => {
        await sendCommand('changePassphrase', { credential, passphrase: typed.text })
        onDone()
      }}
      onCancel={onCancel}
    >
      <NewPassphraseFields
        label={i18n.t('security.newPassphrase')}
        labelAgain={i18n.t('security.newPassphraseAgain')}
        typed={typed}
      />
    </CredentialForm>
  )
}
