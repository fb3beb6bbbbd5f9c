import type { Acquaintance } from '../payment/acquaintance'
import { spentOf, startOfDay, startOfMonth } from '../payment/budget'
import type { PaymentState } from '../payment/lifecycle'
import { addUp, scopeOf } from '../payment/totals'
import { db, type SiteRuleRow } from './db'
import { sumSince } from './totals'

/** Money of both classes, micro-dollars. */
export interface BothMoney {
  real: bigint
  test: bigint
}

/** A site that was paid or has a rule, with what a list of thousands shows of it. */
export interface KnownSite {
  /** Origin. */
  site: string
  rule?: SiteRuleRow
  /** Whom it has the user pay, from earlier payments. */
  known: Acquaintance[]
  /** Ever spent there. */
  spent: BothMoney
  /** Quarter of an hour of the last payment, milliseconds since 1970; nothing before the first. */
  last?: number
}

/** Every site that is known or has a rule. Reads two short ranges for each, never the history. */
export function knownSites(): Promise<KnownSite[]> {
  return db.transaction('r', db.siteRules, db.acquaintances, db.totals, async () => {
    const [rules, acquaintances] = await Promise.all([
      db.siteRules.toArray(),
      db.acquaintances.toArray(),
    ])
    const sites = new Map<string, Pick<KnownSite, 'site' | 'rule' | 'known'>>()
    for (const rule of rules) sites.set(rule.site, { site: rule.site, rule, known: [] })
    for (const one of acquaintances) {
      const entry = sites.get(one.site) ?? { site: one.site, known: [] }
      sites.set(one.site, { ...entry, known: [...entry.known, one] })
    }
    return Promise.all([...sites.values()].map(withSpending))
  })
}

async function withSpending(entry: Pick<KnownSite, 'site' | 'rule' | 'known'>): Promise<KnownSite> {
  const { site, known } = entry
  // A site that was forgotten has a history, though nothing is known of it.
  const classes = new Set(known.length > 0 ? known.map(({ testnet }) => testnet) : [false, true])
  const [real, test] = await Promise.all(
    [false, true].map((testnet) => (classes.has(testnet) ? everAt(site, testnet) : NEVER)),
  )
  const last = Math.max(real?.last ?? 0, test?.last ?? 0)
  return {
    ...entry,
    spent: { real: real?.spent ?? 0n, test: test?.spent ?? 0n },
    ...(last > 0 && { last }),
  }
}

const NEVER = { spent: 0n, last: 0 }

async function everAt(site: string, testnet: boolean): Promise<typeof NEVER> {
  const scope = scopeOf(testnet, site)
  const [eras, last] = await Promise.all([
    ofGrain(scope, 'era').toArray(),
    ofGrain(scope, 'quarter').last(),
  ])
  return { spent: spentOf(addUp(eras)), last: last?.start ?? 0 }
}

function ofGrain(scope: string, grain: 'era' | 'quarter') {
  return db.totals
    .where('[scope+grain+start]')
    .between([scope, grain, 0], [scope, grain, Number.POSITIVE_INFINITY])
}

/** What a site took today and this month by the user's calendar. */
export async function spentLately(
  site: string,
  now: number,
): Promise<{ today: BothMoney; month: BothMoney }> {
  const since = async (from: number): Promise<BothMoney> => {
    const [real, test] = await Promise.all([
      sumSince(scopeOf(false, site), from),
      sumSince(scopeOf(true, site), from),
    ])
    return { real: spentOf(real), test: spentOf(test) }
  }
  const [today, month] = await Promise.all([since(startOfDay(now)), since(startOfMonth(now))])
  return { today, month }
}

/** How many payments were made at a site. Reads keys only. */
export async function countPayments(site: string): Promise<number> {
  const [all, ...others] = await Promise.all([
    db.payments.where('site').equals(site).primaryKeys(),
    ...UNPAID.map((state) => db.payments.where('state').equals(state).primaryKeys()),
  ])
  const unpaid = new Set(others.flat())
  return all.filter((id) => !unpaid.has(id)).length
}

/** States of a payment that was not made. */
const UNPAID: readonly PaymentState[] = [
  'offered',
  'awaiting',
  'declined',
  'released',
  'expired',
  'cancelled',
]

/**
 * Makes a site a stranger again, as a page and as a payee: what is known of it goes, and every rule
 * that names it. The history stays, and with it what counts against the budgets.
 */
export function forgetSite(site: string): Promise<void> {
  return db.transaction('rw', db.siteRules, db.pairRules, db.acquaintances, async () => {
    await db.siteRules.delete(site)
    await db.pairRules.filter((rule) => rule.site === site || rule.payee === site).delete()
    await db.acquaintances.filter((one) => one.site === site || one.payeeOrigin === site).delete()
  })
}
