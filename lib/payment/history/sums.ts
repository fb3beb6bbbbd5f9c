import { countsAsSpent } from '../lifecycle'
import { toMicro } from '../money'
import type { Currency } from '../networks'
import type { Payment } from '../payment'

/** Money of one kind: real and test money, dollars and euros are never added up together. */
export interface MoneySum {
  testnet: boolean
  currency: Currency
  /** Millionths of the currency; each payment is rounded up, as the limits count it. */
  micro: bigint
}

type Spending = Pick<Payment, 'state' | 'terms'>

/** What was spent, or may be, real money and dollars first. What expired or was cancelled is not. */
export function sumsOf(payments: Iterable<Spending>): MoneySum[] {
  const sums = new Map<string, MoneySum>()
  for (const { state, terms } of payments) {
    if (!countsAsSpent(state)) continue
    const { testnet, currency, amount, decimals } = terms
    add(sums, { testnet, currency, micro: toMicro(amount, decimals) })
  }
  return inOrder(sums)
}

export function addSums(...lists: (readonly MoneySum[])[]): MoneySum[] {
  const sums = new Map<string, MoneySum>()
  for (const sum of lists.flat()) add(sums, sum)
  return inOrder(sums)
}

function add(sums: Map<string, MoneySum>, { testnet, currency, micro }: MoneySum): void {
  const key = `${testnet ? 1 : 0} ${currency === 'USD' ? '' : currency}`
  const before = sums.get(key)?.micro ?? 0n
  sums.set(key, { testnet, currency, micro: before + micro })
}

function inOrder(sums: Map<string, MoneySum>): MoneySum[] {
  return [...sums].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, sum]) => sum)
}
