import type { SiteRuleMessage } from '../../lib/messages'
import type { Limits, SiteRule } from '../../lib/payment/limits'
import { fieldText } from '../../lib/words/money'
import { suggestedAmount } from './suggested-amount'
import { type Faults, readAmounts } from './typed-amounts'

/** What can be chosen for a site; `general` is the absence of a rule. */
export const RULE_CHOICES = ['general', 'ask', 'auto', 'never'] as const
export type RuleChoice = (typeof RULE_CHOICES)[number]

/** Budgets that a rule may have; empty is none of its own. */
export const RULE_BUDGETS = ['perDay', 'perMonth'] as const
export type RuleAmount = 'perPayment' | (typeof RULE_BUDGETS)[number]

/** The amounts of a rule as typed. */
export type RuleDraft = Record<RuleAmount, string>

const LEAST = [
  { of: 'perDay', atLeast: 'perPayment', fault: 'dayBelowPayment' },
  { of: 'perMonth', atLeast: 'perPayment', fault: 'monthBelowPayment' },
  { of: 'perMonth', atLeast: 'perDay', fault: 'monthBelowDay' },
] as const

export function choiceOf(rule: SiteRule | null): RuleChoice {
  return rule?.mode ?? 'general'
}

/** What the fields of a rule start with. */
export function ruleDraftOf(rule: SiteRule | null, limits: Limits): RuleDraft {
  const own = rule?.mode === 'auto' ? rule : undefined
  return {
    perPayment: suggestedAmount(rule, limits),
    perDay: own?.perDay === undefined ? '' : fieldText(own.perDay),
    perMonth: own?.perMonth === undefined ? '' : fieldText(own.perMonth),
  }
}

/** A choice as it crosses to the worker, or what is wrong with its amounts. */
export function ruleMessage(
  choice: RuleChoice,
  draft: RuleDraft,
): { rule: SiteRuleMessage | null } | { faults: Faults<RuleAmount> } {
  if (choice === 'general') return { rule: null }
  if (choice !== 'auto') return { rule: { mode: choice } }
  const reading = readAmounts(draft, ['perPayment'], RULE_BUDGETS, LEAST)
  if ('faults' in reading) return reading
  const { perPayment, perDay, perMonth } = reading.amounts
  return {
    rule: {
      mode: 'auto',
      perPayment: perPayment.toString(),
      perDay: perDay?.toString(),
      perMonth: perMonth?.toString(),
    },
  }
}
