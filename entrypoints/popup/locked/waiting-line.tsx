import { i18n } from '#i18n'
import { hostOf } from '../../../components/payment/site'
import type { Payment } from '../../../lib/payment/payment'
import { formatMoney } from '../../../lib/words/money'

/** `$0.05 to news.example waits and 2 more`, or nothing. */
export function WaitingLine({ waiting }: { waiting: readonly Payment[] }) {
  const [first] = waiting
  const more = waiting.length - 1
  return (
    <div role="status" className={first ? undefined : 'sr-only'}>
      {first && (
        <p className="rounded-xl bg-copper-soft px-3.5 py-2.5 text-sm font-medium wrap-anywhere">
          {i18n.t('lock.waitsOne', [
            formatMoney(first.terms.amount, first.terms),
            hostOf(first.payeeOrigin),
          ])}
          {more > 0 && ` ${i18n.t('lock.waitsMore', more)}`}
        </p>
      )}
    </div>
  )
}
