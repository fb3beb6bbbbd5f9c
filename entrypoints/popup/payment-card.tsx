import { i18n } from '#i18n'
import { LetterTile } from '../../components/brand/letter-tile'
import type { CardKind, PopupQueue } from '../../components/payment/queue'
import { hostOf } from '../../components/payment/site'
import { Card } from '../../components/ui/card'
import { formatUsd } from '../../lib/payment/money'
import type { Payment } from '../../lib/payment/payment'
import { Ask } from './ask/ask'
import { Failed } from './outcome/failed'
import { Paid } from './outcome/paid'
import { Paying } from './outcome/paying'
import { QueueNav } from './queue-nav'
import { WaitingList } from './waiting-list'

interface Props {
  queue: PopupQueue
  shown: NonNullable<PopupQueue['shown']>
  account: `0x${string}`
}

/** One payment, from the question to the receipt, and what else waits. */
export function PaymentCard({ queue, shown, account }: Props) {
  const { payment, kind } = shown
  return (
    <>
      {kind === 'ask' && queue.waiting.length > 1 && (
        <QueueNav waiting={queue.waiting} currentId={payment.id} />
      )}
      <Card className="overflow-hidden">
        <div role="status" className="flex items-center gap-3 px-5 pt-5">
          <LetterTile origin={kind === 'ask' ? payment.site : payment.payeeOrigin} />
          <h1 className="min-w-0 font-medium wrap-anywhere">{headline(payment, kind)}</h1>
        </div>
        {kind === 'ask' && (
          <Ask key={payment.id} payment={payment} account={account} queue={queue} />
        )}
        {kind === 'paying' && <Paying payment={payment} />}
        {kind === 'paid' && <Paid payment={payment} account={account} queue={queue} />}
        {kind === 'failed' && <Failed key={payment.id} payment={payment} queue={queue} />}
      </Card>
      <WaitingList waiting={queue.waiting} currentId={payment.id} />
    </>
  )
}

/** One line that says where the payment stands; announced when it changes. */
function headline(payment: Payment, kind: CardKind): string {
  const amount = formatUsd(payment.terms.microUsd)
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
      if (payment.state === 'undelivered') return i18n.t('popup.undelivered')
      if (payment.state === 'unknown') return i18n.t('popup.checking', [amount, payee])
      return i18n.t('popup.notPaid')
  }
}
