import { startOfDay } from '../budget'
import type { Payment } from '../payment'
import { addSums, type MoneySum, sumsOf } from './sums'

/** The payments of one day, newest first: only their ids, so that 100,000 of them stay small. */
export interface Day {
  /** Midnight in the user's time zone, milliseconds since 1970. */
  start: number
  ids: readonly string[]
  sums: readonly MoneySum[]
}

/**
 * The days with more payments after them, newest first; the first may belong to the last day.
 * Payments without `spentAt` were never paid and are left out.
 */
export function withPayments(days: readonly Day[], payments: readonly Payment[]): Day[] {
  const next = [...days]
  for (const day of daysOf(payments)) {
    const last = next.at(-1)
    if (last?.start !== day.start) next.push(day)
    else next[next.length - 1] = joined(last, day)
  }
  return next
}

/** The days with one of them read anew, from its payments newest first; an empty day goes. */
export function withDay(days: readonly Day[], start: number, payments: readonly Payment[]): Day[] {
  const others = days.filter((day) => day.start !== start)
  return [...others, ...daysOf(payments)].sort((a, b) => b.start - a.start)
}

/** Midnight after that day; a day of the change of clocks has 23 or 25 hours. */
export function endOfDay(start: number): number {
  const day = new Date(start)
  return new Date(day.getFullYear(), day.getMonth(), day.getDate() + 1).getTime()
}

export function countOf(days: readonly Day[]): number {
  return days.reduce((count, { ids }) => count + ids.length, 0)
}

function daysOf(payments: readonly Payment[]): Day[] {
  const days: { start: number; payments: Payment[] }[] = []
  for (const payment of payments) {
    if (payment.spentAt === undefined) continue
    const last = days.at(-1)
    const start = startOfDay(payment.spentAt)
    if (last?.start === start) last.payments.push(payment)
    else days.push({ start, payments: [payment] })
  }
  return days.map(({ start, payments }) => ({
    start,
    ids: payments.map(({ id }) => id),
    sums: sumsOf(payments),
  }))
}

function joined(a: Day, b: Day): Day {
  return { start: a.start, ids: [...a.ids, ...b.ids], sums: addSums(a.sums, b.sums) }
}
