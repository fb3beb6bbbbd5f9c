import { Check } from 'lucide-react'
import { i18n } from '#i18n'
import { useBalance } from '../../../components/hooks/use-balances'
import type { PopupQueue } from '../../../components/payment/queue'
import { StatusBadge } from '../../../components/payment/status-badge'
import { subjectOf } from '../../../components/payment/subject'
import { TransactionLink } from '../../../components/payment/transaction-link'
import { formatUsd, toMicroUsd } from '../../../lib/payment/money'
import type { Payment } from '../../../lib/payment/payment'
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
      <div className="flex items-center gap-3">
        <span className="flex size-11 items-center justify-center rounded-full bg-good-soft text-good">
          <Check aria-hidden className="size-6" strokeWidth={2.5} />
        </span>
        <span className="text-3xl font-semibold tracking-tight">{formatUsd(terms.microUsd)}</span>
        <span className="ml-auto">
          <StatusBadge state={payment.state} />
        </span>
      </div>
      <p className="mt-3 line-clamp-3 text-sm wrap-anywhere">
        <bdi>{subjectOf(payment)}</bdi>
      </p>
      <p className="mt-3 flex flex-wrap items-baseline justify-between gap-x-3 text-sm text-muted">
        {balance &&
          i18n.t('popup.balanceLeft', [formatUsd(toMicroUsd(balance.amount, terms.decimals))])}
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
