import 'fake-indexeddb/auto'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { browser } from 'wxt/browser'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { lock, watchAutoLock, watchLock } from '../../../entrypoints/background/lock'
import { changeAutoLock } from '../../../entrypoints/background/lock-commands'
import { db } from '../../../lib/store/db'
import { getPayment } from '../../../lib/store/ledger'
import { getUnlocked, noteUse } from '../../../lib/store/session'
import { aPayment } from '../payment/samples'
import { record } from '../store/ledger-steps'
import { aWallet } from './wallets'

vi.mock(
  '../../../lib/wallet/scrypt-cost',
  async () => (await import('../wallet/cheap-scrypt')).CHEAP,
)
vi.mock('../../../entrypoints/background/balances', () => ({ refreshBalances: async () => {} }))

type Listener = (what: string) => void
const MINUTE = 60_000

let pressKey: Listener
let tellState: Listener

beforeEach(async () => {
  await aWallet()
  const grab = (keep: (listener: Listener) => void) => ({ addListener: keep })
  Object.assign(browser, {
    commands: { onCommand: grab((listener) => (pressKey = listener)) },
    idle: { onStateChanged: grab((listener) => (tellState = listener)) },
  })
  watchLock(Promise.resolve())
})
afterEach(() => {
  vi.useRealTimers()
})

const isOpen = async () => (await getUnlocked()) !== undefined
const whenLocked = () => expect.poll(isOpen).toBe(false)

describe('the wallet locks', () => {
  it('by its key', async () => {
    pressKey('lock')
    await whenLocked()
  })

  it('and by no other key', async () => {
    pressKey('something')
    await watchAutoLock()
    expect(await isOpen()).toBe(true)
  })

  it('with the screen of the machine', async () => {
    tellState('idle')
    tellState('active')
    await watchAutoLock()
    expect(await isOpen()).toBe(true)
    tellState('locked')
    await whenLocked()
  })

  it('but not with the screen where the user does not want it', async () => {
    await changeAutoLock({ minutes: 60, onSystemLock: false })
    tellState('locked')
    await db.settings.toArray()
    await watchAutoLock()
    expect(await isOpen()).toBe(true)
  })

  it('with the screen also when nobody can say what the user wants', async () => {
    await changeAutoLock({ minutes: 60, onSystemLock: false })
    const read = vi.spyOn(db.settings, 'get').mockRejectedValue(new Error('out of reach'))
    tellState('locked')
    await whenLocked()
    read.mockRestore()
  })

  it('and what waits for the user goes on waiting', async () => {
    const waiting = aPayment({ id: 'waits', state: 'awaiting' })
    await record(waiting)
    await lock()
    expect(await getPayment('waits')).toEqual(waiting)
  })
})

describe('the alarm', () => {
  const alarm = () => fakeBrowser.alarms.get('auto-lock')
  const at = (time: number) => vi.useFakeTimers({ now: time, toFake: ['Date'] })
  const ring = () =>
    fakeBrowser.alarms.onAlarm.trigger({
      name: 'auto-lock',
      scheduledTime: 0,
      persistAcrossSessions: true,
    })

  it('is set for the end of the time without use, and goes with what is set', async () => {
    const now = Date.now()
    at(now)
    await noteUse()
    await watchAutoLock()
    expect((await alarm())?.scheduledTime).toBe(now + 60 * MINUTE)
    await changeAutoLock({ minutes: 5, onSystemLock: true })
    expect((await alarm())?.scheduledTime).toBe(now + 5 * MINUTE)
    await changeAutoLock({ minutes: null, onSystemLock: true })
    expect(await alarm()).toBeUndefined()
  })

  it('locks when it rings and nobody has used the wallet', async () => {
    const now = Date.now()
    await noteUse()
    at(now + 61 * MINUTE)
    await ring()
    await whenLocked()
    await expect.poll(() => fakeBrowser.storage.session.get()).toEqual({})
  })

  it('is set again when it rings and somebody has', async () => {
    const now = Date.now()
    at(now + 50 * MINUTE)
    await noteUse()
    at(now + 61 * MINUTE)
    await ring()
    await expect.poll(async () => (await alarm())?.scheduledTime).toBe(now + 110 * MINUTE)
    expect(await isOpen()).toBe(true)
  })

  it('of something else locks nothing', async () => {
    await fakeBrowser.alarms.onAlarm.trigger({
      name: 'reconcile',
      scheduledTime: 0,
      persistAcrossSessions: true,
    })
    await db.settings.toArray()
    expect(await isOpen()).toBe(true)
  })
})
