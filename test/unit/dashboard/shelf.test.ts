import 'fake-indexeddb/auto'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { boughtIn, linesWith } from '../../../entrypoints/dashboard/shelf/bought'
import { followShelf, type ShelfReading } from '../../../entrypoints/dashboard/shelf/follow-shelf'
import { searchTerms } from '../../../lib/payment/history/search'
import type { Payment } from '../../../lib/payment/payment'
import { db } from '../../../lib/store/db'
import { aPayment } from '../payment/samples'
import { freshStore } from '../store/fresh-store'

const DAY_MS = 24 * 3_600_000
let stop = () => {}

beforeEach(freshStore)
afterEach(() => {
  stop()
  vi.restoreAllMocks()
})

/** Paid that long ago, for a page of this name. */
function paid(name: string, ago: number, change: Partial<Payment> = {}): Payment {
  const at = Date.now() - ago
  const request = { ...aPayment().request, url: `https://news.example/${name}` }
  const times = { spentAt: at, createdAt: at, updatedAt: at }
  return aPayment({ id: `${name} ${ago}`, state: 'confirmed', request, ...times, ...change })
}

function follow() {
  const seen: { last?: ShelfReading } = {}
  stop = followShelf((reading) => {
    seen.last = reading
  })
  const done = () => vi.waitFor(() => expect(seen.last?.done).toBe(true))
  return { seen, done, ids: () => seen.last?.lines?.map(({ id }) => id) }
}

describe('following the shelf', () => {
  it('has each address once, by its latest purchase, the newest first', async () => {
    const a = [paid('a', 3 * DAY_MS), paid('a', DAY_MS)]
    await db.payments.bulkAdd([...a, paid('b', 2 * DAY_MS), paid('c', 0, { state: 'declined' })])
    const { done, ids } = follow()
    await done()
    expect(ids()).toEqual([`a ${DAY_MS}`, `b ${2 * DAY_MS}`])
  })

  it('shows what is bought meanwhile, in place of what was bought before', async () => {
    await db.payments.bulkAdd([paid('a', 2 * DAY_MS), paid('b', DAY_MS)])
    const { seen, done, ids } = follow()
    await done()
    await db.payments.add(paid('a', 0, { state: 'settled' }))
    await vi.waitFor(() => expect(ids()).toEqual(['a 0', `b ${DAY_MS}`]))
    await db.payments.update('a 0', { title: 'A title', updatedAt: Date.now() })
    await vi.waitFor(() => expect(seen.last?.lines?.[0]?.title).toBe('A title'))
  })

  it('takes down what turns out not to have come', async () => {
    await db.payments.bulkAdd([paid('a', 0, { state: 'settled' }), paid('b', DAY_MS)])
    const { done, ids } = follow()
    await done()
    await db.payments.update('a 0', { state: 'undelivered', updatedAt: Date.now() })
    await vi.waitFor(() => expect(ids()).toEqual([`b ${DAY_MS}`]))
  })

  it('says so when it cannot be read', async () => {
    vi.spyOn(db.payments, 'where').mockImplementation(() => {
      throw new Error('The disk is damaged')
    })
    const { seen, done } = follow()
    await done()
    expect(seen.last?.problem).toEqual(new Error('The disk is damaged'))
  })
})

describe('a search on the shelf', () => {
  const description = 'The Last Keeper'
  const offer = { ...aPayment().offer, resource: { description } }
  const lines = boughtIn([paid('lighthouse', 0, { offer, title: 'News: today' })])

  it.each(['keeper', 'LAST news', 'news.example', 'lighthouse', ''])('finds %s', (text) => {
    expect(linesWith(lines, searchTerms(text))).toHaveLength(1)
  })

  it.each(['keeper tomorrow', 'other.example'])('does not find %s', (text) => {
    expect(linesWith(lines, searchTerms(text))).toEqual([])
  })
})
