import { type Acquaintance, acquaintanceKey } from './acquaintance'
import { type Budget, budgetsFor } from './budget'
import { countsAsSpent } from './lifecycle'
import type { Limits, SiteRule } from './limits'
import type { Payment } from './payment'
import { decide, LIMIT_REASONS, type Reason } from './policy'
import { SpendingLine } from './spending-line'
import { scopeOf, type TotalRow } from './totals'

/** What happened in a week, and what it takes to decide on it again under other limits. */
export interface Week {
  /** Milliseconds since 1970, at the beginning of a quarter of an hour. */
  since: number
  /** Payments that were asked for since then, whatever became of them. */
  payments: readonly Payment[]
  /** By `acquaintanceKey`. */
  known: ReadonlyMap<string, Acquaintance>
  siteRules: ReadonlyMap<string, SiteRule>
  /** By `pairKey`. */
  pairRules: ReadonlyMap<string, SiteRule>
  /** Quarters of an hour of the month before, of every scope of the week, see `scopesOf`. */
  earlier: readonly TotalRow[]
}

/** One purchase of the week under the limits that are tried. */
export interface Trial {
  payment: Payment
  /** It was paid in truth, too. */
  paid: boolean
  /** The limits would have let it through without the user. */
  silent: boolean
}

export function pairKey(site: string, payee: string): string {
  return `${site} ${payee}`
}

/**
 * Lives through a week once more with other limits: the same policy decides on the same payments in
 * the same order. What was paid counts against the budgets whoever approved it, and so does what
 * would have been. An allowance begins with the week. Of what is not on record, the tab, window and
 * balance of that time, nothing is held against a payment that was made.
 */
export function relive(week: Week, limits: Limits): Trial[] {
  const tried: Limits = {
    ...limits,
    autoApprove: true,
    ...(limits.total && { total: { ...limits.total, since: week.since } }),
  }
  const spending = spendingBefore(week)
  return purchasesOf(week.payments).map((payment) => {
    const paid = wasPaid(payment)
    const silent = isSilent(payment, tried, week, spending)
    if (paid || silent) {
      for (const scope of new Set(Object.values(scopesOf(payment)))) {
        lineOf(spending, scope).add(momentOf(payment), payment.terms.microUsd ?? 0n)
      }
    }
    return { payment, paid, silent }
  })
}

/** What limits would have done with the payments of a week. */
export interface Preview {
  /** Payments that were made. */
  paid: number
  /** Those of them that needed nobody. */
  silent: number
}

export function previewOf(week: Week, limits: Limits): Preview {
  const paid = relive(week, limits).filter((trial) => trial.paid)
  return { paid: paid.length, silent: paid.filter(({ silent }) => silent).length }
}

/** What limits would have paid in a week without a click. Micro-dollars. */
export interface Shadow {
  real: bigint
  test: bigint
  sites: number
}

export function shadowOf(week: Week, limits: Limits): Shadow {
  const silent = relive(week, limits).flatMap((trial) => (trial.silent ? [trial.payment] : []))
  const sum = (testnet: boolean) =>
    silent
      .filter(({ terms }) => terms.testnet === testnet)
      .reduce((all, { terms }) => all + (terms.microUsd ?? 0n), 0n)
  const sites = new Set(silent.map(({ site }) => site)).size
  return { real: sum(false), test: sum(true), sites }
}

type Lines = Map<string, SpendingLine>

function isSilent(payment: Payment, limits: Limits, week: Week, spending: Lines): boolean {
  const { site, payeeOrigin, asker, terms } = payment
  const at = momentOf(payment)
  const other = payeeOrigin !== site
  const siteRule = week.siteRules.get(site)
  const pairRule = other ? week.pairRules.get(pairKey(site, payeeOrigin)) : undefined
  const scopes = scopesOf(payment)
  const budgets = budgetsFor(limits, { siteRule, pairRule }, at).map((budget) => ({
    ...budget,
    settled: lineOf(spending, scopes[budget.of]).since(budget.since),
    outstanding: 0n,
  }))
  const decision = decide({
    limits,
    siteRule,
    pairRule,
    payeeRule: other ? week.siteRules.get(payeeOrigin) : undefined,
    budgets,
    terms,
    site,
    payeeOrigin,
    asker,
    known: knownBefore(week.known.get(acquaintanceKey(payment)), at),
    background: false,
    alreadySigned: false,
    paidBefore: false,
    privateWindow: false,
    requestReasons: payment.reasons.filter(({ code }) => !DECIDED_ANEW.has(code)),
  })
  return decision.verdict === 'approve'
}

/** Nobody is known before the first payment, nor by it. */
function knownBefore(known: Acquaintance | undefined, at: number): Acquaintance | undefined {
  return known && known.since < at ? known : undefined
}

/** Reasons of what was asked that the limits, the rules and what is known give again. */
const DECIDED_ANEW: ReadonlySet<Reason['code']> = new Set([...LIMIT_REASONS, 'first_payment'])

/** Each purchase once, oldest first: what asks again and again is bought once at most. */
function purchasesOf(payments: readonly Payment[]): Payment[] {
  const bought = new Set(payments.filter(wasPaid).map(({ purchase }) => purchase))
  return [...payments]
    .sort((a, b) => momentOf(a) - momentOf(b))
    .filter((payment) => {
      if (wasPaid(payment)) return true
      if (!wasAsked(payment) || bought.has(payment.purchase)) return false
      bought.add(payment.purchase)
      return true
    })
}

function wasPaid({ state, spentAt }: Payment): boolean {
  return countsAsSpent(state) && spentAt !== undefined
}

function wasAsked({ state }: Payment): boolean {
  return state === 'awaiting' || state === 'declined'
}

function momentOf({ spentAt, createdAt }: Payment): number {
  return spentAt ?? createdAt
}

/** The totals that a payment counts in; of its payee on that site, where that is another one. */
export function scopesOf({ site, payeeOrigin, terms }: Payment): Record<Budget['of'], string> {
  const { testnet } = terms
  const ofSite = scopeOf(testnet, site)
  const ofPair = payeeOrigin === site ? ofSite : scopeOf(testnet, site, payeeOrigin)
  return { all: scopeOf(testnet), site: ofSite, pair: ofPair }
}

function spendingBefore({ earlier }: Week): Lines {
  const lines: Lines = new Map()
  for (const { scope, start, settled, outstanding } of earlier) {
    lineOf(lines, scope).add(start, settled + outstanding)
  }
  return lines
}

function lineOf(lines: Lines, scope: string): SpendingLine {
  const line = lines.get(scope) ?? new SpendingLine()
  lines.set(scope, line)
  return line
}
