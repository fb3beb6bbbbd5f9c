import { type AutoLock, db } from './db'

/** A week. */
export const MAX_LOCK_MINUTES = 10_080

/** Long enough for an evening of reading, too short for a machine left behind. */
const DEFAULT: AutoLock = { minutes: 60, onSystemLock: true }

export async function getAutoLock(): Promise<AutoLock> {
  const row = await db.settings.get('autoLock')
  return row?.key === 'autoLock' ? row.value : DEFAULT
}

export async function setAutoLock(value: AutoLock): Promise<void> {
  await db.settings.put({ key: 'autoLock', value })
}

/** Milliseconds without use after which the wallet locks; `null` where it does not. */
export async function lockAfterMs(): Promise<number | null> {
  const { minutes } = await getAutoLock()
  return minutes === null ? null : minutes * 60_000
}
