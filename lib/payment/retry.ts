import type { Payment } from './payment'

/** Left of a signature's life for it to be worth sending again, milliseconds. */
const MARGIN_MS = 10_000

/**
 * Whether the signed payload can be sent once more: the outcome is open, or nothing was delivered,
 * and the server can still take it.
 */
export function isReusable(
  { state, header, authorization }: Pick<Payment, 'state' | 'header' | 'authorization'>,
  nowMs: number,
): boolean {
  if (state !== 'unknown' && state !== 'undelivered') return false
  if (!header || !authorization) return false
  return authorization.validBefore * 1000 > nowMs + MARGIN_MS
}
