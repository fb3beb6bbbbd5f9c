import { useLiveQuery } from 'dexie-react-hooks'
import { i18n } from '#i18n'
import { LetterTile } from '../../../components/brand/letter-tile'
import { hostOf } from '../../../components/payment/site'
import { StatusBadge } from '../../../components/payment/status-badge'
import { subjectOf } from '../../../components/payment/subject'
import type { Payment } from '../../../lib/payment/payment'
import { history } from '../../../lib/store/queries'
import { formatMoney } from '../../../lib/words/money'

const SHOWN = 3

export function LastPayments() {
  const payments = useLiveQuery(() => history(SHOWN), [])
  if (!payments) return null
  return (
    <section aria-labelledby="last-payments">
      <h2 id="last-payments" className="ps-1 text-sm font-medium text-muted">
        {i18n.t('home.last')}
      </h2>
      {payments.length === 0 ? (
        <p className="mt-1 ps-1 text-sm text-muted">{i18n.t('home.none')}</p>
      ) : (
        <ul className="mt-1.5 space-y-2 px-1">
          {payments.map((payment) => (
            <LastPayment key={payment.id} payment={payment} />
          ))}
        </ul>
      )}
    </section>
  )
}

function LastPayment({ payment }: { payment: Payment }) {
  return (
    <li className="flex items-center gap-3">
      <LetterTile origin={payment.payeeOrigin} className="size-8 text-sm" />
      <div className="min-w-0 flex-1">
        <p className="truncate text-sm font-medium">{hostOf(payment.payeeOrigin)}</p>
        <p className="truncate text-xs text-muted">
          <bdi>{subjectOf(payment)}</bdi>
        </p>
      </div>
      <div className="flex flex-col items-end gap-0.5">
        <span className="text-sm font-semibold">
          {formatMoney(payment.terms.amount, payment.terms)}
        </span>
        <StatusBadge state={payment.state} />
      </div>
    </li>
  )
}
