import { Check, CircleAlert, Hourglass } from 'lucide-react'
import { i18n } from '#i18n'
import { LetterTile } from '../../components/brand/letter-tile'
import type { CardKind } from '../../components/payment/queue'
import { hostOf } from '../../components/payment/site'
import type { Payment } from '../../lib/payment/payment'
import { formatMoney } from '../../lib/words/money'

/** One line that says where the payment stands; announced when it changes. */
export function Headline({ payment, kind }: { payment: Payment; kind: CardKind }) {
  return (
    <div role="status" className="flex items-center gap-3 px-5 pt-5">
      <Sign payment={payment} kind={kind} />
      <h1 className="min-w-0 font-medium wrap-anywhere">{words(payment, kind)}</h1>
    </div>
  )
}

const SIGN = 'flex size-11 shrink-0 items-center justify-center rounded-full'

function Sign({ payment, kind }: { payment: Payment; kind: CardKind }) {
  switch (kind) {
    case 'ask':
      return <LetterTile origin={payment.site} />
    case 'paying':
      return <LetterTile origin={payment.payeeOrigin} />
    case 'paid':
      return (
        <span className={`${SIGN} bg-good-soft text-good`}>
          <Check aria-hidden className="size-6" strokeWidth={2.5} />
        </span>
      )
    case 'failed':
      return (
        <span className={`${SIGN} bg-wait-soft text-wait`}>
          {payment.state === 'unknown' ? <Hourglass aria-hidden /> : <CircleAlert aria-hidden />}
        </span>
      )
  }
}

function words(payment: Payment, kind: CardKind): string {
  const amount = formatMoney(payment.terms.amount, payment.terms)
  const payee = hostOf(payment.payeeOrigin)
  const site = hostOf(payment.site)
  switch (kind) {
    case 'ask':
      return payment.site === payment.payeeOrigin
        ? i18n.t('popup.asks', [site])
        : i18n.t('popup.asksForOther', [site, payee])
    case 'paying':
      return i18n.t('popup.paying', [amount, payee])
    case 'paid':
      return i18n.t('popup.paid', [amount, payee])
    case 'failed':
      if (payment.state === 'undelivered') return i18n.t('popup.undelivered', [amount, payee])
      if (payment.state === 'unknown') return i18n.t('popup.checking', [amount, payee])
      return i18n.t('popup.notPaid', [amount, payee])
  }
}
