import { useState } from 'react'
import { i18n } from '#i18n'
import type { BackupReport } from '../../lib/vault-messages'
import { useRestore } from '../hooks/use-restore'
import { Toggle } from '../ui/toggle'
import { CredentialForm } from './credential-form'
import { RestoreFields } from './restore-fields'

interface Props {
  onDone: (report: BackupReport) => void
  onCancel: () => void
}

/** A backup into a wallet that is there. */
export function RestoreBeside({ onDone, onCancel }: Props) {
  const restore = useRestore()
  const [withRules, setWithRules] = useState(false)
  return (
    <CredentialForm
      action={i18n.t('backup.restoreButton')}
      check={restore.check}
      run={async (credential) => onDone(await restore.run({ credential, withRules }))}
      onCancel={onCancel}
    >
      <p className="text-[0.9375rem] text-muted">{i18n.t('backup.whatComes')}</p>
      <RestoreFields restore={restore} />
      <Toggle
        label={i18n.t('backup.withRules')}
        hint={i18n.t('backup.withRulesHint')}
        checked={withRules}
        onChange={setWithRules}
      />
    </CredentialForm>
  )
}
