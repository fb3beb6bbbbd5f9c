import { useLiveQuery } from 'dexie-react-hooks'
import { i18n } from '#i18n'
import { kindOf } from '../../../components/payment/queue'
import { db } from '../../../lib/store/db'
import { useView } from '../view'

/** How far what was approved together is. */
export function BulkNote() {
  const bulk = useView((view) => view.bulk)
  const paid = useLiveQuery(async () => {
    const payments = await db.payments.bulkGet(bulk?.paymentIds ?? [])
    return payments.filter((payment) => payment && kindOf(payment) === 'paid').length
  }, [bulk])
  return (
    <p role="status" className={bulk ? 'mb-3 px-1 text-sm font-medium' : 'sr-only'}>
      {bulk && i18n.t('popup.bulk', [bulk.total, paid ?? 0, bulk.paymentIds.length])}
    </p>
  )
}
