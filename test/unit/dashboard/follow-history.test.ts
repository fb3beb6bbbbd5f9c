import 'fake-indexeddb/auto'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import {
  followHistory,
  type HistoryReading,
} from '../../../entrypoints/dashboard/history/follow-history'
import type { HistoryFilter } from '../../../lib/payment/history/filter'
import type { Payment } from '../../../lib/payment/payment'
import { db } from '../../../lib/store/db'
import { aPayment } from '../payment/samples'
import { freshStore } from '../store/fresh-store'

const HOUR_MS = 3_600_000
let stop = () => {}

beforeEach(freshStore)
afterEach(() => stop())

/** Paid that long ago. */
function paid(id: string, ago: number, change: Partial<Payment> = {}): Payment {
  const at = Date.now() - ago
  return aPayment({ id, state: 'confirmed', spentAt: at, createdAt: at, updatedAt: at, ...change })
}

/** What the page knows, as it is told. */
function follow(filter: HistoryFilter = {}) {
  const reading: Partial<HistoryReading> = {}
  stop = followHistory(filter, (change) => Object.assign(reading, change))
  return { reading, ids: () => reading.days?.flatMap(({ ids }) => ids) }
}

describe('following the history', () => {
  it('reads it all and says what there is to filter by', async () => {
    await db.payments.bulkAdd([
      paid('old', 50 * HOUR_MS),
      paid('new', 0, { payeeOrigin: 'https://pay.example' }),
    ])
    const { reading, ids } = follow()
    await vi.waitFor(() => expect(reading.done).toBe(true))
    expect(ids()).toEqual(['new', 'old'])
    expect(reading.days).toHaveLength(2)
    expect(reading.facets).toEqual({
      sites: ['https://news.example', 'https://pay.example'],
      networks: ['eip155:84532'],
      payers: [],
    })
  })

  it('shows a payment that is made while the page is open, and where it went', async () => {
    await db.payments.bulkAdd([paid('old', 50 * HOUR_MS)])
    const { reading, ids } = follow()
    await vi.waitFor(() => expect(reading.done).toBe(true))
    const payment = paid('new', 0, { state: 'signed' })
    await db.payments.add(payment)
    await vi.waitFor(() => expect(ids()).toEqual(['new', 'old']))
    expect(reading.days?.[0]?.sums).toHaveLength(1)
    await db.payments.put({ ...payment, state: 'expired', updatedAt: Date.now() })
    await vi.waitFor(() => expect(reading.days?.[0]?.sums).toEqual([]))
  })

  it('takes out what no longer fits the filter', async () => {
    const payment = paid('open', HOUR_MS / 60, { state: 'unknown' })
    await db.payments.add(payment)
    const { reading, ids } = follow({ states: ['unknown'] })
    await vi.waitFor(() => expect(reading.done).toBe(true))
    expect(ids()).toEqual(['open'])
    await db.payments.put({ ...payment, state: 'confirmed', updatedAt: Date.now() })
    await vi.waitFor(() => expect(ids()).toEqual([]))
  })

  it('reads it all again when a backup brings payments of another time', async () => {
    await db.payments.add(paid('new', 0))
    const { reading, ids } = follow()
    await vi.waitFor(() => expect(reading.done).toBe(true))
    await db.payments.add(paid('here', 0))
    await vi.waitFor(() => expect(ids()).toHaveLength(2))
    await db.payments.bulkAdd([paid('a', 900 * HOUR_MS), paid('b', 901 * HOUR_MS)])
    await vi.waitFor(() => expect(ids()?.slice(2)).toEqual(['a', 'b']))
  })

  it('says what went wrong', async () => {
    const broken = vi.spyOn(db.payments, 'where').mockImplementation(() => {
      throw new Error('unreadable')
    })
    const { reading } = follow()
    await vi.waitFor(() => expect(reading.problem).toBeInstanceOf(Error))
    expect(reading.done).toBeUndefined()
    broken.mockRestore()
  })

  it('says nothing more once it is stopped', async () => {
    await db.payments.add(paid('new', 0))
    const first = follow()
    stop()
    // One that began later and goes on is long through.
    const second = follow()
    await vi.waitFor(() => expect(second.reading.done).toBe(true))
    await db.payments.add(paid('newer', 0))
    await vi.waitFor(() => expect(second.ids()).toHaveLength(2))
    expect(first.reading).toEqual({})
  })
})
