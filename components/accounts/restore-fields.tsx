import { i18n } from '#i18n'
import type { Restore } from '../hooks/use-restore'
import { PassphraseField } from '../ui/passphrase-field'
import { FileField } from './file-field'

/** Which file, and what opens it. */
export function RestoreFields({ restore }: { restore: Restore }) {
  const { file, passphrase, noFile, fault } = restore
  return (
    <>
      <FileField
        file={file}
        error={noFile ? i18n.t('backup.fileMissing') : undefined}
        onChange={restore.setFile}
      />
      <PassphraseField
        label={i18n.t('backup.openPassphrase')}
        value={passphrase}
        error={fault && i18n.t(FAULT[fault])}
        onChange={(event) => restore.setPassphrase(event.target.value)}
      />
    </>
  )
}

const FAULT = {
  missing: 'backup.openPassphraseMissing',
  wrong: 'backup.openPassphraseWrong',
} as const
