import { i18n } from '#i18n'
import { useBalance } from '../../../components/hooks/use-balances'
import type { PopupQueue } from '../../../components/payment/queue'
import { endedAt } from '../../../components/payment/status'
import { StatusBadge } from '../../../components/payment/status-badge'
import { Subject } from '../../../components/payment/subject-line'
import { TransactionLink } from '../../../components/payment/transaction-link'
import { momentWords } from '../../../components/words/time'
import type { Payment } from '../../../lib/payment/payment'
import { formatMoney } from '../../../lib/words/money'
import { EndButton } from './end-button'

interface Props {
  payment: Payment
  account: string
  queue: PopupQueue
}

/** The receipt. */
export function Paid({ payment, account, queue }: Props) {
  const { terms, transaction } = payment
  const balance = useBalance(account, terms.networkId, terms.asset)
  return (
    <div className="px-5 pt-4 pb-5">
      <Subject payment={payment} />
      <p className="mt-3 flex flex-wrap items-center gap-2 text-sm text-muted">
        <StatusBadge state={payment.state} />
        {payment.approvedBy === 'limits' &&
          i18n.t('popup.byLimits', [momentWords(endedAt(payment))])}
      </p>
      <p className="mt-3 flex flex-wrap items-baseline justify-between gap-x-3 text-sm text-muted">
        {balance && i18n.t('popup.balanceLeft', [formatMoney(balance.amount, terms)])}
        {transaction && (
          <TransactionLink networkId={terms.networkId} transaction={transaction}>
            {i18n.t('popup.viewTransaction')}
          </TransactionLink>
        )}
      </p>
      <div className="mt-4">
        <EndButton paymentId={payment.id} queue={queue} />
      </div>
    </div>
  )
}
