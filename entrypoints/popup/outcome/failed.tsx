import { i18n } from '#i18n'
import type { PopupQueue } from '../../../components/payment/queue'
import { Subject } from '../../../components/payment/subject-line'
import { problemWords } from '../../../components/words/problem'
import type { Payment } from '../../../lib/payment/payment'
import { isReusable } from '../../../lib/payment/retry'
import { EndButton } from './end-button'
import { RetryButtons } from './retry-buttons'

/** What went wrong, where the money is, and what can be done. */
export function Failed({ payment, queue }: { payment: Payment; queue: PopupQueue }) {
  const words = payment.problem && problemWords(payment.problem)
  const canRetry = isReusable(payment, Date.now())
  return (
    <div className="flex flex-col gap-4 px-5 pt-4 pb-5 text-sm">
      <Subject payment={payment} />
      <div className="space-y-1 rounded-xl bg-sunken px-3.5 py-3">
        {words && <p className="font-medium">{words.title}</p>}
        <p>{whereTheMoneyIs(payment, canRetry) ?? words?.advice}</p>
      </div>
      {canRetry ? (
        <RetryButtons paymentId={payment.id} queue={queue} />
      ) : (
        <EndButton paymentId={payment.id} queue={queue} />
      )}
    </div>
  )
}

function whereTheMoneyIs({ state }: Payment, canRetry: boolean): string | undefined {
  if (state === 'unknown') return i18n.t('popup.unknownText')
  if (state !== 'undelivered') return undefined
  return canRetry ? i18n.t('popup.undeliveredText') : i18n.t('popup.undeliveredEnd')
}
