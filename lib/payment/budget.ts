import { countsAsSpent } from './lifecycle'
import { toMicro } from './money'
import type { Currency } from './networks'
import type { Payment } from './payment'

/** Midnight of that day in the user's time zone, milliseconds since 1970. */
export function startOfDay(at: number): number {
  const day = new Date(at)
  return new Date(day.getFullYear(), day.getMonth(), day.getDate()).getTime()
}

/** The first midnight of that month in the user's time zone, milliseconds since 1970. */
export function startOfMonth(at: number): number {
  const day = new Date(at)
  return new Date(day.getFullYear(), day.getMonth(), 1).getTime()
}

type Spending = Pick<Payment, 'state' | 'terms'>

/** Micro-dollars spent or outstanding, test money and real money apart. Other currencies do not count. */
export function spent(payments: Iterable<Spending>, testnet: boolean): bigint {
  let sum = 0n
  for (const { state, terms } of payments) {
    if (terms.testnet === testnet && countsAsSpent(state)) sum += terms.microUsd ?? 0n
  }
  return sum
}

/** Money of another currency than the dollar, in millionths of it. */
export interface OtherMoney {
  currency: Currency
  micro: bigint
}

/** Spent or outstanding in each currency but the dollar; rounded up. */
export function spentElsewhere(payments: Iterable<Spending>, testnet: boolean): OtherMoney[] {
  const sums = new Map<Currency, bigint>()
  for (const { state, terms } of payments) {
    const { currency, amount, decimals } = terms
    if (terms.testnet !== testnet || currency === 'USD' || !countsAsSpent(state)) continue
    sums.set(currency, (sums.get(currency) ?? 0n) + toMicro(amount, decimals))
  }
  return [...sums].map(([currency, micro]) => ({ currency, micro }))
}
