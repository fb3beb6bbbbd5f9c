import type { PopupQueue } from '../../components/payment/queue'
import { Card } from '../../components/ui/card'
import { Ask } from './ask/ask'
import { Headline } from './headline'
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
        <Headline payment={payment} kind={kind} />
        {kind === 'ask' && <Ask key={payment.id} payment={payment} queue={queue} />}
        {kind === 'paying' && <Paying payment={payment} />}
        {kind === 'paid' && (
          <Paid payment={payment} account={payment.authorization?.payer ?? account} queue={queue} />
        )}
        {kind === 'failed' && <Failed key={payment.id} payment={payment} queue={queue} />}
      </Card>
      <WaitingList waiting={queue.waiting} currentId={payment.id} />
    </>
  )
}
