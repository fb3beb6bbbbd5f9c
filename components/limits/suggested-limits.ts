import type { Limits } from '../../lib/payment/limits'
import { SUGGESTED } from './suggested-amount'

/** The user's own limits where they are set, else ours. */
export function suggestedLimits(limits: Limits): Limits {
  return limits.perPayment > 0n && limits.perDay > 0n ? limits : { ...limits, ...SUGGESTED }
}
