import { type SiteRuleMessage, sendCommand } from '../../../lib/messages'
import type { SiteRule } from '../../../lib/payment/limits'

/** A rule that was made in this popup, with what it takes to take it back. */
export interface Remembered {
  site: string
  /** Where the rule is for one payee on the site. */
  payee: string | undefined
  rule: SiteRuleMessage
  /** The rule as it was before; `null` where there was none. */
  before: SiteRuleMessage | null
  /** What the rule means. */
  words: string
}

/** Has the wallet keep a rule for a site, or for one payee on it. */
export function setRule(
  { site, payee }: Pick<Remembered, 'site' | 'payee'>,
  rule: SiteRuleMessage | null,
): Promise<void> {
  return payee === undefined
    ? sendCommand('setSiteRule', { site, rule })
    : sendCommand('setPairRule', { site, payee, rule })
}

/** A stored rule as it crosses to the worker. */
export function ruleMessage(rule: SiteRule | null): SiteRuleMessage | null {
  if (rule === null) return null
  if (rule.mode !== 'auto') return { mode: rule.mode }
  const { perPayment, perDay, perMonth, testOnly } = rule
  return {
    mode: 'auto',
    perPayment: perPayment.toString(),
    perDay: perDay?.toString(),
    perMonth: perMonth?.toString(),
    ...(testOnly && { testOnly }),
  }
}

/**
 * The rule to pay as much as this (micro-dollars) here from now on; budgets that a rule has already
 * stay as they are. Test money makes a rule for test money, and changes none for real money: there
 * it gives nothing.
 */
export function ruleToRemember(
  stored: SiteRule | null,
  microUsd: bigint,
  testnet: boolean,
): SiteRuleMessage | null {
  const kept = stored?.mode === 'auto' ? stored : undefined
  if (testnet && stored && !kept?.testOnly) return null
  return {
    mode: 'auto',
    perPayment: microUsd.toString(),
    perDay: kept?.perDay?.toString(),
    perMonth: kept?.perMonth?.toString(),
    ...(testnet && { testOnly: true }),
  }
}

/** Whether the rule that is stored is still the one that was made here. */
export function isStill({ rule }: Pick<Remembered, 'rule'>, stored: SiteRule | null): boolean {
  const now = ruleMessage(stored)
  if (now?.mode !== 'auto' || rule.mode !== 'auto') return false
  return (['perPayment', 'perDay', 'perMonth', 'testOnly'] as const).every(
    (name) => (now[name] ?? undefined) === (rule[name] ?? undefined),
  )
}
