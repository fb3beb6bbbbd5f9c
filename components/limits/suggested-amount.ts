import type { Limits, SiteRule } from '../../lib/payment/limits'
import { formatUsd } from '../../lib/payment/money'

/** Suggested in micro-dollars to who has set nothing yet. */
export const SUGGESTED = { perPayment: 100_000n, perDay: 1_000_000n }

/** Dollars as they are typed into a field that has its own currency sign. */
export function fieldText(microUsd: bigint): string {
  return formatUsd(microUsd).slice(1)
}

/** What a site's amount field starts with: its rule, else the general limit, else our suggestion. */
export function suggestedAmount(rule: SiteRule | null, limits: Limits): string {
  if (rule?.mode === 'auto') return fieldText(rule.perPayment)
  return fieldText(limits.perPayment > 0n ? limits.perPayment : SUGGESTED.perPayment)
}
