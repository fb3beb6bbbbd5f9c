import { Problem } from '../problem'
import { type Attempts, byThisClock, counted, secondsToWait } from '../wallet/throttle'
import { db } from './db'

const ID = 'open'
const NONE: Attempts = { failures: 0, at: 0 }

/**
 * Lets an attempt to open the wallet begin. It counts as failed from now on, even if nobody lives to
 * see its end; see `forgetAttempts` and `takeBack`.
 * @returns what was counted before it
 * @throws {Problem} `unlock_throttled` with the seconds to wait
 */
export async function beginAttempt(now = Date.now()): Promise<Attempts> {
  const { before, wait } = await db.transaction('rw', db.attempts, async () => {
    const before = byThisClock((await db.attempts.get(ID)) ?? NONE, now)
    const wait = secondsToWait(before, now)
    await db.attempts.put({ ...(wait > 0 ? before : counted(before, now)), id: ID })
    return { before, wait }
  })
  if (wait > 0) throw new Problem('unlock_throttled', { seconds: String(wait) })
  return before
}

/** The wallet was opened: nobody has to wait any more. */
export async function forgetAttempts(): Promise<void> {
  await db.attempts.delete(ID)
}

/** Something else than the passphrase was wrong: the attempt does not count. */
export async function takeBack({ failures, at }: Attempts): Promise<void> {
  await db.attempts.put({ failures, at, id: ID })
}
