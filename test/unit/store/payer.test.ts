import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, it } from 'vitest'
import { displayedTerms } from '../../../lib/payment/displayed'
import { db } from '../../../lib/store/db'
import { getPayment } from '../../../lib/store/ledger'
import { choosePayer, externalAt, payerOf } from '../../../lib/store/payer'
import type { Account } from '../../../lib/wallet/accounts'
import { aPayment } from '../payment/samples'
import { problemOfAsync } from '../protocols/problem-of'
import { freshStore } from './fresh-store'
import { record } from './ledger-steps'

const site = 'https://news.example'
const addressOf = (digit: string) => `0x${digit.repeat(40)}` as const
const base = (digit: string, order: number) => ({
  id: `00000000-0000-4000-8000-00000000000${order}`,
  name: '',
  address: addressOf(digit),
  createdAt: 0,
  order,
})
const keyId = '00000000-0000-4000-8000-0000000000ff'
const own: Account = { ...base('1', 0), kind: 'imported', keyId }
const second: Account = { ...base('2', 1), kind: 'derived', keyId, index: 0 }
const outside: Account = {
  ...base('3', 2),
  kind: 'external',
  rdns: 'example.other',
  walletName: 'Other',
}
const watched: Account = { ...base('4', 3), kind: 'watch' }

beforeEach(async () => {
  await freshStore()
  const vault = {} as never
  await db.wallet.put({ id: 'main', address: own.address, backedUp: true, vault })
  await db.accounts.bulkAdd([own, second, outside, watched])
})

describe('who pays', () => {
  it('is the account of the site, else the one that pays everywhere', async () => {
    expect(await payerOf({ site })).toEqual({ address: own.address })
    await db.siteAccounts.put({ site, accountId: second.id })
    expect(await payerOf({ site })).toEqual({ address: second.address })
    expect(await payerOf({ site: 'https://other.example' })).toEqual({ address: own.address })
  })

  it('stays what was decided on, whatever is set for the site later', async () => {
    const payment = { site, payer: own.address }
    await db.siteAccounts.put({ site, accountId: second.id })
    expect(await payerOf(payment)).toEqual({ address: own.address })
  })

  it('is another account once that one is gone', async () => {
    const payment = { site, payer: second.address }
    await db.accounts.delete(second.id)
    expect(await payerOf(payment)).toEqual({ address: own.address })
  })

  it('is never an account that is only watched', async () => {
    expect(await payerOf({ site, payer: watched.address })).toEqual({ address: own.address })
    await db.siteAccounts.put({ site, accountId: watched.id })
    expect(await payerOf({ site })).toBeUndefined()
  })

  it('is the address of a wallet whose accounts are not written yet', async () => {
    await db.accounts.clear()
    expect(await payerOf({ site })).toEqual({ address: own.address })
  })

  it('comes with the way to another wallet where that one signs', async () => {
    const external = { address: outside.address, rdns: 'example.other' }
    expect(await payerOf({ site, payer: outside.address })).toMatchObject({ external })
    expect(await externalAt(outside.address)).toEqual(external)
    expect(await externalAt(own.address)).toBeUndefined()
  })
})

describe('choosing who pays', () => {
  const waiting = aPayment({
    state: 'awaiting',
    payer: own.address,
    reasons: [{ code: 'low_balance' }, { code: 'auto_off' }],
  })

  it('changes what was displayed, and what was said of the account before', async () => {
    await record(waiting)
    await choosePayer(waiting.id, outside.id)
    const changed = (await getPayment(waiting.id))!
    expect(changed.payer).toBe(outside.address)
    expect(changed.reasons).toEqual([{ code: 'auto_off' }, { code: 'external_wallet' }])
    expect(displayedTerms(changed)).not.toBe(displayedTerms(waiting))
    await choosePayer(waiting.id, second.id)
    expect((await getPayment(waiting.id))?.reasons).toEqual([{ code: 'auto_off' }])
  })

  it.each([
    ['a watched account', watched.id, 'awaiting', 'account_keyless'],
    ['an account that is gone', keyId, 'awaiting', 'account_not_found'],
    ['a payment that is under way', second.id, 'reserved', 'payment_not_pending'],
  ] as const)('is refused for %s', async (_what, accountId, state, code) => {
    await record({ ...waiting, state })
    expect((await problemOfAsync(() => choosePayer(waiting.id, accountId))).code).toBe(code)
    expect((await getPayment(waiting.id))?.payer).toBe(own.address)
  })
})
