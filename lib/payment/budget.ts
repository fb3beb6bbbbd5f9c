import { countsAsSpent } from './lifecycle'
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

/** Micro-dollars spent or outstanding, test money and real money apart. */
export function spent(payments: Iterable<Spending>, testnet: boolean): bigint {
  let sum = 0n
  for (const { state, terms } of payments) {
    if (terms.testnet === testnet && countsAsSpent(state)) sum += terms.microUsd
  }
  return sum
}
