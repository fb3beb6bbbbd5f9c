import type { PopupQueue } from '../../components/payment/queue'
import { Card } from '../../components/ui/card'
import { Ask } from './ask/ask'
import { Headline } from './headline'
import { Failed } from './outcome/failed'
import { Paid } from './outcome/paid'
import { Paying } from './outcome/paying'
import { WaitingList } from './queue/waiting-list'
import { QueueNav } from './queue-nav'
import { RememberedToast } from './remember/remembered-toast'

interface Props {
  queue: PopupQueue
  shown: NonNullable<PopupQueue['shown']>
  account: `0x${string}`
  /** Tab that the popup stands over. */
  tabId: number | undefined
}

/** One payment, from the question to the receipt, and what else waits. */
export function PaymentCard({ queue, shown, account, tabId }: Props) {
  const { payment, kind } = shown
  return (
    <>
      <Card className="overflow-hidden">
        <Headline payment={payment} kind={kind} />
        {kind === 'ask' && <Ask key={payment.id} payment={payment} queue={queue} />}
        {kind === 'paying' && <Paying payment={payment} />}
        {kind === 'paid' && (
          <Paid payment={payment} account={payment.authorization?.payer ?? account} queue={queue} />
        )}
        {kind === 'failed' && <Failed key={payment.id} payment={payment} queue={queue} />}
      </Card>
      {/* Below the card: what joins the queue moves nothing that can be clicked. */}
      {kind === 'ask' && queue.waiting.length > 1 && (
        <QueueNav waiting={queue.waiting} currentId={payment.id} />
      )}
      {kind !== 'ask' && <RememberedToast className="mt-3" />}
      <WaitingList waiting={queue.waiting} currentId={payment.id} tabId={tabId} />
    </>
  )
}
