import { useCommand } from '../../../components/hooks/use-command'
import type { PopupQueue } from '../../../components/payment/queue'
import { Button } from '../../../components/ui/button'
import { ProblemNote } from '../../../components/ui/problem-note'
import { sendCommand } from '../../../lib/messages'
import { EndButton } from './end-button'

interface Props {
  paymentId: string
  queue: PopupQueue
  /** What trying again is called. */
  label: string
}

/** Sends the same payload again, or lets the page have its own answer. */
export function RetryButtons({ paymentId, queue, label }: Props) {
  const retry = useCommand()
  // The page may wait with the same purchase; whether it still does is no concern of the user's.
  const letGo = () => void sendCommand('decline', { paymentId }).catch(() => undefined)
  return (
    <div className="flex flex-col gap-2">
      <ProblemNote problem={retry.problem} />
      <Button
        look="primary"
        className="w-full"
        inert={retry.busy}
        onClick={() => retry.run(() => sendCommand('retry', { paymentId }))}
      >
        {label}
      </Button>
      <EndButton paymentId={paymentId} queue={queue} onEnd={letGo} />
    </div>
  )
}
