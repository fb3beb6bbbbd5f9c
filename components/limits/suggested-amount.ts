import type { Limits, SiteRule } from '../../lib/payment/limits'
import { fieldText } from '../../lib/words/money'

/** Suggested in micro-dollars to who has set nothing yet. */
export const SUGGESTED = { perPayment: 100_000n, perDay: 1_000_000n }

/** What a site's amount field starts with: its rule, else the general limit, else our suggestion. */
export function suggestedAmount(rule: SiteRule | null, limits: Limits): string {
  if (rule?.mode === 'auto') return fieldText(rule.perPayment)
  return fieldText(limits.perPayment > 0n ? limits.perPayment : SUGGESTED.perPayment)
}
