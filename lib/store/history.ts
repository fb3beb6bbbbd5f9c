import { liveQuery, type Observable } from 'dexie'
import { type HistoryFilter, matches } from '../payment/history/filter'
import type { Payment } from '../payment/payment'
import { db } from './db'

/** So many are read at a time: some milliseconds, so that the page stays alive meanwhile. */
const CHUNK = 500

export interface HistoryChunk {
  /** What the filter lets through, newest first. */
  payments: Payment[]
  /** Everything that was read, for what could be filtered by. */
  read: Payment[]
}

/**
 * Reads the history newest first in chunks, by when the money was set aside. Payments that change
 * meanwhile may or may not show the change, see `watchHistory`.
 */
export async function* readHistory(filter: HistoryFilter): AsyncGenerator<HistoryChunk> {
  const { since = 0, until = Number.MAX_SAFE_INTEGER } = filter
  let last = until
  let atLast = new Set<string>()
  while (true) {
    const limit = CHUNK + atLast.size
    const rows = await db.payments
      .where('spentAt')
      // Several may have been set aside in the last millisecond that was read.
      .between(since, last, true, last !== until)
      .reverse()
      .limit(limit)
      .toArray()
    const read = rows.filter(({ id }) => !atLast.has(id))
    yield { payments: read.filter((payment) => matches(payment, filter)), read }
    if (rows.length < limit) return
    const end = rows.at(-1)?.spentAt ?? since
    const same = rows.filter(({ spentAt }) => spentAt === end).map(({ id }) => id)
    atLast = new Set(same)
    last = end
  }
}

/** Payments by their ids; those that are gone are left out. */
export async function paymentsById(ids: readonly string[]): Promise<Map<string, Payment>> {
  const rows = await db.payments.bulkGet([...ids])
  return new Map(rows.flatMap((row) => (row ? [[row.id, row]] : [])))
}

export interface HistoryChanges {
  /** Payments that money was ever set aside for. */
  count: number
  /** What was written since then, whatever it is. */
  changed: Payment[]
}

/** Follows what is written from a moment on (milliseconds since 1970). */
export function watchHistory(since: number): Observable<HistoryChanges> {
  return liveQuery(() => historyChanges(since))
}

async function historyChanges(since: number): Promise<HistoryChanges> {
  const [count, changed] = await Promise.all([
    db.payments.where('spentAt').above(0).count(),
    db.payments.where('updatedAt').aboveOrEqual(since).toArray(),
  ])
  return { count, changed }
}
