import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, it } from 'vitest'
import type { HistoryFilter } from '../../../lib/payment/history/filter'
import type { Payment } from '../../../lib/payment/payment'
import { db } from '../../../lib/store/db'
import { paymentsById, readHistory } from '../../../lib/store/history'
import { aPayment } from '../payment/samples'
import { freshStore } from './fresh-store'

beforeEach(freshStore)

function paid(number: number, spentAt: number, change: Partial<Payment> = {}): Payment {
  const id = `p${String(number).padStart(5, '0')}`
  return aPayment({ id, state: 'confirmed', spentAt, ...change })
}

async function idsOf(filter: HistoryFilter): Promise<string[]> {
  const ids: string[] = []
  for await (const { payments } of readHistory(filter)) ids.push(...payments.map(({ id }) => id))
  return ids
}

describe('reading the history', () => {
  it('gives each payment once, newest first, over many pieces', async () => {
    const payments = Array.from({ length: 1_730 }, (_, at) => paid(at, 1_000 + at))
    await db.payments.bulkAdd(payments)
    expect(await idsOf({})).toEqual(payments.map(({ id }) => id).reverse())
  })

  it('gives each once, too, where more were paid in one millisecond than fit into a piece', async () => {
    const payments = Array.from({ length: 1_900 }, (_, at) => paid(at, at < 1_300 ? 5 : 6))
    await db.payments.bulkAdd(payments)
    const ids = await idsOf({})
    expect(new Set(ids).size).toBe(1_900)
    expect(ids).toHaveLength(1_900)
  })

  it('reads only the stretch of time that is wanted', async () => {
    await db.payments.bulkAdd(Array.from({ length: 30 }, (_, at) => paid(at, at + 1)))
    expect(await idsOf({ since: 10, until: 13 })).toEqual(['p00011', 'p00010', 'p00009'])
    expect(await idsOf({ since: 13, until: 13 })).toEqual([])
    const read = []
    for await (const chunk of readHistory({ since: 10, until: 13 })) read.push(...chunk.read)
    expect(read).toHaveLength(3)
  })

  it('gives what the filter lets through, and the rest only as read', async () => {
    await db.payments.bulkAdd([
      paid(1, 1),
      paid(2, 2, { state: 'awaiting' }),
      paid(3, 3, { state: 'unknown' }),
    ])
    const given: string[] = []
    const read: string[] = []
    for await (const chunk of readHistory({ states: ['unknown'] })) {
      given.push(...chunk.payments.map(({ id }) => id))
      read.push(...chunk.read.map(({ id }) => id))
    }
    expect(given).toEqual(['p00003'])
    expect(read).toEqual(['p00003', 'p00002', 'p00001'])
  })

  it('gives payments by their ids, those that are gone left out', async () => {
    await db.payments.bulkAdd([paid(1, 1), paid(2, 2)])
    expect([...(await paymentsById(['p00002', 'gone', 'p00001'])).keys()]).toEqual([
      'p00002',
      'p00001',
    ])
  })
})
