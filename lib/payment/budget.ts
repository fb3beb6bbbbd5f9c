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

/** An allowance that begins in the future was set by another clock: then everything counts. */
function allowanceBegan(total: Limits['total'], now: number): number {
  return total && total.since <= now ? total.since : 0
}

export type BudgetName =
  | 'day'
  | 'month'
  | 'total'
  | 'site_day'
  | 'site_month'
  | 'pair_day'
  | 'pair_month'

/** One amount that a stretch of time has to do with. Micro-dollars, milliseconds since 1970. */
export interface Budget {
  name: BudgetName
  limit: bigint
  since: number
  /** Counts what was spent on all sites, on one, or on one site to one payee. */
  of: 'all' | 'site' | 'pair'
}

/** A budget with what counts against it. */
export interface BudgetState extends Budget, Sum {}

/** The user's words on a site, and on one payee there. */
export interface Rules {
  siteRule?: SiteRule | undefined
  pairRule?: SiteRule | undefined
}

/** The budgets that a payment has to fit into now, all of them. */
export function budgetsFor(limits: Limits, { siteRule, pairRule }: Rules, now: number): Budget[] {
  const { perDay, perMonth, perSiteDay, total } = limits
  const day = dayBegan(limits.periods, now)
  const month = monthBegan(limits.periods, now)
  const site = siteRule?.mode === 'auto' ? siteRule : undefined
  const pair = pairRule?.mode === 'auto' ? pairRule : undefined
  const budgets: (Omit<Budget, 'limit'> & { limit: bigint | undefined })[] = [
    { name: 'day', limit: perDay, since: day, of: 'all' },
    { name: 'month', limit: perMonth, since: month, of: 'all' },
    { name: 'total', limit: total?.limit, since: allowanceBegan(total, now), of: 'all' },
    { name: 'site_day', limit: site?.perDay ?? perSiteDay, since: day, of: 'site' },
    { name: 'site_month', limit: site?.perMonth, since: month, of: 'site' },
    { name: 'pair_day', limit: pair?.perDay, since: day, of: 'pair' },
    { name: 'pair_month', limit: pair?.perMonth, since: month, of: 'pair' },
  ]
  return budgets.filter((budget): budget is Budget => budget.limit !== undefined)
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
