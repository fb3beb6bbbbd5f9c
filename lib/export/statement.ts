import { startOfDay } from '../payment/budget'
import { addSums, type MoneySum, sumsOf } from '../payment/history/sums'
import { countsAsSpent } from '../payment/lifecycle'
import type { Payment } from '../payment/payment'
import { paidAt } from './payment-facts'

/** What one site was paid, or what was paid on one day. */
export interface StatementLine<Key> {
  key: Key
  count: number
  sums: readonly MoneySum[]
}

/** A stretch of the history added up; what expired or was cancelled cost nothing and is left out. */
export interface Statement {
  count: number
  sums: readonly MoneySum[]
  /** By the origin that was paid. */
  sites: ReadonlyMap<string, StatementLine<string>>
  /** By midnight in the user's time zone, milliseconds since 1970. */
  days: ReadonlyMap<number, StatementLine<number>>
}

export const EMPTY_STATEMENT: Statement = {
  count: 0,
  sums: [],
  sites: new Map(),
  days: new Map(),
}

/** The statement with more payments in it. */
export function withStatement(statement: Statement, payments: readonly Payment[]): Statement {
  const spent = payments.filter(({ state }) => countsAsSpent(state))
  return {
    count: statement.count + spent.length,
    sums: addSums(statement.sums, sumsOf(spent)),
    sites: withLines(statement.sites, spent, ({ payeeOrigin }) => payeeOrigin),
    days: withLines(statement.days, spent, (payment) => startOfDay(paidAt(payment))),
  }
}

function withLines<Key>(
  lines: ReadonlyMap<Key, StatementLine<Key>>,
  payments: readonly Payment[],
  keyOf: (payment: Payment) => Key,
): Map<Key, StatementLine<Key>> {
  const groups = new Map<Key, Payment[]>()
  for (const payment of payments) {
    const key = keyOf(payment)
    const group = groups.get(key)
    if (group) group.push(payment)
    else groups.set(key, [payment])
  }
  const next = new Map(lines)
  for (const [key, group] of groups) {
    const before = next.get(key)
    next.set(key, {
      key,
      count: (before?.count ?? 0) + group.length,
      sums: addSums(before?.sums ?? [], sumsOf(group)),
    })
  }
  return next
}
