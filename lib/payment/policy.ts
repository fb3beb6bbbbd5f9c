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
  | { code: 'over_day_limit'; limit: bigint; spent: bigint }
  | { code: 'other_payee'; payee: string }
  | { code: 'background_tab' }
  | { code: 'insecure_page' }
  | { code: 'already_signed' }
  | { code: 'wallet_locked' }
  | { code: 'low_balance' }
  | { code: 'site_blocked' }
  /** A frame of another origin inside the site's page asks. */
  | { code: 'frame_asks'; asker: string }
  | { code: 'paid_before' }
  | { code: 'private_window' }
  /** The browser did not see the 402 itself just now. */
  | { code: 'read_again' }
  /** Nothing can hold the request: after paying, the page has to make it again. */
  | { code: 'page_retries' }
  /** After paying, the user has to submit the form again. */
  | { code: 'submit_again' }

export interface PolicyInput {
  terms: Pick<ChosenTerms, 'currency' | 'microUsd'>
  /** Top-level origin. */
  site: string
  payeeOrigin: string
  limits: Limits
  siteRule: SiteRule | undefined
  /** The user's word on the payee, where it is another origin than the site. */
  payeeRule?: SiteRule | undefined
  /** Origin of the document that asks, where it is another than the site. */
  asker?: string | undefined
  /** Micro-dollars spent or outstanding today, in the same class of money (real or test). */
  spentToday: bigint
  /** The tab is not the one that its window shows. */
  background: boolean
  /** The wallet holds a live signature for this very purchase. */
  alreadySigned: boolean
  /** The same document was paid for lately. */
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
  if (input.siteRule?.mode === 'never' || input.payeeRule?.mode === 'never') {
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
  const { currency, microUsd: price } = input.terms
  // Blocked between deciding and reserving.
  if (siteRule?.mode === 'never') return [{ code: 'site_blocked' }]
  // No limit in dollars says anything about it.
  if (currency !== 'USD' || price === undefined) return [{ code: 'other_currency', currency }]
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
