import { i18n } from '#i18n'
import { useStanding } from '../../../components/hooks/use-budgets'
import { leftOf, spentOf } from '../../../lib/payment/budget'
import type { Payment } from '../../../lib/payment/payment'
import { formatUsd } from '../../../lib/words/money'

/** What this payment does to the day's budget; nothing while there is none, or a reason says it. */
export function BudgetLine({ payment }: { payment: Payment }) {
  const standing = useStanding(payment)
  const price = payment.terms.microUsd
  if (price === undefined || payment.reasons.some(({ code }) => code === 'over_day_limit')) {
    return null
  }
  // Takes its room at once: nothing moves under a finger when it is read.
  if (!standing) return <p className="min-h-5" />
  const day = standing.budgets.find(({ name }) => name === 'day')
  if (!standing.limits.autoApprove || !day) return null
  const spent = spentOf(day)
  const spentWords = i18n.t(
    standing.limits.periods === 'rolling' ? 'popup.spentRolling' : 'popup.spentToday',
    [formatUsd(spent), formatUsd(day.limit)],
  )
  const left = leftOf(day)
  return (
    <p className="min-h-5 text-sm text-muted">
      {spentWords}{' '}
      {price <= left
        ? i18n.t('popup.leftAfter', [formatUsd(left - price)])
        : i18n.t('popup.overAfter', [formatUsd(spent + price - day.limit)])}
    </p>
  )
}
