import { countsAsSpent } from '../../lib/payment/lifecycle'
import type { Payment } from '../../lib/payment/payment'
import type { Tuppence } from '../e2e/tuppence'

/** A limit for one day that grew: `at` is when it was asked for, milliseconds since 1970. */
export interface LimitChange {
  at: number
  /** Micro-dollars. */
  perDay: bigint
}

/** A day of one site may cost that much by a rule of its own. Micro-dollars. */
const SITE_PER_DAY = 12_000n
const PER_PAYMENT = '50000'
const STEP = 40_000n

/** The first sites have a budget of their own. */
export async function limitSites(tuppence: Tuppence, sites: readonly string[]): Promise<void> {
  const rule = { mode: 'auto', perPayment: PER_PAYMENT, perDay: String(SITE_PER_DAY) }
  for (const site of sites) await tuppence.command('setSiteRule', { site, rule })
}

/** Lets a little more go through by itself: so that the budget is used up again and again. */
export async function raiseLimit(tuppence: Tuppence, changes: LimitChange[]): Promise<void> {
  const perDay = (changes.at(-1)?.perDay ?? 0n) + STEP
  changes.push({ at: Date.now(), perDay })
  await tuppence.command('setLimits', {
    autoApprove: true,
    perPayment: PER_PAYMENT,
    perDay: String(perDay),
    periods: 'rolling',
  })
}

/** What the limits have approved although a budget did not have it, as the records tell now. */
export function overspent(payments: readonly Payment[], changes: readonly LimitChange[]) {
  const spent = payments
    .filter(({ state, spentAt }) => countsAsSpent(state) && spentAt !== undefined)
    .sort((a, b) => (a.spentAt ?? 0) - (b.spentAt ?? 0))
  const ofSites = new Map<string, bigint>()
  let total = 0n
  return spent.filter(({ approvedBy, spentAt = 0, site, terms }) => {
    total += terms.amount
    const ofSite = (ofSites.get(site) ?? 0n) + terms.amount
    ofSites.set(site, ofSite)
    if (approvedBy !== 'limits') return false
    const perDay = changes.findLast(({ at }) => at <= spentAt)?.perDay ?? 0n
    return total > perDay || (isLimited(site) && ofSite > SITE_PER_DAY)
  })
}

export const LIMITED_SITES = 10

function isLimited(site: string): boolean {
  const number = /^http:\/\/s(\d+)\./.exec(site)?.[1]
  return number !== undefined && Number(number) < LIMITED_SITES
}
