import type { Limits, SiteRule } from './limits'
import type { ChosenTerms } from './terms'

/** Why a payment is not simply made; the words live in the locale files under `reason.<code>`. */
export type Reason =
  | { code: 'auto_off' }
  | { code: 'site_asks' }
  | { code: 'over_payment_limit'; limit: bigint }
  | { code: 'over_day_limit'; limit: bigint; spent: bigint }
  | { code: 'other_payee'; payee: string }
  | { code: 'background_tab' }
  | { code: 'insecure_page' }
  | { code: 'already_signed' }
  | { code: 'wallet_locked' }
  | { code: 'low_balance' }
  | { code: 'site_blocked' }

export interface PolicyInput {
  terms: Pick<ChosenTerms, 'microUsd'>
  /** Top-level origin. */
  site: string
  payeeOrigin: string
  limits: Limits
  siteRule: SiteRule | undefined
  /** Micro-dollars spent or outstanding today, in the same class of money (real or test). */
  spentToday: bigint
  /** The tab is not the one that its window shows. */
  background: boolean
  /** The wallet holds a live signature for this very purchase. */
  alreadySigned: boolean
}

export type Decision =
  | { verdict: 'approve' }
  | { verdict: 'ask'; reasons: Reason[] }
  | { verdict: 'refuse'; reasons: Reason[] }

/** Decides on one payment from facts alone. Every reason that applies is named. */
export function decide(input: PolicyInput): Decision {
  if (input.siteRule?.mode === 'never') {
    return { verdict: 'refuse', reasons: [{ code: 'site_blocked' }] }
  }
  const reasons = [...limitReasons(input), ...contextReasons(input)]
  return reasons.length === 0 ? { verdict: 'approve' } : { verdict: 'ask', reasons }
}

/** What the user's limits say. Used again inside the reserving transaction. */
export function limitReasons(
  input: Pick<PolicyInput, 'terms' | 'limits' | 'siteRule' | 'spentToday'>,
): Reason[] {
  const { limits, siteRule, spentToday } = input
  const price = input.terms.microUsd
  // Blocked between deciding and reserving.
  if (siteRule?.mode === 'never') return [{ code: 'site_blocked' }]
  if (siteRule?.mode === 'ask') return [{ code: 'site_asks' }]
  if (!limits.autoApprove) return [{ code: 'auto_off' }]
  const reasons: Reason[] = []
  const limit = siteRule?.mode === 'auto' ? siteRule.perPayment : limits.perPayment
  if (price > limit) reasons.push({ code: 'over_payment_limit', limit })
  if (spentToday + price > limits.perDay) {
    reasons.push({ code: 'over_day_limit', limit: limits.perDay, spent: spentToday })
  }
  return reasons
}

function contextReasons(input: PolicyInput): Reason[] {
  const reasons: Reason[] = []
  // Payment CSRF: what the user allows one site is not spendable from another.
  if (input.payeeOrigin !== input.site) {
    reasons.push({ code: 'other_payee', payee: input.payeeOrigin })
  }
  if (!isSecure(input.site) || !isSecure(input.payeeOrigin)) reasons.push({ code: 'insecure_page' })
  if (input.background) reasons.push({ code: 'background_tab' })
  if (input.alreadySigned) reasons.push({ code: 'already_signed' })
  return reasons
}

/** On plain http anyone on the way can rewrite the terms; loopback never leaves the machine. */
function isSecure(origin: string): boolean {
  if (origin.startsWith('https://')) return true
  if (!URL.canParse(origin)) return false
  const { hostname } = new URL(origin)
  return hostname === 'localhost' || hostname.endsWith('.localhost') || hostname === '127.0.0.1'
}
