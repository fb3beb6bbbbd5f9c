import type { Page } from '@playwright/test'
import { type Acquaintance, acquaintanceKey, getToKnow } from '../../../lib/payment/acquaintance'
import type { Payment } from '../../../lib/payment/payment'
import { totalsOf } from '../../../lib/payment/totals'
import { aPayment, someTerms } from '../../unit/payment/samples'

/** One write at a time crosses to the browser. */
const CHUNK = 2_000

/** Writes rows straight into the tables, from a page of the extension. */
async function putRows(page: Page, table: string, rows: readonly unknown[]): Promise<void> {
  for (let start = 0; start < rows.length; start += CHUNK) {
    await page.evaluate(
      ([table, rows]) =>
        new Promise<void>((resolve, reject) => {
          const open = indexedDB.open('tuppence')
          open.onerror = () => reject(open.error)
          open.onsuccess = () => {
            const transaction = open.result.transaction(table, 'readwrite')
            for (const row of rows) transaction.objectStore(table).put(row)
            transaction.onabort = () => reject(transaction.error)
            transaction.oncomplete = () => {
              open.result.close()
              resolve()
            }
          }
        }),
      [table, rows.slice(start, start + CHUNK)] as const,
    )
  }
}

/** A history as the ledger would have written it: payments, their totals and who is known by them. */
export async function putHistory(page: Page, payments: readonly Payment[]): Promise<void> {
  const known = new Map<string, Acquaintance>()
  for (const payment of payments.filter(({ spentAt }) => spentAt !== undefined)) {
    const key = acquaintanceKey(payment)
    known.set(key, getToKnow(known.get(key), payment, payment.spentAt ?? 0))
  }
  await putRows(page, 'payments', payments)
  await putRows(page, 'totals', totalsOf(payments))
  await putRows(page, 'acquaintances', [...known.values()])
}

interface Spent {
  site: string
  /** Micro-dollars. */
  amount: bigint
  /** Milliseconds since 1970. */
  at: number
  testnet?: boolean
}

/** A payment that was made, confirmed unless something else is said. */
export function spent({ site, amount, at, testnet = false }: Spent, change: Partial<Payment> = {}) {
  const id = crypto.randomUUID()
  const networkId = testnet ? 'eip155:84532' : 'eip155:8453'
  return aPayment({
    id,
    state: 'confirmed',
    createdAt: at,
    spentAt: at,
    site,
    payeeOrigin: site,
    purchase: id,
    terms: someTerms({ amount, testnet, networkId }),
    ...change,
  })
}
