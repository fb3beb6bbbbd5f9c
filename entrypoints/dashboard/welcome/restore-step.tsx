import { i18n } from '#i18n'
import { RestoreForm } from '../../../components/accounts/restore-form'
import type { BackupReport } from '../../../lib/vault-messages'
import { StepFrame } from './step-frame'

interface Props {
  onBack: () => void
  onDone: (report: BackupReport) => void
}

/** A wallet from a backup file. */
export function RestoreStep({ onBack, onDone }: Props) {
  return (
    <StepFrame title={i18n.t('welcome.restoreTitle')}>
      <RestoreForm onDone={onDone} onCancel={onBack} />
    </StepFrame>
  )
}
