import type { Day } from '../../../lib/payment/history/days'
import { PLACE } from './columns'
import { fullDayWords } from './day-words'
import { sumWords } from './money-words'

/** The line above the payments of a day: which day, and what was spent on it. */
export function DayRow({ day }: { day: Day }) {
  return (
    <td className={`${PLACE.whole} flex flex-wrap items-baseline justify-between gap-x-4`}>
      <span className="text-sm font-semibold">{fullDayWords(day.start)}</span>
      <span className="text-sm text-muted">{sumWords(day.sums)}</span>
    </td>
  )
}
