import { countsAsSpent } from './lifecycle'
import type { Limits, Periods, SiteRule } from './limits'
import { toMicro } from './money'
import type { Currency } from './networks'
import type { Payment } from './payment'
import type { Sum } from './totals'

const DAY_MS = 24 * 60 * 60_000

/** Midnight of that day in the user's time zone, milliseconds since 1970. */
export function startOfDay(at: number): number {
  const day = new Date(at)
  return new Date(day.getFullYear(), day.getMonth(), day.getDate()).getTime()
}

/** The first midnight of that month in the user's time zone, milliseconds since 1970. */
export function startOfMonth(at: number): number {
  const day = new Date(at)
  return new Date(day.getFullYear(), day.getMonth(), 1).getTime()
}

/** When the day that a budget counts began. */
export function dayBegan(periods: Periods | undefined, now: number): number {
  return periods === 'rolling' ? now - DAY_MS : startOfDay(now)
}

/** When the month that a budget counts began. */
export function monthBegan(periods: Periods | undefined, now: number): number {
  return periods === 'rolling' ? now - 30 * DAY_MS : startOfMonth(now)
}

export type BudgetName = 'day' | 'month' | 'total' | 'site_day' | 'site_month'

/** One amount that a stretch of time has to do with. Micro-dollars, milliseconds since 1970. */
export interface Budget {
  name: BudgetName
  limit: bigint
  since: number
  /** Counts what was spent on one site, not on all. */
  ofSite: boolean
}

/** A budget with what counts against it. */
export interface BudgetState extends Budget, Sum {}

/** The budgets that a payment has to fit into now, all of them. */
export function budgetsFor(limits: Limits, rule: SiteRule | undefined, now: number): Budget[] {
  const day = dayBegan(limits.periods, now)
  const month = monthBegan(limits.periods, now)
  const own = rule?.mode === 'auto' ? rule : undefined
  const siteDay = own?.perDay ?? limits.perSiteDay
  const budgets: (Budget | false | undefined)[] = [
    { name: 'day', limit: limits.perDay, since: day, ofSite: false },
    limits.perMonth !== undefined && {
      name: 'month',
      limit: limits.perMonth,
      since: month,
      ofSite: false,
    },
    limits.total && {
      name: 'total',
      limit: limits.total.limit,
      since: limits.total.since,
      ofSite: false,
    },
    siteDay !== undefined && { name: 'site_day', limit: siteDay, since: day, ofSite: true },
    own?.perMonth !== undefined && {
      name: 'site_month',
      limit: own.perMonth,
      since: month,
      ofSite: true,
    },
  ]
  return budgets.filter((budget): budget is Budget => !!budget)
}

/** Spent or outstanding: what counts. */
export function spentOf({ settled, outstanding }: Sum): bigint {
  return settled + outstanding
}

/** What is left of a budget; nothing below zero. */
export function leftOf({ limit, ...sum }: Sum & Pick<Budget, 'limit'>): bigint {
  const spent = spentOf(sum)
  return spent < limit ? limit - spent : 0n
}

type Spending = Pick<Payment, 'state' | 'terms'>

/** Money of another currency than the dollar, in millionths of it. */
export interface OtherMoney {
  currency: Currency
  micro: bigint
}

/** Spent or outstanding in each currency but the dollar; rounded up. */
export function spentElsewhere(payments: Iterable<Spending>, testnet: boolean): OtherMoney[] {
  const sums = new Map<Currency, bigint>()
  for (const { state, terms } of payments) {
    const { currency, amount, decimals } = terms
    if (terms.testnet !== testnet || currency === 'USD' || !countsAsSpent(state)) continue
    sums.set(currency, (sums.get(currency) ?? 0n) + toMicro(amount, decimals))
  }
  return [...sums].map(([currency, micro]) => ({ currency, micro }))
}
