import { beforeEach, describe, expect, it } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import {
  clearUnlocked,
  getUnlocked,
  setUnlocked,
  type Unlocked,
  watchUnlocked,
} from '../../../lib/store/session'

const unlocked: Unlocked = {
  address: '0x7E5F4552091A69125d5DfCb7b8C2659029395Bdf',
  privateKey: `0x${'0'.repeat(63)}1`,
  since: 1_750_000_000_000,
}

beforeEach(() => fakeBrowser.reset())

describe('the unlocked key', () => {
  it('is none at first', async () => {
    expect(await getUnlocked()).toBeUndefined()
  })

  it('is kept in session storage only', async () => {
    await setUnlocked(unlocked)
    expect(await getUnlocked()).toEqual(unlocked)
    const { local, sync, session } = fakeBrowser.storage
    expect(JSON.stringify(await session.get())).toContain(unlocked.privateKey)
    expect(await local.get()).toEqual({})
    expect(await sync.get()).toEqual({})
  })

  it('is gone without a trace once locked', async () => {
    await setUnlocked(unlocked)
    await clearUnlocked()
    expect(await getUnlocked()).toBeUndefined()
    expect(await fakeBrowser.storage.session.get()).toEqual({})
  })

  it('is told of, now and at each change, but never told itself', async () => {
    const told: unknown[] = []
    const stop = watchUnlocked((...args) => told.push(...args))
    await getUnlocked()
    await setUnlocked(unlocked)
    await fakeBrowser.storage.session.set({ other: 1 })
    await clearUnlocked()
    stop()
    await setUnlocked(unlocked)
    expect(told).toEqual([false, true, false])
  })
})
