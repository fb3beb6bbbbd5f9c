import { i18n } from '#i18n'
import { AddressFact } from '../../../components/payment/address-fact'
import { plainText } from '../../../components/payment/plain-text'
import { shortAddress } from '../../../components/payment/short-address'
import { hasAddress, hostOf } from '../../../components/payment/site'
import { TransactionLink } from '../../../components/payment/transaction-link'
import { Fact } from '../../../components/ui/fact'
import { momentWords } from '../../../components/words/time'
import type { Payment } from '../../../lib/payment/payment'
import { formatToken } from '../../../lib/words/money'
import { Disputes } from './disputes'
import { PaymentActions } from './payment-actions'
import { Trail } from './trail'

/** Everything on record about one payment. */
export function PaymentDetails({ payment }: { payment: Payment }) {
  const { terms, authorization, receipt, transaction } = payment
  return (
    <div className="grid gap-x-10 gap-y-4 rounded-xl bg-sunken px-5 py-4 md:grid-cols-2">
      <Disputes disputes={payment.disputes} />
      <Trail payment={payment} />
      <dl>
        <Fact name={i18n.t('detail.amount')}>{formatToken(terms.amount, terms)}</Fact>
        {payment.site !== payment.payeeOrigin && (
          <Fact name={i18n.t('detail.askedBy')}>{hostOf(payment.site)}</Fact>
        )}
        {payment.asker && (
          <Fact name={i18n.t('detail.frame')}>
            {hasAddress(payment.asker) ? hostOf(payment.asker) : i18n.t('detail.withoutAddress')}
          </Fact>
        )}
        {payment.approvedBy && (
          <Fact name={i18n.t('detail.approvedBy')}>
            {payment.approvedBy === 'user' ? i18n.t('detail.byUser') : i18n.t('detail.byLimits')}
          </Fact>
        )}
        <AddressFact name={i18n.t('detail.payTo')} address={terms.payTo} />
        {authorization && (
          <>
            <AddressFact name={i18n.t('detail.payer')} address={authorization.payer} />
            <Fact name={i18n.t('detail.authorizationEnds')}>
              {momentWords(authorization.validBefore * 1000)}
            </Fact>
          </>
        )}
        {transaction && (
          <Fact name={i18n.t('history.transaction')}>
            <TransactionLink networkId={terms.networkId} transaction={transaction}>
              <span className="code">{shortAddress(transaction)}</span>
            </TransactionLink>
          </Fact>
        )}
        {receipt?.errorReason && (
          <Fact name={i18n.t('detail.serverSays')}>
            <bdi className="wrap-anywhere">{plainText(receipt.errorReason)}</bdi>
          </Fact>
        )}
        <div className="py-1 text-sm">
          <dt className="text-muted">{i18n.t('detail.url')}</dt>
          <dd className="code mt-0.5 text-xs">{payment.request.url}</dd>
        </div>
      </dl>
      <PaymentActions payment={payment} />
    </div>
  )
}
