/** Failed attempts to open the wallet, as they are kept. */
export interface Attempts {
  /** Since the last one that succeeded. One that is under way counts as failed until it succeeds. */
  failures: number
  /** Of the last one, milliseconds since 1970. */
  at: number
}

/** So many may fail before anyone has to wait. */
const FREE = 4
/** What comes after the 5th, the 6th, … and after every further one. */
const WAITS_SECONDS = [5, 15, 60, 300, 900, 3600]

/** Whole seconds until the next attempt is allowed; 0 when it is now. */
export function secondsToWait({ failures, at }: Attempts, now: number): number {
  if (failures <= FREE) return 0
  const wait = WAITS_SECONDS[Math.min(failures - FREE, WAITS_SECONDS.length) - 1] ?? 0
  return Math.max(0, Math.ceil((at + wait * 1000 - now) / 1000))
}

/**
 * A clock that was set back helps nobody: the wait begins again by the new one. Nor does it shut
 * anyone out for longer than one wait.
 */
export function byThisClock({ failures, at }: Attempts, now: number): Attempts {
  return { failures, at: Math.min(at, now) }
}

/** With one more attempt, which has begun now. */
export function counted({ failures }: Attempts, now: number): Attempts {
  return { failures: failures + 1, at: now }
}
