import 'fake-indexeddb/auto'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { db } from '../../../lib/store/db'
import {
  changeUnlocked,
  clearUnlocked,
  getUnlocked,
  keyOf,
  lockDue,
  noteUse,
  openKeys,
  setUnlocked,
  watchUnlocked,
} from '../../../lib/store/session'
import type { SigningKeys } from '../../../lib/wallet/keyring'
import { aPayment } from '../payment/samples'
import { freshStore } from './fresh-store'
import { record } from './ledger-steps'
import { unlockAs } from './unlocked'

const one = {
  address: '0x7E5F4552091A69125d5DfCb7b8C2659029395Bdf',
  privateKey: `0x${'0'.repeat(63)}1`,
} as const
const two = {
  address: '0x2B5AD5c4795c026514f8317c7a215E218DcCD6cF',
  privateKey: `0x${'0'.repeat(63)}2`,
} as const
const keys: SigningKeys = {
  keys: {
    [one.address.toLowerCase()]: one.privateKey,
    [two.address.toLowerCase()]: two.privateKey,
  },
  nodes: {},
}
const start = 1_750_000_000_000
const MINUTE = 60_000

beforeEach(async () => {
  fakeBrowser.reset()
  await freshStore()
  vi.useFakeTimers({ now: start, toFake: ['Date'] })
})
afterEach(() => {
  vi.useRealTimers()
})

describe('the keys at hand', () => {
  it('are none at first', async () => {
    expect(await getUnlocked()).toBeUndefined()
    expect(await keyOf(one.address)).toBeUndefined()
    expect(await lockDue()).toBeUndefined()
  })

  it('can be looked up after another one was taken away, and not when this one was', async () => {
    await setUnlocked(keys, null)
    const { [two.address.toLowerCase()]: second, ...others } = keys.keys
    const removed = changeUnlocked(() => ({ keys: others }))
    const atHand = await openKeys()
    await removed
    expect(atHand?.of(one.address)).toBe(one.privateKey)
    expect(() => atHand?.of(two.address)).toThrow(/account_keyless/)
    await changeUnlocked(() => ({ keys: { [two.address.toLowerCase()]: second! } }))
    expect(() => atHand?.of(one.address)).toThrow(/wallet_locked/)
  })

  it('are kept in session storage only', async () => {
    await unlockAs(one)
    expect(await getUnlocked()).toEqual({ ...one, since: start })
    const { local, sync, session } = fakeBrowser.storage
    expect(JSON.stringify(await session.get())).toContain(one.privateKey)
    expect(await local.get()).toEqual({})
    expect(await sync.get()).toEqual({})
  })

  it('sign for every account; the one that pays is the one that the wallet names', async () => {
    await unlockAs(one)
    await setUnlocked(keys, null)
    expect(await keyOf(two.address)).toBe(two.privateKey)
    expect(await keyOf(two.address.toLowerCase())).toBe(two.privateKey)
    await db.wallet.update('main', { address: two.address })
    expect(await getUnlocked()).toMatchObject(two)
    await db.wallet.update('main', { address: '0x000000000000000000000000000000000000dEaD' })
    expect(await getUnlocked()).toBeUndefined()
  })

  it('are gone without a trace once locked', async () => {
    await unlockAs(one)
    await noteUse()
    await clearUnlocked()
    expect(await getUnlocked()).toBeUndefined()
    expect(await fakeBrowser.storage.session.get()).toEqual({})
  })

  it('do not come back by a use or a change that was under way', async () => {
    await unlockAs(one)
    await Promise.all([
      noteUse(),
      changeUnlocked(() => keys),
      clearUnlocked(),
      changeUnlocked(() => keys),
      noteUse(),
    ])
    expect(await fakeBrowser.storage.session.get()).toEqual({})
  })

  it('are told of, now and at each change, but never told themselves', async () => {
    const told: unknown[] = []
    const stop = watchUnlocked((...args) => told.push(...args))
    await getUnlocked()
    await unlockAs(one)
    await fakeBrowser.storage.session.set({ other: 1 })
    await clearUnlocked()
    stop()
    await unlockAs(one)
    expect(told).toEqual([false, true, false])
  })
})

describe('the time without use', () => {
  const at = (minutes: number) => vi.setSystemTime(start + minutes * MINUTE)

  beforeEach(async () => {
    await unlockAs(one)
    await setUnlocked(keys, 10 * MINUTE)
  })

  it('ends with a locked wallet, even if nobody has cleared it yet', async () => {
    expect(await lockDue()).toBe(start + 10 * MINUTE)
    at(9.9)
    expect(await getUnlocked()).toBeDefined()
    at(10)
    expect(await getUnlocked()).toBeUndefined()
    expect(await keyOf(one.address)).toBeUndefined()
  })

  it('begins again with each use, but not once it is over', async () => {
    at(9)
    await noteUse()
    expect(await lockDue()).toBe(start + 19 * MINUTE)
    at(18)
    expect(await getUnlocked()).toBeDefined()
    at(20)
    await noteUse()
    expect(await getUnlocked()).toBeUndefined()
  })

  it('begins again with a payment, whoever approved it', async () => {
    const spentAt = start + 8 * MINUTE
    await record(aPayment({ id: 'paid', state: 'sent', spentAt }))
    at(15)
    expect(await getUnlocked()).toBeDefined()
    expect(await lockDue()).toBe(spentAt + 10 * MINUTE)
    at(18)
    expect(await getUnlocked()).toBeUndefined()
  })

  it('is not made longer by a clock that was set back', async () => {
    await record(aPayment({ id: 'later', state: 'sent', spentAt: start + 30 * MINUTE }))
    at(11)
    expect(await getUnlocked()).toBeUndefined()
    at(-0.5)
    expect(await getUnlocked()).toBeDefined()
    at(-2)
    expect(await getUnlocked()).toBeUndefined()
  })

  it('once over is not made longer by what is set then', async () => {
    at(11)
    await changeUnlocked(() => ({ lockAfterMs: null }))
    expect(await keyOf(one.address)).toBeUndefined()
  })

  it('ends also when the payments cannot be looked up', async () => {
    const lookUp = vi.spyOn(db.payments, 'where').mockImplementation(() => {
      throw new Error('out of reach')
    })
    at(11)
    expect(await lockDue()).toBe(start + 10 * MINUTE)
    lookUp.mockRestore()
  })

  it('has no end where the user wants none, and follows what is set meanwhile', async () => {
    await changeUnlocked(() => ({ lockAfterMs: null }))
    at(100_000)
    expect(await getUnlocked()).toBeDefined()
    expect(await lockDue()).toBeUndefined()
    await changeUnlocked(() => ({ lockAfterMs: MINUTE }))
    expect(await getUnlocked()).toBeUndefined()
  })
})
