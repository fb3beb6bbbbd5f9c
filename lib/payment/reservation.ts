import { CLOCK_TOLERANCE_SECONDS } from './clock'
import type { PaymentState } from './lifecycle'
import { advance, type Payment } from './payment'
import { hasReason, limitReasons, type Reason, type Standing } from './policy'
import { isBoughtOnce } from './request'

export type Reservation = { reserved: Payment } | { reasons: Reason[] }

/** What may have come about since it was decided on, as long as the page has taken to answer. */
export interface Meanwhile {
  /** The same thing was paid for lately, by another document. */
  paidBefore: boolean
  /** Another page that a stranger opened was paid for a moment ago. */
  openedAgain: Reason | undefined
}

/**
 * Sets the amount of a payment aside, from facts that nobody can change meanwhile. `user` may go
 * over the limits, and buy again what was bought before, if that was said; `limits` may not. Neither
 * makes a second signature for a purchase whose first one may still pay.
 * @throws {LifecycleError} when the payment is past that
 */
export function reservation(
  payment: Payment,
  approvedBy: 'user' | 'limits',
  standing: Standing,
  ofSameThing: readonly Payment[],
  meanwhile: Meanwhile,
  now: number,
): Reservation {
  if (approvedBy === 'limits') {
    const reasons = limitReasons({ terms: payment.terms, ...standing })
    if (meanwhile.paidBefore) reasons.push({ code: 'paid_before' })
    if (meanwhile.openedAgain) reasons.push(meanwhile.openedAgain)
    if (reasons.length > 0) return { reasons }
  }
  const others = ofSameThing.filter((other) => other.id !== payment.id && isLive(other))
  const isSigned = others.some((other) =>
    approvedBy === 'limits'
      ? isInTheWay(other, payment)
      : other.purchase === payment.purchase && mayStillPay(other, now),
  )
  if (isSigned) return { reasons: [{ code: 'already_signed' }] }
  if (approvedBy === 'user' && meanwhile.paidBefore && !hasReason(payment.reasons, 'paid_before')) {
    return { reasons: [{ code: 'paid_before' }] }
  }
  const change = { approvedBy, spentAt: now, reasons: [] }
  return { reserved: advance(payment, 'reserved', approvedBy, now, change) }
}

/**
 * Whether limits may not pay because of another payment for the same thing that is not done with.
 * At another price it is still the same thing; only a document that buys metered calls may have two
 * of them under way.
 */
export function isInTheWay(other: Payment, { purchase, request }: Payment): boolean {
  if (other.purchase === purchase || isUnanswered(other)) return true
  const { documentId } = request
  return isBoughtOnce(request) && (!documentId || other.request.documentId !== documentId)
}

/** Not done with: a second signature for the same purchase needs the user's word. */
export function isLive({ state }: Pick<Payment, 'state'>): boolean {
  return LIVE.includes(state)
}

/** Signed, and nothing came of it yet. */
function isUnanswered({ state }: Pick<Payment, 'state'>): boolean {
  return state === 'unknown' || state === 'undelivered'
}

/** The states of what is not done with. */
export const LIVE: readonly PaymentState[] = [
  'reserved',
  'signed',
  'sent',
  'unknown',
  'undelivered',
]

/** Under way, or its signature can still be taken: then not even the user may sign a second one. */
function mayStillPay({ state, authorization, provenSpent }: Payment, now: number): boolean {
  if (state !== 'unknown' && state !== 'undelivered') return true
  if (provenSpent) return false
  // Our clock and the chain's may differ.
  return ((authorization?.validBefore ?? 0) + CLOCK_TOLERANCE_SECONDS) * 1000 > now
}
