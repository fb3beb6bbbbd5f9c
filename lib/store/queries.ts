import {
  type BudgetState,
  budgetsFor,
  type OtherMoney,
  spentElsewhere,
  spentOf,
  startOfDay,
  startOfMonth,
} from '../payment/budget'
import { wasSigned } from '../payment/lifecycle'
import { OTHER_CURRENCIES } from '../payment/networks/token'
import type { Payment } from '../payment/payment'
import { scopeOf } from '../payment/totals'
import { db, type PairRuleRow, type SiteRuleRow, type WalletRow } from './db'
import { type Follower, follow } from './follow'
import { getLimits, getSiteRule } from './settings'
import { statesOf, sumSince } from './totals'

/** Reads for live queries of the user interface. Nothing here writes. */

export function wallet(): Promise<WalletRow | undefined> {
  return db.wallet.get('main')
}

/**
 * What the popup shows: everything that waits or is being paid, and what was made since `madeSince`
 * and has changed since `changedSince`. However much was paid today, only that is read.
 */
export async function recentPayments(changedSince: number, madeSince: number): Promise<Payment[]> {
  const [open, changed] = await Promise.all([
    db.payments.where('state').anyOf('awaiting', 'reserved', 'signed', 'sent').toArray(),
    db.payments.where('updatedAt').aboveOrEqual(changedSince).toArray(),
  ])
  const lately = changed.filter(({ createdAt }) => createdAt >= madeSince)
  const byId = new Map([...open, ...lately].map((payment) => [payment.id, payment]))
  return [...byId.values()].sort((a, b) => a.createdAt - b.createdAt)
}

/** Follows them, however many more a page asks for in the meantime. Gives what ends it. */
export function watchRecent(
  changedSince: number,
  madeSince: number,
  follower: Follower<Payment[]>,
): () => void {
  return follow(db.payments, () => recentPayments(changedSince, madeSince), follower)
}

/** Signed payments, newest first. */
export async function history(limit: number): Promise<Payment[]> {
  return db.payments
    .orderBy('createdAt')
    .reverse()
    .filter(({ state }) => wasSigned(state))
    .limit(limit)
    .toArray()
}

export interface Totals {
  today: bigint
  month: bigint
  /** Part of `today` that is not proven spent yet. */
  outstandingToday: bigint
}

/** Micro-dollars by the user's calendar, real and test money apart. */
export async function totals(testnet: boolean, now = Date.now()): Promise<Totals> {
  const [today, month] = await Promise.all([
    sumSince(scopeOf(testnet), startOfDay(now)),
    sumSince(scopeOf(testnet), startOfMonth(now)),
  ])
  return { today: spentOf(today), month: spentOf(month), outstandingToday: today.outstanding }
}

export interface OtherTotals {
  today: OtherMoney[]
  month: OtherMoney[]
}

/** What was spent in other currencies than the dollar: there is no rate, so nothing is added up. */
export async function totalsElsewhere(testnet: boolean, now = Date.now()): Promise<OtherTotals> {
  const ofEach = OTHER_CURRENCIES.map((currency) =>
    db.payments
      .where('[terms.currency+spentAt]')
      .between([currency, startOfMonth(now)], [currency, Number.POSITIVE_INFINITY])
      .toArray(),
  )
  const month = (await Promise.all(ofEach)).flat()
  const today = month.filter(({ spentAt }) => (spentAt ?? 0) >= startOfDay(now))
  return { today: spentElsewhere(today, testnet), month: spentElsewhere(month, testnet) }
}

export interface Budgets {
  real: BudgetState[]
  test: BudgetState[]
}

/** The budgets of all sites together or those of one site, with what counts against each. */
export async function budgets(site?: string, now = Date.now()): Promise<Budgets> {
  const limits = await getLimits()
  const siteRule = site === undefined ? undefined : await getSiteRule(site)
  const of = site === undefined ? 'all' : 'site'
  const wanted = budgetsFor(limits, { siteRule }, now).filter((budget) => budget.of === of)
  const [real, test] = await Promise.all(
    [false, true].map((testnet) => statesOf(wanted, testnet, site ?? '')),
  )
  return { real: real ?? [], test: test ?? [] }
}

export function siteRules(): Promise<SiteRuleRow[]> {
  return db.siteRules.orderBy('site').toArray()
}

export function pairRules(): Promise<PairRuleRow[]> {
  return db.pairRules.orderBy('[site+payee]').toArray()
}
