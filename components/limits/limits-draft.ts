import type { Limits } from '../../lib/payment/limits'
import { type AmountFault, readAmount } from '../payment/amount-field'
import { fieldText, SUGGESTED } from './suggested-amount'

/** The two amounts as typed. */
export interface LimitsDraft {
  perPayment: string
  perDay: string
}

export type LimitsFault = AmountFault | 'dayBelowPayment'

export type LimitsReading =
  | { limits: Pick<Limits, 'perPayment' | 'perDay'> }
  | { faults: Partial<Record<keyof LimitsDraft, LimitsFault>> }

/** What the fields show of the stored limits; nothing where none was set. */
export function draftOf(limits: Limits): LimitsDraft {
  const text = (amount: bigint) => (amount > 0n ? fieldText(amount) : '')
  return { perPayment: text(limits.perPayment), perDay: text(limits.perDay) }
}

export const SUGGESTED_DRAFT: LimitsDraft = {
  perPayment: fieldText(SUGGESTED.perPayment),
  perDay: fieldText(SUGGESTED.perDay),
}

/** Both amounts, or what is wrong with each. */
export function readLimits(draft: LimitsDraft): LimitsReading {
  const perPayment = readAmount(draft.perPayment)
  const perDay = readAmount(draft.perDay)
  if ('fault' in perPayment || 'fault' in perDay) {
    return {
      faults: {
        ...('fault' in perPayment && { perPayment: perPayment.fault }),
        ...('fault' in perDay && { perDay: perDay.fault }),
      },
    }
  }
  if (perDay.microUsd < perPayment.microUsd) return { faults: { perDay: 'dayBelowPayment' } }
  return { limits: { perPayment: perPayment.microUsd, perDay: perDay.microUsd } }
}
