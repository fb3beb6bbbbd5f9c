import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, it } from 'vitest'
import { balanceKey, markStale, putBalance } from '../../../lib/store/balances'
import { db } from '../../../lib/store/db'
import { freshStore } from './fresh-store'

const account = '0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266'
const asset = '0x036CbD53842c5426634e7929541eC2318f3dCF7e'
const key = balanceKey(account, 'eip155:84532', asset)

beforeEach(freshStore)

describe('a balance', () => {
  it('has one key, however its addresses are written', () => {
    expect(balanceKey(account.toLowerCase(), 'eip155:84532', asset.toLowerCase())).toBe(key)
  })

  it.each([
    ['account', balanceKey(asset, 'eip155:84532', asset)],
    ['network', balanceKey(account, 'eip155:8453', asset)],
    ['token', balanceKey(account, 'eip155:84532', account)],
  ])('has a key of its own by %s', (_what, other) => {
    expect(other).not.toBe(key)
  })

  it('keeps the last known amount when the chain is silent, and says so', async () => {
    await putBalance(key, 2n ** 100n)
    expect(await db.balances.get(key)).toEqual({ key, amount: 2n ** 100n, at: expect.any(Number) })
    await markStale(key)
    expect(await db.balances.get(key)).toMatchObject({ amount: 2n ** 100n, stale: true })
    await putBalance(key, 5n)
    expect(await db.balances.get(key)).not.toHaveProperty('stale')
  })

  it('is not made up by a chain that was silent from the first', async () => {
    await markStale(key)
    expect(await db.balances.get(key)).toBeUndefined()
  })
})
