import { i18n } from '#i18n'
import { CARD } from '../../../components/ui/card'
import type { Payment } from '../../../lib/payment/payment'
import { PaymentRow } from './payment-row'

const HEAD = 'px-3 py-3 text-left text-sm font-medium text-muted first:pl-5'

export function PaymentTable({ payments }: { payments: readonly Payment[] }) {
  return (
    <section aria-label={i18n.t('history.table')} className={`${CARD} overflow-x-auto`}>
      <table className="w-full border-collapse text-[0.9375rem]">
        <thead>
          <tr className="border-b border-line">
            <th scope="col" className={HEAD}>
              {i18n.t('history.time')}
            </th>
            <th scope="col" className={HEAD}>
              {i18n.t('history.site')}
            </th>
            <th scope="col" className={`${HEAD} text-right`}>
              {i18n.t('history.amount')}
            </th>
            <th scope="col" className={HEAD}>
              {i18n.t('history.network')}
            </th>
            <th scope="col" className={HEAD}>
              {i18n.t('history.status')}
            </th>
            <th scope="col" className={HEAD}>
              {i18n.t('history.transaction')}
            </th>
            <td />
          </tr>
        </thead>
        <tbody>
          {payments.map((payment) => (
            <PaymentRow key={payment.id} payment={payment} />
          ))}
        </tbody>
      </table>
    </section>
  )
}
