import { i18n } from '#i18n'
import { RestoreReport } from '../../../components/accounts/restore-report'
import { Button } from '../../../components/ui/button'
import type { BackupReport } from '../../../lib/vault-messages'
import { StepFrame } from './step-frame'

interface Props {
  report: BackupReport
  onNext: () => void
}

/** What came out of the backup file. */
export function RestoredStep({ report, onNext }: Props) {
  return (
    <StepFrame title={i18n.t('welcome.restoredTitle')}>
      <RestoreReport report={report} />
      <Button look="primary" size="large" onClick={onNext}>
        {i18n.t('common.continue')}
      </Button>
    </StepFrame>
  )
}
