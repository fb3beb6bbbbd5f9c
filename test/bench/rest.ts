import { expect } from '@playwright/test'
import type { Bench } from './browsers'

/** A thousand payments at once are confirmed within this time. Milliseconds. */
const TIMEOUT_MS = 240_000

/**
 * Until the chain has confirmed everything: what is measured next is one thing at a time, as for
 * somebody who reads. What many at once take is a part of its own.
 */
export async function atRest({ tuppence }: Bench): Promise<void> {
  const open = () => tuppence.console.evaluate(countOpen)
  await expect.poll(open, { timeout: TIMEOUT_MS, intervals: [50, 100, 200] }).toBe(0)
}

/** Runs in a page of the extension. */
async function countOpen(): Promise<number> {
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('tuppence')
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
  const states = db.transaction('payments').objectStore('payments').index('state')
  const counts = ['offered', 'reserved', 'signed', 'sent', 'settled', 'unknown'].map(
    (state) =>
      new Promise<number>((resolve, reject) => {
        const request = states.count(state)
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error)
      }),
  )
  const all = await Promise.all(counts)
  db.close()
  return all.reduce((sum, count) => sum + count, 0)
}
