import { type Acquaintance, acquaintanceKey } from '../payment/acquaintance'
import { budgetsFor } from '../payment/budget'
import { ruleFor } from '../payment/limits'
import type { Payment } from '../payment/payment'
import type { Standing } from '../payment/policy'
import type { Meanwhile } from '../payment/reservation'
import { familiarSites } from './acquaintances'
import { meanwhile } from './bought'
import { db } from './db'
import { liveOfSameThing } from './ledger'
import { getLimits, getPairRule, getSiteRule } from './settings'
import { statesOf } from './totals'

/** What is on record that has a say in whether to pay. */
export interface Facts extends Meanwhile {
  standing: Standing
  /** Of the site and its payee, from earlier payments. */
  known: Acquaintance | undefined
  /** Payments for the same thing that are not done with. */
  same: Payment[]
  /** Sites that the user has paid, read only where this one is not known. */
  familiar: string[]
}

/** What a decision depends on, and a reservation with it. */
export const DECIDING = [
  db.payments,
  db.totals,
  db.acquaintances,
  db.settings,
  db.siteRules,
  db.pairRules,
]

/** Reads it all at one moment, and in one go: each read of its own would take as long again. */
export function factsFor(payment: Payment, now: number): Promise<Facts> {
  return db.transaction('r', DECIDING, () => readFacts(payment, now))
}

/** The same, inside the transaction of the caller. */
export async function readFacts(payment: Payment, now: number): Promise<Facts> {
  const [standing, known, same, bought] = await Promise.all([
    standingOf(payment, now),
    db.acquaintances.get(acquaintanceKey(payment)),
    liveOfSameThing(payment),
    meanwhile(payment, now),
  ])
  return { standing, known, same, ...bought, familiar: known ? [] : await familiarSites() }
}

/** The user's standing orders for a payment, and what counts against them now. */
export async function standingOf(
  { site, payeeOrigin, terms }: Pick<Payment, 'site' | 'payeeOrigin' | 'terms'>,
  now = Date.now(),
): Promise<Standing> {
  const isOther = payeeOrigin !== site
  const [limits, ...rules] = await Promise.all([
    getLimits(),
    getSiteRule(site),
    isOther ? getPairRule(site, payeeOrigin) : undefined,
    isOther ? getSiteRule(payeeOrigin) : undefined,
  ])
  const [siteRule, pairRule, payeeRule] = rules.map((rule) => ruleFor(rule, terms.testnet))
  const wanted = budgetsFor(limits, { siteRule, pairRule }, now)
  const budgets = await statesOf(wanted, terms.testnet, site, payeeOrigin)
  return { limits, siteRule, pairRule, payeeRule, budgets }
}
