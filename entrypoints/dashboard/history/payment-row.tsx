import { ChevronDown } from 'lucide-react'
import { useId, useState } from 'react'
import { i18n } from '#i18n'
import { NetworkName } from '../../../components/payment/network-name'
import { shortAddress } from '../../../components/payment/short-address'
import { hostOf } from '../../../components/payment/site'
import { StatusBadge } from '../../../components/payment/status-badge'
import { subjectOf } from '../../../components/payment/subject'
import { TransactionLink } from '../../../components/payment/transaction-link'
import { IconButton } from '../../../components/ui/icon-button'
import { dayWords, timeWords } from '../../../components/words/time'
import { formatMoney } from '../../../lib/payment/money'
import type { Payment } from '../../../lib/payment/payment'
import { PaymentDetails } from './payment-details'

const CELL = 'px-3 py-3 align-middle first:pl-5'

/** One payment, and under it, when opened, its details. */
export function PaymentRow({ payment }: { payment: Payment }) {
  const [open, setOpen] = useState(false)
  const detailsId = useId()
  const { terms, transaction } = payment
  const amount = formatMoney(terms.amount, terms)
  const payee = hostOf(payment.payeeOrigin)
  return (
    <>
      <tr className="border-t border-line first:border-t-0">
        <td className={`${CELL} text-sm whitespace-nowrap`}>
          <span className="block">{dayWords(payment.createdAt)}</span>
          <span className="block text-muted">{timeWords(payment.createdAt)}</span>
        </td>
        <td className={`${CELL} max-w-64`}>
          <span className="block font-medium wrap-anywhere">{payee}</span>
          <span className="block truncate text-sm text-muted">
            <bdi>{subjectOf(payment)}</bdi>
          </span>
        </td>
        <td className={`${CELL} text-right font-semibold`}>{amount}</td>
        <td className={CELL}>
          <NetworkName networkId={terms.networkId} />
        </td>
        <td className={CELL}>
          <StatusBadge state={payment.state} />
        </td>
        <td className={`${CELL} text-sm`}>
          {transaction && (
            <TransactionLink networkId={terms.networkId} transaction={transaction}>
              <span className="code whitespace-nowrap">{shortAddress(transaction)}</span>
            </TransactionLink>
          )}
        </td>
        <td className="py-3 pr-3 text-right">
          <IconButton
            icon={ChevronDown}
            label={i18n.t('history.details', [amount, payee])}
            aria-expanded={open}
            aria-controls={open ? detailsId : undefined}
            className={open ? '[&>svg]:rotate-180' : ''}
            onClick={() => setOpen(!open)}
          />
        </td>
      </tr>
      {open && (
        <tr id={detailsId}>
          <td colSpan={7} className="px-5 pb-5">
            <PaymentDetails payment={payment} />
          </td>
        </tr>
      )}
    </>
  )
}
