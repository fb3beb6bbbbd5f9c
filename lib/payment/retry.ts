import type { Payment } from './payment'

/** Left of a signature's life for it to be worth sending again, milliseconds. */
const MARGIN_MS = 10_000
/** A server that has not delivered after so many tries will not. */
const MAX_TRIES = 4

type Sent = Pick<Payment, 'state' | 'header' | 'authorization' | 'provenSpent' | 'trail'>

/**
 * Whether the signed payload can be sent once more: the outcome is open and the server can still
 * take it, or it has taken it and delivered nothing. It can pay no more than once.
 */
export function isReusable(payment: Sent, nowMs: number): boolean {
  const { state, header, authorization, provenSpent, trail } = payment
  if (state !== 'unknown' && state !== 'undelivered') return false
  if (!header || !authorization) return false
  if (provenSpent) return trail.filter((step) => step.state === 'sent').length < MAX_TRIES
  return authorization.validBefore * 1000 > nowMs + MARGIN_MS
}

/** Until when the signature is worth sending, or asking for, again: milliseconds since 1970. */
export function retryUntil({ authorization }: Pick<Payment, 'authorization'>): number | undefined {
  return authorization && authorization.validBefore * 1000 - MARGIN_MS
}

/**
 * Whether the other wallet that was asked to sign can be asked once more: for the very same
 * authorization, whose nonce pays once. What another wallet signs for has no header until it has.
 */
export function isSignable(payment: Omit<Sent, 'trail'>, nowMs: number): boolean {
  const { state, header, authorization, provenSpent } = payment
  if (state !== 'unknown' || header || !authorization || provenSpent) return false
  return authorization.validBefore * 1000 > nowMs + MARGIN_MS
}
