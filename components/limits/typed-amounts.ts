import { type AmountFault, readAmount } from '../payment/amount-field'

/** What is wrong with a typed amount of a limit; the words are in the locale files, `limits.<fault>`. */
export type LimitFault = AmountFault | BelowFault

type BelowFault = 'dayBelowPayment' | 'monthBelowDay' | 'monthBelowPayment' | 'totalBelowPayment'

/** An amount that makes no sense below another one. */
interface Least<Name extends string> {
  of: Name
  atLeast: Name
  fault: LimitFault
}

export type Faults<Name extends string> = Partial<Record<Name, LimitFault>>

/** Micro-dollars of each amount, or what is wrong with each. */
export type AmountsReading<Required extends string, Optional extends string> =
  | { amounts: Record<Required, bigint> & Partial<Record<Optional, bigint>> }
  | { faults: Faults<Required | Optional> }

/** Reads amounts in dollars as typed; optional ones may be empty, none is rounded. */
export function readAmounts<Required extends string, Optional extends string>(
  typed: Readonly<Record<Required | Optional, string>>,
  required: readonly Required[],
  optional: readonly Optional[],
  least: readonly Least<Required | Optional>[],
): AmountsReading<Required, Optional> {
  type Name = Required | Optional
  const given = [...required, ...optional.filter((name) => typed[name].trim())]
  const amounts: Partial<Record<Name, bigint>> = {}
  const faults: Faults<Name> = {}
  for (const name of given) {
    const reading = readAmount(typed[name])
    if ('fault' in reading) faults[name] = reading.fault
    else amounts[name] = reading.microUsd
  }
  for (const { of, atLeast, fault } of least) {
    const [amount, other] = [amounts[of], amounts[atLeast]]
    if (amount !== undefined && other !== undefined && amount < other) faults[of] = fault
  }
  if (Object.keys(faults).length > 0) return { faults }
  return { amounts: amounts as Record<Required, bigint> & Partial<Record<Optional, bigint>> }
}
