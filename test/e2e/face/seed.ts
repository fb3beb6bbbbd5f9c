import type { Page } from '@playwright/test'
import { someTerms } from '../../unit/payment/samples'

/** What every seeded payment has; `shape` in `seedHistory` makes the rest of its number. */
const terms = someTerms()

/** Number of sites that the seeded payments go to, one after the other. */
export const SITES = 40

/**
 * Writes payments straight into the ledger, from a page of the extension: number 0 is the newest,
 * paid at `newestAt` (milliseconds since 1970), each next one `stepMs` earlier.
 */
export async function seedHistory(
  page: Page,
  count: number,
  { newestAt = Date.now() - 60_000, stepMs = 60_000, from = 0 } = {},
): Promise<void> {
  await page.evaluate(
    async ({ count, newestAt, stepMs, from, terms, SITES }) => {
      const hash = (number: number) => `0x${number.toString(16).padStart(64, 'a')}`
      const shape = (number: number) => {
        const at = newestAt - number * stepMs
        const site = `https://site-${number % SITES}.example`
        const amount = BigInt(10_000 + (number % 90) * 1_000)
        const testnet = number % 10 === 0
        const url = `${site}/articles/${number}`
        const state = number % 50 === 7 ? 'undelivered' : 'confirmed'
        return {
          id: `seed-${number}`,
          state,
          createdAt: at,
          updatedAt: at,
          spentAt: at,
          site,
          payeeOrigin: site,
          request: {
            kind: 'navigation',
            url,
            method: 'GET',
            tabId: 1,
            frameId: 0,
            documentId: 'd',
          },
          offer: {
            protocol: 'x402',
            version: 2,
            resource: { url, description: `Piece ${number}` },
          },
          terms: {
            ...terms,
            amount,
            microUsd: amount,
            testnet,
            networkId: testnet ? 'eip155:84532' : 'eip155:8453',
          },
          purchase: `seed ${number}`,
          reasons: [],
          approvedBy: 'user',
          authorization: {
            payer: number % 2 ? `0x${'1'.repeat(40)}` : `0x${'2'.repeat(40)}`,
            nonce: hash(number),
            validAfter: 0,
            validBefore: 1,
          },
          transaction: hash(number),
          trail: [
            { state: 'awaiting', at, by: 'page' },
            { state: 'reserved', at, by: 'user' },
            { state: 'signed', at, by: 'wallet' },
            { state: 'sent', at, by: 'wallet' },
            { state, at, by: 'chain' },
          ],
        }
      }
      const db = await new Promise<IDBDatabase>((resolve, reject) => {
        const open = indexedDB.open('tuppence')
        open.onerror = () => reject(open.error)
        open.onsuccess = () => resolve(open.result)
      })
      for (let first = from; first < from + count; first += 5_000) {
        await new Promise<void>((resolve, reject) => {
          const transaction = db.transaction('payments', 'readwrite', { durability: 'relaxed' })
          transaction.oncomplete = () => resolve()
          transaction.onerror = () => reject(transaction.error)
          const last = Math.min(first + 5_000, from + count)
          for (let number = first; number < last; number++) {
            transaction.objectStore('payments').add(shape(number))
          }
        })
      }
      db.close()
    },
    { count, newestAt, stepMs, from, terms, SITES },
  )
}
