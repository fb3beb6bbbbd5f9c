import { startOfDay } from './budget'
import type { Periods } from './limits'
import type { Sum, TotalRow } from './totals'

const WEEK_MS = 7 * 24 * 60 * 60_000

/** The Monday of that week in the user's time zone (ISO 8601), milliseconds since 1970. */
export function startOfWeek(at: number): number {
  const day = new Date(at)
  const sinceMonday = (day.getDay() + 6) % 7
  return new Date(day.getFullYear(), day.getMonth(), day.getDate() - sinceMonday).getTime()
}

/** When the week began, counted as the user counts days and months. */
export function weekBegan(periods: Periods | undefined, now: number): number {
  return periods === 'rolling' ? now - WEEK_MS : startOfWeek(now)
}

/** Midnight of the first of so many days that end with today, milliseconds since 1970. */
export function firstOfDays(count: number, now: number): number {
  const today = new Date(now)
  const day = today.getDate() - count + 1
  return new Date(today.getFullYear(), today.getMonth(), day).getTime()
}

/** What was spent on one day, micro-dollars. */
export interface DaySpending extends Sum {
  /** Midnight in the user's time zone, milliseconds since 1970. */
  start: number
}

/**
 * The last days with what was spent on each, oldest first, today last. Quarters of an hour begin at
 * every midnight, so that each belongs to one day; what a clock that was set back has put into the
 * future belongs to today.
 */
export function spendingByDay(
  quarters: Iterable<Pick<TotalRow, 'start' | keyof Sum>>,
  count: number,
  now: number,
): DaySpending[] {
  const days = new Map<number, DaySpending>()
  for (let left = count; left > 0; left--) {
    const start = firstOfDays(left, now)
    days.set(start, { start, settled: 0n, outstanding: 0n })
  }
  for (const { start, settled, outstanding } of quarters) {
    const day = days.get(startOfDay(Math.min(start, now)))
    if (!day) continue
    day.settled += settled
    day.outstanding += outstanding
  }
  return [...days.values()]
}

/** What was spent at one site, micro-dollars. */
export interface SiteSpending {
  site: string
  spent: bigint
}

/** The sites where most was spent, and what all others took together. Micro-dollars. */
export interface Shares {
  top: SiteSpending[]
  others: bigint
}

/** Shares of `total` at the sites where most was spent; whatever they do not explain is elsewhere. */
export function sharesOf(sites: readonly SiteSpending[], total: bigint, count: number): Shares {
  const top = sites
    .filter(({ spent }) => spent > 0n)
    .sort((a, b) => compare(b.spent, a.spent) || compare(a.site, b.site))
    .slice(0, count)
  const others = top.reduce((left, { spent }) => left - spent, total)
  return { top, others: others > 0n ? others : 0n }
}

function compare<T extends bigint | string>(a: T, b: T): number {
  return a < b ? -1 : a > b ? 1 : 0
}
