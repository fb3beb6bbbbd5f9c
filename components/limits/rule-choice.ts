import type { SiteRuleMessage } from '../../lib/messages'
import type { SiteRule } from '../../lib/payment/limits'
import { type AmountFault, readAmount } from '../payment/amount-field'

/** What can be chosen for a site; `general` is the absence of a rule. */
export const RULE_CHOICES = ['general', 'ask', 'auto', 'never'] as const
export type RuleChoice = (typeof RULE_CHOICES)[number]

export function choiceOf(rule: SiteRule | null): RuleChoice {
  return rule?.mode ?? 'general'
}

/** A choice as it crosses to the worker, or what is wrong with its amount. */
export function ruleMessage(
  choice: RuleChoice,
  amount: string,
): { rule: SiteRuleMessage | null } | { fault: AmountFault } {
  if (choice === 'general') return { rule: null }
  if (choice !== 'auto') return { rule: { mode: choice } }
  const reading = readAmount(amount)
  if ('fault' in reading) return reading
  return { rule: { mode: 'auto', perPayment: reading.microUsd.toString() } }
}
