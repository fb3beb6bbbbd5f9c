import { useLiveQuery } from 'dexie-react-hooks'
import { i18n } from '#i18n'
import { dayWords, timeWords } from '../../../components/words/time'
import type { Payment } from '../../../lib/payment/payment'
import { boughtBefore } from '../../../lib/store/bought'
import { formatMoney } from '../../../lib/words/money'

/** When this was bought before, and for how much. */
export function BoughtBefore({ payment }: { payment: Payment }) {
  const before = useLiveQuery(() => boughtBefore(payment), [payment.id])
  const at = before?.spentAt
  return (
    <div className="mt-3 rounded-xl bg-wait-soft px-3.5 py-2.5 text-sm">
      <p className="font-medium text-wait">{i18n.t('popup.bought')}</p>
      <p className="mt-0.5 min-h-5">
        {before &&
          at !== undefined &&
          i18n.t('popup.boughtAt', [
            formatMoney(before.terms.amount, before.terms),
            dayWords(at),
            timeWords(at),
          ])}
      </p>
    </div>
  )
}
