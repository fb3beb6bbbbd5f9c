import { i18n } from '#i18n'
import { useOtherWallet } from '../../../components/hooks/use-payer'
import type { PopupQueue } from '../../../components/payment/queue'
import { Subject } from '../../../components/payment/subject-line'
import { problemWords } from '../../../components/words/problem'
import { momentWords } from '../../../components/words/time'
import type { Payment } from '../../../lib/payment/payment'
import { isReusable, isSignable, retryUntil } from '../../../lib/payment/retry'
import { formatMoney } from '../../../lib/words/money'
import { EndButton } from './end-button'
import { RetryButtons } from './retry-buttons'
import { TimeLeft } from './time-left'
import { useSecondsLeft } from './use-seconds-left'

/** What went wrong, where the money is, and what can be done. */
export function Failed({ payment, queue }: { payment: Payment; queue: PopupQueue }) {
  const words = payment.problem && problemWords(payment.problem)
  const other = useOtherWallet(payment.authorization?.payer)
  // Only the other wallet that was asked can be asked again.
  const unsigned = isSignable(payment, Date.now()) ? other : undefined
  const canRetry = isReusable(payment, Date.now()) || unsigned !== undefined
  // What is proven spent is sent again for as long as the server may still deliver.
  const until = canRetry && !payment.provenSpent ? retryUntil(payment) : undefined
  const secondsLeft = useSecondsLeft(until)
  return (
    <div className="flex flex-col gap-4 px-5 pt-4 pb-5 text-sm">
      <Subject payment={payment} />
      <div className="space-y-1 rounded-xl bg-sunken px-3.5 py-3">
        {words && <p className="font-medium">{words.title}</p>}
        <p>
          {(unsigned && setAside(payment, unsigned)) ??
            whereTheMoneyIs(payment, canRetry) ??
            words?.advice}
        </p>
      </div>
      {secondsLeft !== undefined && <TimeLeft seconds={secondsLeft} />}
      {canRetry ? (
        <RetryButtons
          paymentId={payment.id}
          queue={queue}
          label={unsigned ? i18n.t('external.askAgain', [unsigned]) : i18n.t('popup.retrySame')}
        />
      ) : (
        <EndButton paymentId={payment.id} queue={queue} />
      )}
    </div>
  )
}

function setAside({ terms, authorization }: Payment, other: string): string {
  const until = momentWords((authorization?.validBefore ?? 0) * 1000)
  return i18n.t('external.setAside', [formatMoney(terms.amount, terms), until, other])
}

function whereTheMoneyIs({ state }: Payment, canRetry: boolean): string | undefined {
  if (state === 'unknown') return i18n.t('popup.unknownText')
  if (state !== 'undelivered') return undefined
  return canRetry ? i18n.t('popup.undeliveredText') : i18n.t('popup.undeliveredEnd')
}
