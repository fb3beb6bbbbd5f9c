import { db } from '../../../lib/store/db'
import { totals } from '../../../lib/store/queries'

/** Empties the database: each test begins like a fresh installation. */
export async function freshStore(): Promise<void> {
  await db.open()
  await Promise.all(db.tables.map((table) => table.clear()))
}

/** Micro-dollars spent or outstanding since midnight. */
export async function spentToday(testnet: boolean, now = Date.now()): Promise<bigint> {
  return (await totals(testnet, now)).today
}
