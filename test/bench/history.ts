import { expect, type Page } from '@playwright/test'
import type { Payment } from '../../lib/payment/payment'
import { totalsOf } from '../../lib/payment/totals'
import type { Bench } from './browsers'
import { openShop, sellTimed } from './shop'

const MINUTE_MS = 60_000
const SITES = 500
/** A reader stays on a site for some of its pages. */
const IN_A_ROW = 20
const CHUNK = 5_000
const COPY = 'copy-'

/**
 * Fills the history up to `count` payments, one a minute into the past: copies of a payment that
 * was really made, with the running totals that they would have left.
 */
export async function fillHistory(bench: Bench, count: number): Promise<void> {
  const { console } = bench.tuppence
  if ((await console.evaluate(countPayments)) >= count) return
  const made = await somePayment(bench)
  const before = await bench.tuppence.payments()
  const first = before.filter(({ id }) => id.startsWith(COPY)).length
  const end = first + count - before.length
  const how = { COPY, SITES, IN_A_ROW, MINUTE_MS }
  for (let from = first; from < end; from += CHUNK) {
    await console.evaluate(putCopies, { made, from, to: Math.min(from + CHUNK, end), ...how })
  }
  const copied = Array.from({ length: end - first }, (_, n) => spendingOf(made, first + n))
  await putTotals(console, totalsOf([...before, ...copied]))
}

/** What a copy counts for. */
function spendingOf(made: Payment, index: number): Payment {
  const site = siteOf(index)
  const spentAt = made.createdAt - (index + 1) * MINUTE_MS
  return { ...made, state: 'confirmed', spentAt, site, payeeOrigin: site }
}

/** The title that a copy can be searched by. */
export function titleOf(index: number): string {
  return `Article-${String(index).padStart(6, '0')}`
}

/** The site that a copy was paid to. */
export function siteOf(index: number): string {
  return `https://site-${Math.floor(index / IN_A_ROW) % SITES}.example`
}

/** Any payment that was made; one is where there is none yet. */
async function somePayment({ world, tuppence }: Bench): Promise<Payment> {
  const madeOne = async () => {
    const all = await tuppence.payments()
    return all.find(({ state }) => state === 'settled' || state === 'confirmed')
  }
  const before = await madeOne()
  if (before) return before
  openShop(world, '<!doctype html><title>Shop</title>A shop')
  sellTimed(world, '/first')
  const page = await tuppence.context.newPage()
  await page.goto(`${world.workbench.origin('a')}/shop`)
  await page.bringToFront()
  await page.evaluate(async () => (await fetch('/first')).text())
  await page.close()
  await expect.poll(madeOne, { timeout: 20_000 }).toBeDefined()
  return (await madeOne()) as Payment
}

/** Runs in a page of the extension. */
function countPayments(): Promise<number> {
  return new Promise((resolve, reject) => {
    const open = indexedDB.open('tuppence')
    open.onerror = () => reject(open.error)
    open.onsuccess = () => {
      const all = open.result.transaction('payments').objectStore('payments').count()
      all.onerror = () => reject(all.error)
      all.onsuccess = () => {
        open.result.close()
        resolve(all.result)
      }
    }
  })
}

interface Copies {
  made: Payment
  from: number
  to: number
  COPY: string
  SITES: number
  IN_A_ROW: number
  MINUTE_MS: number
}

/** Runs in a page of the extension. */
function putCopies({ made, from, to, COPY, SITES, IN_A_ROW, MINUTE_MS }: Copies): Promise<void> {
  return new Promise((resolve, reject) => {
    const open = indexedDB.open('tuppence')
    open.onerror = () => reject(open.error)
    open.onsuccess = () => {
      const transaction = open.result.transaction('payments', 'readwrite', {
        durability: 'relaxed',
      })
      for (let index = from; index < to; index++) {
        const at = made.createdAt - (index + 1) * MINUTE_MS
        const site = `https://site-${Math.floor(index / IN_A_ROW) % SITES}.example`
        const url = `${site}/article/${index}`
        transaction.objectStore('payments').put({
          ...made,
          id: `${COPY}${String(index).padStart(7, '0')}`,
          state: 'confirmed',
          createdAt: at,
          updatedAt: at,
          spentAt: at,
          lookAt: undefined,
          site,
          payeeOrigin: site,
          title: `Article-${String(index).padStart(6, '0')}`,
          request: { ...made.request, url },
          purchase: url,
          thing: url,
        })
      }
      transaction.onerror = () => reject(transaction.error)
      transaction.oncomplete = () => {
        open.result.close()
        resolve()
      }
    }
  })
}

async function putTotals(console: Page, totals: ReturnType<typeof totalsOf>): Promise<void> {
  const rows = totals.map(({ scope, grain, start, settled, outstanding }) =>
    [scope, grain, start, `${settled}`, `${outstanding}`].join('\t'),
  )
  await console.evaluate((text) => {
    const rows = text.split('\n').map((row) => row.split('\t'))
    return new Promise<void>((resolve, reject) => {
      const open = indexedDB.open('tuppence')
      open.onerror = () => reject(open.error)
      open.onsuccess = () => {
        const transaction = open.result.transaction('totals', 'readwrite', {
          durability: 'relaxed',
        })
        for (const [scope, grain, start, settled = '', outstanding = ''] of rows) {
          const sum = { settled: BigInt(settled), outstanding: BigInt(outstanding) }
          transaction.objectStore('totals').put({ scope, grain, start: Number(start), ...sum })
        }
        transaction.onerror = () => reject(transaction.error)
        transaction.oncomplete = () => {
          open.result.close()
          resolve()
        }
      }
    })
  }, rows.join('\n'))
}
