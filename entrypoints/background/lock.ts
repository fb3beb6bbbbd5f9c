import { browser } from 'wxt/browser'
import { getAutoLock } from '../../lib/store/auto-lock'
import { mustReachRecords } from '../../lib/store/health'
import { clearUnlocked, lockDue } from '../../lib/store/session'
import { inVaultOrder } from './open-wallet'

const LOCK_ALARM = 'auto-lock'
const LOCK_KEY = 'lock'

/**
 * Every way in which the wallet locks but the button and the end of the browser: time without use,
 * the screen of the machine, a key. What waits for the user goes on waiting.
 */
export function watchLock(ready: Promise<void>): void {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === LOCK_ALARM) void ready.then(watchAutoLock)
  })
  browser.commands?.onCommand.addListener((name) => {
    if (name === LOCK_KEY) void lock()
  })
  // Firefox does not tell of a locked screen.
  browser.idle?.onStateChanged.addListener((state) => {
    if (state === 'locked') void lockWithSystem()
  })
}

/** At once, and once more after an unlocking that is under way. */
export async function lock(): Promise<void> {
  await clearUnlocked()
  await inVaultOrder(clearUnlocked)
}

/** Locks when it is time, or sees to it that somebody looks again then. */
export async function watchAutoLock(): Promise<void> {
  const due = await lockDue()
  if (due === undefined) return void (await browser.alarms.clear(LOCK_ALARM))
  if (due <= Date.now()) return clearUnlocked()
  await browser.alarms.create(LOCK_ALARM, { when: due })
}

async function lockWithSystem(): Promise<void> {
  // What the user has set cannot be read: then the careful way.
  const set = await mustReachRecords()
    .then(getAutoLock)
    .catch(() => undefined)
  if (set?.onSystemLock !== false) await lock()
}
