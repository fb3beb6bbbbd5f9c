import { i18n } from '#i18n'
import type { BackupReport } from '../../lib/vault-messages'

/** What a backup has brought. */
export function RestoreReport({ report: { accounts, payments } }: { report: BackupReport }) {
  return (
    <div>
      <p className="font-medium text-good">{i18n.t('backup.done')}</p>
      {accounts > 0 && <p>{i18n.t('backup.newAccounts', accounts)}</p>}
      {payments > 0 && <p>{i18n.t('backup.newPayments', payments)}</p>}
      {accounts + payments === 0 && <p>{i18n.t('backup.nothingNew')}</p>}
    </div>
  )
}
