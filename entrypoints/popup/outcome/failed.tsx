import { i18n } from '#i18n'
import { useCommand } from '../../../components/hooks/use-command'
import type { PopupQueue } from '../../../components/payment/queue'
import { canRetry } from '../../../components/payment/status'
import { Subject } from '../../../components/payment/subject-line'
import { Button } from '../../../components/ui/button'
import { ProblemNote } from '../../../components/ui/problem-note'
import { problemWords } from '../../../components/words/problem'
import { sendCommand } from '../../../lib/messages'
import type { Payment } from '../../../lib/payment/payment'
import { EndButton } from './end-button'

/** What went wrong, where the money is, and what can be done. */
export function Failed({ payment, queue }: { payment: Payment; queue: PopupQueue }) {
  const retry = useCommand()
  const words = payment.problem && problemWords(payment.problem)
  return (
    <div className="px-5 pt-4 pb-5 text-sm">
      <Subject payment={payment} />
      <div className="mt-4 space-y-1 rounded-xl bg-sunken px-3.5 py-3">
        {words && <p className="font-medium">{words.title}</p>}
        <p>{payment.state === 'unknown' ? i18n.t('popup.unknownText') : words?.advice}</p>
      </div>
      <div className="mt-4 flex flex-col gap-2">
        <ProblemNote problem={retry.problem} />
        {canRetry(payment, Date.now()) && (
          <Button
            look="primary"
            className="w-full"
            inert={retry.busy}
            onClick={() => retry.run(() => sendCommand('retry', { paymentId: payment.id }))}
          >
            {i18n.t('popup.retrySame')}
          </Button>
        )}
        <EndButton paymentId={payment.id} queue={queue} />
      </div>
    </div>
  )
}
