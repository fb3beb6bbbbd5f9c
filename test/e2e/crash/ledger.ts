import { expect } from '@playwright/test'
import type { Payment } from '../../../lib/payment/payment'
import { type TotalRow, totalsOf } from '../../../lib/payment/totals'
import type { Tuppence } from '../tuppence'

/**
 * What counts against the budgets, in micro-dollars, as the worker has added it up. What the
 * payments add up to is the same at any time.
 */
export async function counted(tuppence: Tuppence): Promise<bigint> {
  const { payments, totals } = await tuppence.console.evaluate(readLedger)
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

/** Runs in a page of the extension. Both stores at one moment. */
function readLedger(): Promise<{ payments: Payment[]; totals: TotalRow[] }> {
  return new Promise((resolve, reject) => {
    const open = indexedDB.open('tuppence')
    open.onerror = () => reject(open.error)
    open.onsuccess = () => {
      const transaction = open.result.transaction(['payments', 'totals'])
      const payments = transaction.objectStore('payments').getAll()
      const totals = transaction.objectStore('totals').getAll()
      transaction.onerror = () => reject(transaction.error)
      transaction.oncomplete = () => {
        open.result.close()
        resolve({ payments: payments.result, totals: totals.result })
      }
    }
  })
}
