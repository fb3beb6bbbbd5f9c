import { useState } from 'react'
import { i18n } from '#i18n'
import { sendCommand } from '../../lib/messages'
import { toProblemData } from '../../lib/problem'
import type { Credential } from '../../lib/vault-messages'
import { useNewPassphrase } from '../hooks/use-new-passphrase'
import { Toggle } from '../ui/toggle'
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
  const [tooLarge, setTooLarge] = useState(false)
  const [withoutHistory, setWithoutHistory] = useState(false)

  async function save(credential: Credential) {
    const given = { passphrase: typed.text, credential, withoutHistory }
    const text = await sendCommand('exportBackup', given).catch((problem) => {
      if (toProblemData(problem, 'not_allowed').code === 'backup_too_large') setTooLarge(true)
      throw problem
    })
    const name = backupName(new Date())
    saveFile(name, text)
    onSaved(name)
  }

  return (
    <CredentialForm
      action={i18n.t('backup.save')}
      check={typed.check}
      run={save}
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
      {tooLarge && (
        <Toggle
          label={i18n.t('backup.withoutHistory')}
          hint={i18n.t('backup.withoutHistoryHint')}
          checked={withoutHistory}
          onChange={setWithoutHistory}
        />
      )}
    </CredentialForm>
  )
}
