import { db } from '../../../lib/store/db'

/** Empties the database: each test begins like a fresh installation. */
export async function freshStore(): Promise<void> {
  await db.open()
  await Promise.all(db.tables.map((table) => table.clear()))
}
