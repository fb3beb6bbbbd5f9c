import { ChevronDown } from 'lucide-react'
import { i18n } from '#i18n'
import { NetworkName } from '../../../components/payment/network-name'
import { shortAddress } from '../../../components/payment/short-address'
import { hostOf } from '../../../components/payment/site'
import { StatusBadge } from '../../../components/payment/status-badge'
import { subjectOf } from '../../../components/payment/subject'
import { TransactionLink } from '../../../components/payment/transaction-link'
import { IconButton } from '../../../components/ui/icon-button'
import { networkWords } from '../../../components/words/network'
import { timeWords } from '../../../components/words/time'
import type { Payment } from '../../../lib/payment/payment'
import { formatMoney } from '../../../lib/words/money'
import { PLACE } from './columns'
import { PaymentDetails } from './payment-details'
import { LINE_BUTTON } from './use-current-line'

interface Props {
  payment: Payment
  open: boolean
  /** The one line that the Tab key goes to; the arrow keys go to the others. */
  current: boolean
  onFocus: () => void
  onToggle: () => void
}

/** The cells of one payment and, when opened, its details. */
export function PaymentRow({ payment, open, current, onFocus, onToggle }: Props) {
  const { terms, transaction } = payment
  const amount = formatMoney(terms.amount, terms)
  const payee = hostOf(payment.payeeOrigin)
  const detailsId = `details-${payment.id}`
  return (
    <>
      <td className={`${PLACE.time} truncate text-sm text-muted`}>
        {timeWords(payment.spentAt ?? payment.createdAt)}
        <span aria-hidden className="md:hidden">
          {` · ${networkWords(terms.networkId)}`}
        </span>
      </td>
      <td className={`${PLACE.site} min-w-0`}>
        <span className="block truncate font-medium" title={payee}>
          {payee}
        </span>
        <span className="block truncate text-sm text-muted">
          <bdi>{subjectOf(payment)}</bdi>
        </span>
      </td>
      <td className={`${PLACE.amount} font-semibold`}>{amount}</td>
      <td className={PLACE.network}>
        <NetworkName networkId={terms.networkId} />
      </td>
      <td className={PLACE.status}>
        <StatusBadge state={payment.state} />
      </td>
      <td className={`${PLACE.transaction} text-sm`}>
        {transaction && (
          <TransactionLink networkId={terms.networkId} transaction={transaction}>
            <span className="code whitespace-nowrap">{shortAddress(transaction)}</span>
          </TransactionLink>
        )}
      </td>
      <td className={PLACE.button}>
        <IconButton
          {...LINE_BUTTON}
          icon={ChevronDown}
          label={i18n.t('history.details', [amount, payee])}
          tabIndex={current ? 0 : -1}
          aria-expanded={open}
          aria-controls={open ? detailsId : undefined}
          className={open ? '[&>svg]:rotate-180' : ''}
          onFocus={onFocus}
          onClick={onToggle}
        />
      </td>
      {open && (
        <td id={detailsId} className={`${PLACE.whole} pt-2 pb-1`}>
          <PaymentDetails payment={payment} />
        </td>
      )}
    </>
  )
}
