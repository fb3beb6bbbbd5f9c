import { type Acquaintance, unfamiliar } from './acquaintance'
import { type BudgetState, spentOf } from './budget'
import type { Limits, SiteRule } from './limits'
import type { Currency } from './networks'
import type { ChosenTerms } from './terms'

/** Why a payment is not simply made; the words live in the locale files under `reason.<code>`. */
export type Reason =
  | { code: 'auto_off' }
  | { code: 'site_asks' }
  /** The price is not in dollars, and the limits are. */
  | { code: 'other_currency'; currency: Currency }
  | { code: 'over_payment_limit'; limit: bigint }
  /** `rolling` where the period is the last 24 hours or 30 days, and not of the calendar. */
  | { code: OverBudget; limit: bigint; spent: bigint; rolling?: true }
  | { code: 'other_payee'; payee: string }
  | { code: 'background_tab' }
  | { code: 'insecure_page' }
  | { code: 'already_signed' }
  | { code: 'wallet_locked' }
  | { code: 'low_balance' }
  | { code: 'site_blocked' }
  /** A frame of another origin inside the site's page asks. */
  | { code: 'frame_asks'; asker: string }
  /** Pages of other sites open one page after the other that costs money. */
  | { code: 'opened_again'; opener: string }
  | { code: 'paid_before' }
  /** One of our own pages led here: the user was told that it costs nothing. */
  | { code: 'reopened' }
  | { code: 'private_window' }
  /** The browser did not see the 402 itself just now. */
  | { code: 'read_again' }
  /** Nothing can hold the request: after paying, the page has to make it again. */
  | { code: 'page_retries' }
  /** After paying, the user has to submit the form again. */
  | { code: 'submit_again' }
  /** This site was never paid before. */
  | { code: 'first_payment' }
  /** This site was paid before, at other addresses. */
  | { code: 'pay_to_changed' }
  /** Far above what this site usually takes, micro-dollars. */
  | { code: 'price_unusual'; usual: bigint }
  /** The name of the site can be taken for that of another one that the user pays. */
  | { code: 'looks_like'; other: string }
  /** The name of the site mixes letters of several scripts. */
  | { code: 'mixed_letters' }
  /** The terms name a resource of another host than the one that asks. */
  | { code: 'other_resource'; origin: string }
  /** The clocks of this machine and of the server are too far apart, seconds. */
  | { code: 'clock_differs'; seconds: number }
  /** The account that pays signs with a wallet of its own. */
  | { code: 'external_wallet' }

const OVER_BUDGET = {
  day: 'over_day_limit',
  month: 'over_month_limit',
  total: 'over_total_limit',
  site_day: 'over_site_day_limit',
  site_month: 'over_site_month_limit',
  pair_day: 'over_pair_day_limit',
  pair_month: 'over_pair_month_limit',
} as const
type OverBudget = (typeof OVER_BUDGET)[keyof typeof OVER_BUDGET]

/** Reasons that the user's own settings and budgets give, see `limitReasons`. */
export const LIMIT_REASONS: readonly Reason['code'][] = [
  'auto_off',
  'site_asks',
  'over_payment_limit',
  ...Object.values(OVER_BUDGET),
]

/** Whether a reason of this kind is among them. */
export function hasReason(reasons: readonly Reason[], wanted: Reason['code']): boolean {
  return reasons.some(({ code }) => code === wanted)
}

/** The user's standing orders and what counts against them. */
export interface Standing {
  limits: Limits
  /** The user's word on the site. */
  siteRule: SiteRule | undefined
  /** The user's word on this payee on this site, where the payee is another origin. */
  pairRule?: SiteRule | undefined
  /** The user's word on the payee as a site, where it is another origin than the site. */
  payeeRule?: SiteRule | undefined
  /** Every budget that applies, with what counts against it, in the same class of money. */
  budgets: readonly BudgetState[]
}

export interface PolicyInput extends Standing {
  terms: Pick<ChosenTerms, 'currency' | 'microUsd' | 'payTo'>
  /** Top-level origin. */
  site: string
  payeeOrigin: string
  /** Origin of the document that asks, where it is another than the site. */
  asker?: string | undefined
  /** What is known of the site and its payee from earlier payments. */
  known: Acquaintance | undefined
  /** The tab is not the one that its window shows. */
  background: boolean
  /** The wallet holds a live signature for this very purchase. */
  alreadySigned: boolean
  /** The same thing was paid for lately. */
  paidBefore: boolean
  privateWindow: boolean
  /** What the way of the request itself gives the user to know. */
  requestReasons: Reason[]
}

export type Decision =
  | { verdict: 'approve' }
  | { verdict: 'ask'; reasons: Reason[] }
  | { verdict: 'refuse'; reasons: Reason[] }

/** Decides on one payment from facts alone. Every reason that applies is named. */
export function decide(input: PolicyInput): Decision {
  if (isBlocked(input)) return { verdict: 'refuse', reasons: [{ code: 'site_blocked' }] }
  const reasons = [...limitReasons(input), ...familiarity(input), ...contextReasons(input)]
  return reasons.length === 0 ? { verdict: 'approve' } : { verdict: 'ask', reasons }
}

function isBlocked({ siteRule, payeeRule, pairRule }: Standing): boolean {
  return [siteRule, payeeRule, pairRule].some((rule) => rule?.mode === 'never')
}

/** What the user's limits say. Used again inside the reserving transaction. */
export function limitReasons(input: Standing & Pick<PolicyInput, 'terms'>): Reason[] {
  const { limits, siteRule, pairRule, budgets } = input
  const { currency, microUsd: price } = input.terms
  // Blocked between deciding and reserving.
  if (isBlocked(input)) return [{ code: 'site_blocked' }]
  // No limit in dollars says anything about it.
  if (currency !== 'USD' || price === undefined) return [{ code: 'other_currency', currency }]
  if (siteRule?.mode === 'ask' || pairRule?.mode === 'ask') return [{ code: 'site_asks' }]
  if (!limits.autoApprove) return [{ code: 'auto_off' }]
  const reasons: Reason[] = []
  const limit = paymentLimit(input)
  if (price > limit) reasons.push({ code: 'over_payment_limit', limit })
  for (const budget of budgets) {
    const spent = spentOf(budget)
    if (spent + price > budget.limit) {
      const rolls = limits.periods === 'rolling' && budget.name !== 'total'
      const code = OVER_BUDGET[budget.name]
      reasons.push({ code, limit: budget.limit, spent, ...(rolls && { rolling: true }) })
    }
  }
  return reasons
}

/** The user's words on the site and on the pair stand above the general one; of two, the stricter. */
function paymentLimit({ limits, siteRule, pairRule }: Standing): bigint {
  const site = siteRule?.mode === 'auto' ? siteRule.perPayment : undefined
  const pair = pairRule?.mode === 'auto' ? pairRule.perPayment : undefined
  if (site === undefined || (pair !== undefined && pair < site)) return pair ?? limits.perPayment
  return site
}

/** A rule that the user made for the site, or the pair, is the user's word: it is no stranger. */
function familiarity({ known, terms, siteRule, pairRule }: PolicyInput): Reason[] {
  const reasons = unfamiliar(known, terms)
  const isNamed = siteRule?.mode === 'auto' || pairRule?.mode === 'auto'
  return isNamed ? reasons.filter(({ code }) => code !== 'first_payment') : reasons
}

function contextReasons(input: PolicyInput): Reason[] {
  const reasons: Reason[] = []
  // Payment CSRF: what the user allows one site is not spendable from another.
  if (input.payeeOrigin !== input.site && input.pairRule?.mode !== 'auto') {
    reasons.push({ code: 'other_payee', payee: input.payeeOrigin })
  }
  if (!isSecure(input.site) || !isSecure(input.payeeOrigin)) reasons.push({ code: 'insecure_page' })
  if (input.asker) reasons.push({ code: 'frame_asks', asker: input.asker })
  if (input.background) reasons.push({ code: 'background_tab' })
  if (input.alreadySigned) reasons.push({ code: 'already_signed' })
  if (input.paidBefore) reasons.push({ code: 'paid_before' })
  if (input.privateWindow) reasons.push({ code: 'private_window' })
  return [...reasons, ...input.requestReasons]
}

/** On plain http anyone on the way can rewrite the terms; loopback never leaves the machine. */
function isSecure(origin: string): boolean {
  if (origin.startsWith('https://')) return true
  if (!URL.canParse(origin)) return false
  const { hostname } = new URL(origin)
  return hostname === 'localhost' || hostname.endsWith('.localhost') || hostname === '127.0.0.1'
}
