import 'fake-indexeddb/auto'
import Dexie from 'dexie'
import { afterEach, expect, it } from 'vitest'
import { db } from '../../lib/store/db'
import { mustReachRecords } from '../../lib/store/health'
import { aPayment } from '../unit/payment/samples'

afterEach(() => db.delete({ disableAutoOpen: false }))

/** Records as a later version of Tuppence may leave them: another shape, one more payment. */
async function writeByLaterVersion(): Promise<Dexie> {
  const later = new Dexie('tuppence')
  later.version(1000).stores({ payments: 'id, renamed', settings: 'key', receipts: 'id' })
  await later.table('payments').add(aPayment({ id: 'later' }))
  return later
}

const shapeOf = ({ verno, tables }: Dexie) => ({
  verno,
  indexes: Object.fromEntries(
    tables.map(({ name, schema }) => [name, schema.indexes.map((index) => index.name)]),
  ),
})

it('records of a later version are refused whole, with the reason, and stay as they are', async () => {
  const later = await writeByLaterVersion()
  const before = shapeOf(later)
  later.close()

  await expect(mustReachRecords()).rejects.toMatchObject({ code: 'storage_newer' })
  // Nor does any other way in write to them.
  await expect(db.payments.put(aPayment({ id: 'earlier' }))).rejects.toThrow()
  db.close()

  const again = await new Dexie('tuppence').open()
  expect(shapeOf(again)).toEqual(before)
  expect((await again.table('payments').toArray()).map(({ id }) => id)).toEqual(['later'])
  again.close()
})

it('records of this version open again', async () => {
  await mustReachRecords()
  await db.payments.put(aPayment({ id: 'mine' }))
  db.close({ disableAutoOpen: false })
  await mustReachRecords()
  expect(await db.payments.count()).toBe(1)
})
