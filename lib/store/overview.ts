import { dayBegan, monthBegan, type OtherMoney, spentElsewhere, spentOf } from '../payment/budget'
import {
  type DaySpending,
  firstOfDays,
  type Shares,
  sharesOf,
  spendingByDay,
  weekBegan,
} from '../payment/overview'
import { addUp, type Sum, scopeOf } from '../payment/totals'
import { db } from './db'
import { quarters } from './quarters'
import { getLimits } from './settings'
import { sumSince } from './totals'

/** Days that the overview looks back, today included. */
export const OVERVIEW_DAYS = 30
/** Sites that are named; all others are one line. */
const TOP_SITES = 8

/** What was spent in a stretch of time, micro-dollars, and its limit where there is one. */
export interface Period extends Sum {
  name: 'day' | 'week' | 'month' | 'total'
  limit?: bigint
  /** Milliseconds since 1970. */
  since: number
}

/** Today, this week, this month, and the allowance where there is one, as the user counts them. */
export async function periods(testnet: boolean, now: number): Promise<Period[]> {
  const { perDay, perMonth, total, periods } = await getLimits()
  const wanted: Pick<Period, 'name' | 'since' | 'limit'>[] = [
    { name: 'day', since: dayBegan(periods, now), ...(perDay > 0n && { limit: perDay }) },
    { name: 'week', since: weekBegan(periods, now) },
    {
      name: 'month',
      since: monthBegan(periods, now),
      ...(perMonth !== undefined && { limit: perMonth }),
    },
    ...(total ? [{ name: 'total', ...total } as const] : []),
  ]
  return Promise.all(
    wanted.map(async (period) => ({
      ...period,
      ...(await sumSince(scopeOf(testnet), period.since)),
    })),
  )
}

/** The last days with what was spent on each; see `spendingByDay`. */
export async function daySpending(testnet: boolean, now: number): Promise<DaySpending[]> {
  const rows = await quarters(scopeOf(testnet), firstOfDays(OVERVIEW_DAYS, now))
  return spendingByDay(rows, OVERVIEW_DAYS, now)
}

/**
 * Where the money of these days went. Looks at the sites that are known; what went to one that the
 * user has had forgotten is among the others.
 */
export function siteSpending(testnet: boolean, now: number): Promise<Shares> {
  return db.transaction('r', db.acquaintances, db.totals, async () => {
    const since = firstOfDays(OVERVIEW_DAYS, now)
    const known = await db.acquaintances.toArray()
    const sites = new Set(known.flatMap((one) => (one.testnet === testnet ? [one.site] : [])))
    const spentSince = async (scope: string) => spentOf(addUp(await quarters(scope, since)))
    const spending = await Promise.all(
      [...sites].map(async (site) => ({ site, spent: await spentSince(scopeOf(testnet, site)) })),
    )
    return sharesOf(spending, await spentSince(scopeOf(testnet)), TOP_SITES)
  })
}

/** Which money was ever spent. */
export interface Kinds {
  any: boolean
  real: boolean
  test: boolean
}

export async function everSpent(): Promise<Kinds> {
  const everOf = async (testnet: boolean) => spentOf(await sumSince(scopeOf(testnet), 0)) > 0n
  const [real, test, first] = await Promise.all([
    everOf(false),
    everOf(true),
    db.payments.where('spentAt').above(0).limit(1).count(),
  ])
  return { any: real || test || first > 0, real, test }
}

/** What was spent in other currencies than the dollar, which nothing adds up. */
export interface Elsewhere {
  day: OtherMoney[]
  month: OtherMoney[]
}

/** Reads the payments of a month: slower than the rest, so it stands for itself. */
export async function spentInOther(testnet: boolean, now: number): Promise<Elsewhere> {
  const { periods } = await getLimits()
  const [day, month] = [dayBegan(periods, now), monthBegan(periods, now)]
  const payments = await db.payments.where('spentAt').aboveOrEqual(month).toArray()
  const since = (from: number) =>
    spentElsewhere(
      payments.filter(({ spentAt = 0 }) => spentAt >= from),
      testnet,
    )
  return { day: since(day), month: since(month) }
}

/** How many payments the user may want to look at. */
export interface Attention {
  awaiting: number
  unknown: number
  undelivered: number
}

export async function attention(): Promise<Attention> {
  const count = (state: keyof Attention) => db.payments.where('state').equals(state).count()
  const [awaiting, unknown, undelivered] = await Promise.all([
    count('awaiting'),
    count('unknown'),
    count('undelivered'),
  ])
  return { awaiting, unknown, undelivered }
}
