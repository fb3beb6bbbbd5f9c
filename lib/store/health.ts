import { Problem, type ProblemCode } from '../problem'
import { db } from './db'

/** Opening takes milliseconds; what takes this long does not come. */
const OPEN_TIMEOUT_MS = 5_000

/**
 * Nothing is decided, and nothing signed, that could not be written down: makes sure that the
 * records can be reached. Costs nothing once they are open.
 * @throws {Problem} `storage_unavailable`, `storage_newer`
 */
export async function mustReachRecords(): Promise<void> {
  if (db.isOpen()) return
  let timer: ReturnType<typeof setTimeout> | undefined
  const overdue = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Problem('storage_unavailable')), OPEN_TIMEOUT_MS)
  })
  try {
    await Promise.race([db.open(), overdue])
  } catch (error) {
    throw new Problem(storageProblem(error))
  } finally {
    clearTimeout(timer)
  }
}

/** Why the records could not be opened: a later version of Tuppence has written them, or anything. */
function storageProblem(error: unknown): ProblemCode {
  const { name, inner } = (error ?? {}) as { name?: unknown; inner?: { name?: unknown } | null }
  const isNewer = name === 'VersionError' || inner?.name === 'VersionError'
  return isNewer ? 'storage_newer' : 'storage_unavailable'
}
