import Dexie, { type Table } from 'dexie'

export interface Follower<T> {
  next(value: T): void
  error(cause: unknown): void
}

/**
 * Reads now, and again when the table has changed, here or in another context of the extension. What
 * was read is delivered although more has changed meanwhile: a live query begins anew then and says
 * nothing, so whoever writes faster than it reads keeps it silent. Between two readings it rests as
 * long as the last one took. Gives what ends it.
 */
export function follow<T>(table: Table, read: () => Promise<T>, follower: Follower<T>): () => void {
  const part = `idb://${table.db.name}/${table.name}/`
  let changed = true
  let reading = false
  let over = false

  const catchUp = async () => {
    if (reading) return
    reading = true
    while (changed && !over) {
      changed = false
      const began = performance.now()
      const value = await read()
      if (over) return
      follower.next(value)
      await rest(Math.ceil(performance.now() - began))
    }
    reading = false
  }
  const end = () => {
    over = true
    Dexie.on.storagemutated.unsubscribe(notice)
  }
  const start = () => {
    // The notice comes in the zone of the transaction that wrote, and that is over.
    Dexie.ignoreTransaction(catchUp).catch((cause) => {
      if (over) return
      end()
      follower.error(cause)
    })
  }
  const notice = (parts: object) => {
    if (!Object.keys(parts).some((key) => key === 'all' || key.startsWith(part))) return
    changed = true
    start()
  }

  Dexie.on('storagemutated', notice)
  start()
  return end
}

function rest(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}
