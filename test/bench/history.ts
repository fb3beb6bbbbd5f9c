import type { Payment } from '../../lib/payment/payment'
import { totalsOf } from '../../lib/payment/totals'
import type { Tuppence } from '../e2e/tuppence'

const MINUTE_MS = 60_000
const CHUNK = 5_000

/**
 * Fills the history up to `count` payments, one a minute into the past, on 500 sites: copies of a
 * payment that was really made, with the running totals that they would have left.
 */
export async function fillHistory(tuppence: Tuppence, count: number): Promise<void> {
  const { console } = tuppence
  const all = await tuppence.payments()
  const made = all.find(({ state }) => state === 'confirmed')
  if (!made) throw new Error('No payment to copy')
  const before = all.length
  const copyOf = (index: number): Payment => {
    const at = made.createdAt - (index + 1) * MINUTE_MS
    const site = `https://site-${index % 500}.example`
    const url = `${site}/article/${index}`
    return {
      ...made,
      id: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
      createdAt: at,
      updatedAt: at,
      spentAt: at,
      site,
      payeeOrigin: site,
      request: { ...made.request, url },
      purchase: url,
      thing: url,
    }
  }
  for (let from = before; from < count; from += CHUNK) {
    const length = Math.min(CHUNK, count - from)
    await console.evaluate(putAll, {
      table: 'payments',
      rows: Array.from({ length }, (_, index) => copyOf(from + index)),
    })
  }
  const rows = totalsOf([
    ...all,
    ...Array.from({ length: count - before }, (_, n) => copyOf(n + before)),
  ])
  await console.evaluate(putAll, { table: 'totals', rows })
}

/** Runs in a page of the extension. */
function putAll({ table, rows }: { table: string; rows: object[] }): Promise<void> {
  return new Promise((resolve, reject) => {
    const open = indexedDB.open('tuppence')
    open.onerror = () => reject(open.error)
    open.onsuccess = () => {
      const transaction = open.result.transaction(table, 'readwrite')
      for (const row of rows) transaction.objectStore(table).put(row)
      transaction.onerror = () => reject(transaction.error)
      transaction.oncomplete = () => {
        open.result.close()
        resolve()
      }
    }
  })
}
