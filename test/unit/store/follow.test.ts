import 'fake-indexeddb/auto'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { db } from '../../../lib/store/db'
import { follow } from '../../../lib/store/follow'
import { watchRecent } from '../../../lib/store/queries'
import { aPayment } from '../payment/samples'
import { freshStore } from './fresh-store'

beforeEach(freshStore)

let end = () => {}
afterEach(() => end())

const ask = (id: string) => db.payments.put(aPayment({ id, state: 'awaiting' }))

/** Follows the number of payments. */
function counting(read: () => Promise<number> = () => db.payments.count()) {
  const counts: number[] = []
  const errors: unknown[] = []
  end = follow(db.payments, read, {
    next: (count) => counts.push(count),
    error: (cause) => errors.push(cause),
  })
  return { counts, errors }
}

describe('following a table', () => {
  it('reads at once, and again for what is written', async () => {
    await ask('a')
    const { counts } = counting()
    await expect.poll(() => counts).toEqual([1])
    await ask('b')
    await expect.poll(() => counts).toEqual([1, 2])
  })

  it('reads again for what a transaction writes with other tables', async () => {
    const { counts, errors } = counting()
    await expect.poll(() => counts).toEqual([0])
    await db.transaction('rw', db.payments, db.totals, () => ask('a'))
    await expect.poll(() => counts).toEqual([0, 1])
    expect(errors).toEqual([])
  })

  it('does not read for another table', async () => {
    const read = vi.fn(() => db.payments.count())
    const { counts } = counting(read)
    await expect.poll(() => counts).toEqual([0])
    await db.settings.put({ key: 'disabledNetworks', value: [] })
    await ask('a')
    await expect.poll(() => counts).toEqual([0, 1])
    expect(read).toHaveBeenCalledTimes(2)
  })

  it('tells what it has read although more is written all the while', async () => {
    let written = 0
    const read = async () => {
      const count = await db.payments.count()
      // While it reads somebody writes, four times.
      if (written < 4) await ask(`during ${written++}`)
      return count
    }
    const { counts } = counting(read)
    await expect.poll(() => counts).toEqual([0, 1, 2, 3, 4])
  })

  it('rests as long as it has read, and sees then what was written meanwhile', async () => {
    let reading = 0
    const read = async () => {
      const began = performance.now()
      await new Promise((resolve) => setTimeout(resolve, 20))
      const count = await db.payments.count()
      reading += performance.now() - began
      return count
    }
    const began = performance.now()
    const { counts } = counting(read)
    for (let at = 0; at < 60; at++) await ask(`p${at}`)
    await expect.poll(() => counts.at(-1)).toBe(60)
    expect(counts.length).toBeLessThan(60)
    // The rest after the last one need not be over.
    const last = reading / counts.length
    expect(performance.now() - began).toBeGreaterThanOrEqual(2 * reading - 2 * last)
  })

  it('says nothing more once it is ended', async () => {
    const { counts } = counting()
    end()
    await ask('a')
    await expect.poll(() => db.payments.count()).toBe(1)
    expect(counts).toEqual([])
  })

  it('says once that it cannot read, and ends', async () => {
    const read = vi.fn(() => Promise.reject(new Error('gone')))
    const { counts, errors } = counting(read)
    await expect.poll(() => errors).toHaveLength(1)
    await ask('a')
    await expect.poll(() => db.payments.count()).toBe(1)
    expect(read).toHaveBeenCalledTimes(1)
    expect(counts).toEqual([])
  })
})

describe('what the popup follows', () => {
  it('is there although a page asks without end', async () => {
    const seen: number[] = []
    end = watchRecent(0, 0, { next: ({ length }) => seen.push(length), error: expect.unreachable })
    let asked = 0
    while (seen.length < 3 && asked < 5_000) await ask(`p${asked++}`)
    expect(seen.length).toBeGreaterThanOrEqual(3)
    await expect.poll(() => seen.at(-1)).toBe(asked)
  })
})
