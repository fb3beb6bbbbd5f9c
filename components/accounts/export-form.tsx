import { i18n } from '#i18n'
import { sendCommand } from '../../lib/messages'
import { useNewPassphrase } from '../hooks/use-new-passphrase'
import { backupName } from './backup-name'
import { CredentialForm } from './credential-form'
import { NewPassphraseFields } from './new-passphrase-fields'
import { saveFile } from './save-file'

interface Props {
  onSaved: (name: string) => void
  onCancel: () => void
}

/** The whole wallet as a file, under a passphrase of its own. */
export function ExportForm({ onSaved, onCancel }: Props) {
  const typed = useNewPassphrase()
  return (
    <CredentialForm
      action={i18n.t('backup.save')}
      check={typed.check}
      run={async (credential) => {
        const text = await sendCommand('exportBackup', { passphrase: typed.text, credential })
        const name = backupName(new Date())
        saveFile(name, text)
        onSaved(name)
      }}
      onCancel={onCancel}
    >
      <p className="rounded-xl bg-wait-soft px-4 py-3 text-[0.9375rem]">
        {i18n.t('backup.exportText')}
      </p>
      <NewPassphraseFields
        label={i18n.t('backup.filePassphrase')}
        labelAgain={i18n.t('backup.filePassphraseAgain')}
        typed={typed}
      />
    </CredentialForm>
  )
}
