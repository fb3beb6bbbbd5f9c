import { acquaintanceKey } from '../payment/acquaintance'
import type { Payment } from '../payment/payment'
import { pairKey, scopesOf, type Week } from '../payment/preview'
import { db } from './db'
import { quarters } from './quarters'

const QUARTER_MS = 15 * 60_000
const DAY_MS = 96 * QUARTER_MS
/** The longest stretch of time that a budget counts, but for the allowance. */
const MONTH_MS = 31 * DAY_MS
/** More payments than these are not looked at: the week is shorter then. */
const MOST_PAYMENTS = 2_000

/** The last seven days for `relive`; fewer when they hold too many payments. Reads no further back. */
export async function lastWeek(now: number, most = MOST_PAYMENTS): Promise<Week> {
  const weekAgo = toQuarter(now - 7 * DAY_MS)
  const newest = await db.payments
    .where('createdAt')
    .aboveOrEqual(weekAgo)
    .reverse()
    .limit(most)
    .toArray()
  const isCut = newest.length === most
  const since = isCut ? toQuarter(newest.at(-1)?.createdAt ?? now) + QUARTER_MS : weekAgo
  const payments = newest.filter(({ createdAt }) => createdAt >= since)
  return { since, payments, ...(await standings(payments)), ...(await before(payments, since)) }
}

/** What is known of the sites of these payments, and the user's word on them. */
async function standings(
  payments: readonly Payment[],
): Promise<Pick<Week, 'known' | 'siteRules' | 'pairRules'>> {
  const sites = unique(payments.flatMap(({ site, payeeOrigin }) => [site, payeeOrigin]))
  const pairs = new Map(
    payments.map(({ site, payeeOrigin }) => [pairKey(site, payeeOrigin), [site, payeeOrigin]]),
  )
  const [known, siteRules, pairRules] = await Promise.all([
    db.acquaintances.bulkGet(unique(payments.map(acquaintanceKey))),
    db.siteRules.bulkGet(sites),
    db.pairRules.bulkGet([...pairs.values()] as [string, string][]),
  ])
  return {
    known: new Map(known.flatMap((one) => (one ? [[one.key, one]] : []))),
    siteRules: new Map(siteRules.flatMap((rule) => (rule ? [[rule.site, rule]] : []))),
    pairRules: new Map(
      pairRules.flatMap((rule) => (rule ? [[pairKey(rule.site, rule.payee), rule]] : [])),
    ),
  }
}

/** What the budgets of the week had counted before it began. */
async function before(payments: readonly Payment[], since: number): Promise<Pick<Week, 'earlier'>> {
  const scopes = unique(payments.flatMap((payment) => Object.values(scopesOf(payment))))
  const rows = await Promise.all(scopes.map((scope) => quarters(scope, since - MONTH_MS, since)))
  return { earlier: rows.flat() }
}

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts)]
}

function toQuarter(at: number): number {
  return Math.floor(at / QUARTER_MS) * QUARTER_MS
}
