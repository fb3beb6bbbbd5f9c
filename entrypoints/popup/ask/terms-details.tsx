import { i18n } from '#i18n'
import { AddressFact } from '../../../components/payment/address-fact'
import { Disclosure } from '../../../components/ui/disclosure'
import { Fact } from '../../../components/ui/fact'
import { networkWords } from '../../../components/words/network'
import { validityWords } from '../../../components/words/validity'
import type { Payment } from '../../../lib/payment/payment'
import { formatToken } from '../../../lib/words/money'

/** The terms in full. */
export function TermsDetails({ payment }: { payment: Payment }) {
  const { terms, request } = payment
  return (
    <Disclosure title={i18n.t('popup.details')}>
      <dl>
        <Fact name={i18n.t('detail.amount')}>{formatToken(terms.amount, terms)}</Fact>
        <Fact name={i18n.t('detail.network')}>{networkWords(terms.networkId)}</Fact>
        <AddressFact name={i18n.t('detail.payTo')} address={terms.payTo} />
        <AddressFact name={i18n.t('detail.token')} address={terms.asset} />
        <Fact name={i18n.t('detail.valid')}>{validityWords(terms.maxTimeoutSeconds)}</Fact>
        <div className="py-1 text-sm">
          <dt className="text-muted">{i18n.t('detail.url')}</dt>
          <dd className="code mt-0.5 line-clamp-4 text-xs" title={request.url}>
            {request.url}
          </dd>
        </div>
      </dl>
    </Disclosure>
  )
}
