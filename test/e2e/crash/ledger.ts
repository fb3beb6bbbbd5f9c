import { expect } from '@playwright/test'
import type { Payment } from '../../../lib/payment/payment'
import { type TotalRow, totalsOf } from '../../../lib/payment/totals'
import { rowsIn } from '../rows'
import type { Tuppence } from '../tuppence'

interface Ledger extends Record<string, unknown> {
  payments: Payment
  totals: TotalRow
}

/**
 * What counts against the budgets, in micro-dollars, as the worker has added it up. What the
 * payments add up to is the same at any time.
 */
export async function counted(tuppence: Tuppence): Promise<bigint> {
  const { payments, totals } = await rowsIn<Ledger>(tuppence.console, 'payments', 'totals')
  expect(lines(totals)).toEqual(lines(totalsOf(payments)))
  return totals
    .filter(({ scope, grain }) => scope === 'test *' && grain === 'era')
    .reduce((sum, { settled, outstanding }) => sum + settled + outstanding, 0n)
}

function lines(totals: TotalRow[]): string[] {
  return totals
    .filter(({ settled, outstanding }) => settled !== 0n || outstanding !== 0n)
    .map((row) => [row.scope, row.grain, row.start, row.settled, row.outstanding].join(' '))
    .sort()
}
