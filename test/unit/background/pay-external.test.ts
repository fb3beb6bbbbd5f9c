import 'fake-indexeddb/auto'
import { type Hex, recoverTypedDataAddress } from 'viem'
import { generatePrivateKey, privateKeyToAccount } from 'viem/accounts'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { retry } from '../../../entrypoints/background/approve'
import { prepareExternal, signWithExternal } from '../../../entrypoints/background/external'
import { pay } from '../../../entrypoints/background/pay'
import { isWaiting, repeat, standBy } from '../../../entrypoints/background/platform'
import { recover } from '../../../entrypoints/background/recover'
import { Problem } from '../../../lib/problem'
import { db } from '../../../lib/store/db'
import { getPayment } from '../../../lib/store/ledger'
import { choosePayer } from '../../../lib/store/payer'
import { clearUnlocked } from '../../../lib/store/session'
import { accountOf, newPhrase } from '../../../lib/wallet/account'
import type { Account } from '../../../lib/wallet/accounts'
import { typedDataOf } from '../../../lib/wallet/typed-data'
import { aPayment } from '../payment/samples'
import { freshStore, spentToday } from '../store/fresh-store'
import { record } from '../store/ledger-steps'
import { unlockAs } from '../store/unlocked'

vi.mock('../../../entrypoints/background/platform', () => import('./quiet-platform'))
vi.mock('../../../entrypoints/background/reconcile', () => ({
  reconcile: () => Promise.resolve(),
  reconcileAll: () => Promise.resolve(),
}))
vi.mock('../../../entrypoints/background/external', () => ({
  prepareExternal: vi.fn(),
  signWithExternal: vi.fn(),
}))

const other = privateKeyToAccount(generatePrivateKey())
const external = { address: other.address, rdns: 'example.other' }
const payer = { address: other.address, external }
const ownId = '00000000-0000-4000-8000-000000000002'
let own: ReturnType<typeof accountOf>

beforeEach(async () => {
  await freshStore()
  fakeBrowser.reset()
  own = accountOf({ kind: 'phrase', phrase: newPhrase() })
  await unlockAs(own)
  const common = { name: '', createdAt: 0 }
  const listed: Account[] = [
    { ...common, id: ownId, order: 0, address: own.address, kind: 'imported', keyId: ownId },
    {
      ...common,
      id: '00000000-0000-4000-8000-000000000001',
      order: 1,
      address: other.address,
      kind: 'external',
      rdns: 'example.other',
      walletName: 'Other',
    },
  ]
  await db.accounts.bulkAdd(listed)
  vi.mocked(isWaiting).mockReset().mockResolvedValue(true)
  vi.mocked(standBy).mockReset().mockResolvedValue(true)
  vi.mocked(repeat).mockReset().mockResolvedValue()
  vi.mocked(prepareExternal).mockReset().mockResolvedValue()
  vi.mocked(signWithExternal)
    .mockReset()
    .mockImplementation(({ terms }, authorization) =>
      other.signTypedData(typedDataOf(terms, authorization)),
    )
  await record(aPayment({ id: 'p', state: 'awaiting', payer: other.address }))
})

const approved = async () => pay((await getPayment('p'))!, 'user', payer)
const refuse = () =>
  vi.mocked(signWithExternal).mockRejectedValueOnce(new Problem('external_refused'))
const stored = () => getPayment('p')

describe('a payment that another wallet signs', () => {
  it('is stored before that wallet is asked, and sent with its signature', async () => {
    let asked: unknown
    vi.mocked(signWithExternal).mockImplementationOnce(async ({ terms }, authorization) => {
      asked = await stored()
      return other.signTypedData(typedDataOf(terms, authorization))
    })
    expect(await approved()).toHaveProperty('paying')
    expect(asked).toMatchObject({ state: 'signed', authorization: { payer: other.address } })
    expect(asked).not.toHaveProperty('header')
    const { header, payloadHash, authorization, terms } = (await stored())!
    const { payload } = JSON.parse(atob(header!.value)) as { payload: { signature: Hex } }
    const { signature } = payload
    const signer = recoverTypedDataAddress({ ...typedDataOf(terms, authorization!), signature })
    expect(await signer).toBe(other.address)
    expect(payloadHash).toMatch(/^[0-9a-f]{64}$/)
    expect(repeat).toHaveBeenCalledOnce()
  })

  it('is never made by limits', async () => {
    const result = await pay((await stored())!, 'limits', payer)
    expect(result).toEqual({ reasons: [{ code: 'external_wallet' }] })
    expect(prepareExternal).not.toHaveBeenCalled()
    expect(await spentToday(true)).toBe(0n)
  })

  it.each([
    ['the page answers', isWaiting],
    ['the request is made ready', standBy],
  ])('is not asked of that wallet when ours is locked while %s', async (_, meanwhile) => {
    vi.mocked(meanwhile).mockImplementationOnce(async () => {
      // The lock has been looked at by then.
      await new Promise((resolve) => setTimeout(resolve, 20))
      await clearUnlocked()
      return true
    })
    expect(await approved()).toMatchObject({ problem: { code: 'wallet_locked' } })
    expect(signWithExternal).not.toHaveBeenCalled()
    expect(await spentToday(true)).toBe(0n)
  })

  it('waits while the wallet is locked', async () => {
    fakeBrowser.reset()
    expect(await approved()).toEqual({
      problem: expect.objectContaining({ code: 'wallet_locked' }),
    })
    expect(prepareExternal).not.toHaveBeenCalled()
    expect((await stored())?.state).toBe('awaiting')
  })

  it('waits, and sets nothing aside, when that wallet is not ready', async () => {
    vi.mocked(prepareExternal).mockRejectedValueOnce(new Problem('external_missing'))
    expect(await approved()).toMatchObject({ problem: { code: 'external_missing' } })
    expect((await stored())?.state).toBe('awaiting')
    expect(await spentToday(true)).toBe(0n)
  })

  it('is not made when the user chose another account meanwhile', async () => {
    vi.mocked(prepareExternal).mockImplementationOnce(() => choosePayer('p', ownId))
    expect(await approved()).toMatchObject({ problem: { code: 'terms_changed' } })
    expect(signWithExternal).not.toHaveBeenCalled()
    expect((await stored())?.state).toBe('awaiting')
  })

  it('stays counted when that wallet says no, and is signed again as the very same', async () => {
    refuse()
    expect(await approved()).toMatchObject({ problem: { code: 'external_refused' } })
    const refused = (await stored())!
    expect(refused).toMatchObject({ state: 'unknown', problem: { code: 'external_refused' } })
    expect(repeat).not.toHaveBeenCalled()
    expect(await spentToday(true)).toBe(10_000n)
    await retry('p')
    const nonces = vi.mocked(signWithExternal).mock.calls.map(([, { nonce }]) => nonce)
    expect(nonces).toEqual([refused.authorization?.nonce, refused.authorization?.nonce])
    expect((await stored())?.authorization).toEqual(refused.authorization)
    expect(repeat).toHaveBeenCalledOnce()
    expect(await spentToday(true)).toBe(10_000n)
  })

  it('is not signed a second time by another account', async () => {
    refuse()
    await approved()
    await db.accounts.where('address').equals(other.address).delete()
    await expect(retry('p')).rejects.toMatchObject({ code: 'authorization_expired' })
    expect(signWithExternal).toHaveBeenCalledOnce()
    expect(repeat).not.toHaveBeenCalled()
  })

  it('is looked for on the chain when the worker stopped while that wallet asked', async () => {
    vi.mocked(signWithExternal).mockReturnValueOnce(new Promise(() => {}))
    void approved()
    await expect.poll(async () => (await stored())?.state).toBe('signed')
    await recover()
    expect(await stored()).toMatchObject({ state: 'unknown', problem: { code: 'interrupted' } })
    expect(await spentToday(true)).toBe(10_000n)
  })

  it('keeps no signature that comes after its end', async () => {
    let sign: (signature: Hex) => void = () => undefined
    vi.mocked(signWithExternal).mockReturnValueOnce(new Promise((resolve) => (sign = resolve)))
    const result = approved()
    await expect.poll(async () => (await stored())?.state).toBe('signed')
    await recover()
    sign(`0x${'11'.repeat(65)}`)
    expect(await result).toMatchObject({ problem: { code: 'payment_not_pending' } })
    expect(await stored()).not.toHaveProperty('header')
    expect(repeat).not.toHaveBeenCalled()
  })
})

describe('a payment from an account of our own', () => {
  it('is signed by the account that was decided on', async () => {
    const result = await pay((await stored())!, 'user', { address: own.address })
    expect(result).toHaveProperty('paying')
    expect((await stored())?.authorization?.payer).toBe(own.address)
    expect(signWithExternal).not.toHaveBeenCalled()
  })

  it('is not made without its key', async () => {
    const address = `0x${'9'.repeat(40)}` as const
    const result = await pay((await stored())!, 'user', { address })
    expect(result).toMatchObject({ problem: { code: 'account_keyless' } })
    expect((await stored())?.state).toBe('awaiting')
  })
})
