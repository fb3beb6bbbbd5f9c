import type { Page } from '@playwright/test'
import type { Payment } from '../../lib/payment/payment'

/** What the ledger has of one thing that was asked for since then, oldest first. */
export function recordsOf(console: Page, price: bigint, since: number): Promise<Payment[]> {
  return console.evaluate(readRecords, { price, since })
}

/** Runs in a page of the extension. */
function readRecords({ price, since }: { price: bigint; since: number }): Promise<Payment[]> {
  return new Promise((resolve, reject) => {
    const open = indexedDB.open('tuppence')
    open.onerror = () => reject(open.error)
    open.onsuccess = () => {
      const index = open.result.transaction('payments').objectStore('payments').index('createdAt')
      const all = index.getAll(IDBKeyRange.lowerBound(since))
      all.onerror = () => reject(all.error)
      all.onsuccess = () => {
        open.result.close()
        resolve((all.result as Payment[]).filter(({ terms }) => terms.amount === price))
      }
    }
  })
}
