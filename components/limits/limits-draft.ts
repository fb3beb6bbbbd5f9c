import type { LimitsMessage } from '../../lib/messages'
import type { Limits, Periods } from '../../lib/payment/limits'
import { fieldText } from '../../lib/words/money'
import { SUGGESTED } from './suggested-amount'
import { type AmountsReading, readAmounts } from './typed-amounts'

export const REQUIRED_LIMITS = ['perPayment', 'perDay'] as const
/** Empty means that there is no such limit. */
export const OPTIONAL_LIMITS = ['perMonth', 'perSiteDay', 'total'] as const
type RequiredLimit = (typeof REQUIRED_LIMITS)[number]
type OptionalLimit = (typeof OPTIONAL_LIMITS)[number]
export type LimitName = RequiredLimit | OptionalLimit

/** The amounts as typed, and how time is counted. */
export type LimitsDraft = Record<LimitName, string> & { periods: Periods }

/** Micro-dollars; what is absent has no limit. */
export type LimitAmounts = Record<RequiredLimit, bigint> & Partial<Record<OptionalLimit, bigint>>

const LEAST = [
  { of: 'perDay', atLeast: 'perPayment', fault: 'dayBelowPayment' },
  { of: 'perSiteDay', atLeast: 'perPayment', fault: 'dayBelowPayment' },
  { of: 'perMonth', atLeast: 'perDay', fault: 'monthBelowDay' },
  { of: 'total', atLeast: 'perPayment', fault: 'totalBelowPayment' },
] as const

/** The amounts of stored limits. */
export function amountsOf(limits: Limits): LimitAmounts {
  const { perPayment, perDay, perMonth, perSiteDay, total } = limits
  return {
    perPayment,
    perDay,
    ...(perMonth !== undefined && { perMonth }),
    ...(perSiteDay !== undefined && { perSiteDay }),
    ...(total && { total: total.limit }),
  }
}

/** What the fields show of the stored limits; nothing where none was set. */
export function draftOf(limits: Limits): LimitsDraft {
  const amounts = amountsOf(limits)
  const text = (amount = 0n) => (amount > 0n ? fieldText(amount) : '')
  return {
    perPayment: text(amounts.perPayment),
    perDay: text(amounts.perDay),
    perMonth: text(amounts.perMonth),
    perSiteDay: text(amounts.perSiteDay),
    total: text(amounts.total),
    periods: limits.periods ?? 'calendar',
  }
}

export function suggestedDraft(): Record<RequiredLimit, string> {
  return { perPayment: fieldText(SUGGESTED.perPayment), perDay: fieldText(SUGGESTED.perDay) }
}

/** All amounts, or what is wrong with each. */
export function readLimits(draft: LimitsDraft): AmountsReading<RequiredLimit, OptionalLimit> {
  return readAmounts(draft, REQUIRED_LIMITS, OPTIONAL_LIMITS, LEAST)
}

/** Limits as they cross to the worker. */
export function limitsMessage(
  autoApprove: boolean,
  amounts: LimitAmounts,
  periods: Periods,
): LimitsMessage {
  const { perPayment, perDay, perMonth, perSiteDay, total } = amounts
  return {
    autoApprove,
    perPayment: perPayment.toString(),
    perDay: perDay.toString(),
    perMonth: perMonth?.toString(),
    perSiteDay: perSiteDay?.toString(),
    total: total?.toString(),
    periods,
  }
}
