import { useLiveQuery } from 'dexie-react-hooks'
import { i18n } from '#i18n'
import { useLimits } from '../../../components/hooks/use-limits'
import { useMinute } from '../../../components/hooks/use-minute'
import { startOfDay } from '../../../lib/payment/budget'
import { periods, spentInOther } from '../../../lib/store/overview'
import { PeriodCard } from './period-card'
import { periodWords } from './period-words'

/** Today, this week, this month and the allowance, each against its limit. */
export function PeriodCards({ test }: { test: boolean }) {
  const minute = useMinute()
  const limits = useLimits()
  const spent = useLiveQuery(() => periods(test, minute), [test, minute])
  // Reads the payments of a month: once a day, and when there are new ones.
  const other = useLiveQuery(() => spentInOther(test, Date.now()), [test, startOfDay(minute)])
  if (!spent || !limits) return null
  return (
    <section aria-label={i18n.t('overview.spending')} className="mb-6">
      <dl className="grid gap-4 sm:auto-cols-fr sm:grid-cols-2 lg:grid-flow-col lg:grid-cols-none">
        {spent.map((period) => (
          <PeriodCard
            key={period.name}
            name={periodWords(period.name, limits.periods)}
            period={period}
            other={
              period.name === 'day' || period.name === 'month' ? (other?.[period.name] ?? []) : []
            }
            test={test}
          />
        ))}
      </dl>
    </section>
  )
}
