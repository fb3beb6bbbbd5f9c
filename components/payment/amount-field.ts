import { parseUsd } from '../../lib/payment/money'
import { Problem } from '../../lib/problem'
import { decimalMark } from '../../lib/words/money'

/** What is wrong with a typed amount; the words are in the locale files, `limits.<fault>`. */
export type AmountFault = 'amountInvalid' | 'amountGrouped' | 'amountZero'

export type AmountReading = { microUsd: bigint } | { fault: AmountFault }

/** Reads an amount in dollars as typed; nothing is rounded, nothing below a micro-dollar passes. */
export function readAmount(text: string): AmountReading {
  try {
    const microUsd = parseUsd(text, decimalMark())
    return microUsd > 0n ? { microUsd } : { fault: 'amountZero' }
  } catch (error) {
    const grouped = error instanceof Problem && error.code === 'amount_grouped'
    return { fault: grouped ? 'amountGrouped' : 'amountInvalid' }
  }
}
