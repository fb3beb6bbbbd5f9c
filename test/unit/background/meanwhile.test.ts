import 'fake-indexeddb/auto'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { pay } from '../../../entrypoints/background/pay'
import { isWaiting, repeat, standBy } from '../../../entrypoints/background/platform'
import { db } from '../../../lib/store/db'
import { getPayment, move } from '../../../lib/store/ledger'
import { clearUnlocked, isUnlocked, setUnlocked } from '../../../lib/store/session'
import { setPairRule, setSiteRule } from '../../../lib/store/settings'
import type { AccountKey } from '../../../lib/wallet/account'
import { aPayment, someTerms } from '../payment/samples'
import { spentToday } from '../store/fresh-store'
import { record } from '../store/ledger-steps'
import { unlockAs } from '../store/unlocked'
import { payingWallet } from './paying'

vi.mock('../../../entrypoints/background/platform', () => import('./quiet-platform'))
vi.mock('../../../entrypoints/background/reconcile', () => ({
  reconcile: () => Promise.resolve(),
  reconcileAll: () => Promise.resolve(),
}))

const HOUR = 60 * 60_000
let own: AccountKey

beforeEach(async () => {
  own = await payingWallet()
})
afterEach(() => vi.useRealTimers())

const byLimits = async (id: string) =>
  pay((await getPayment(id))!, 'limits', { address: own.address })

const inTab = (id: string, tabId: number, openedBy?: string) =>
  aPayment({
    id,
    thing: `thing ${tabId}`,
    purchase: `purchase ${tabId}`,
    request: { ...aPayment().request, tabId, documentId: id, ...(openedBy && { openedBy }) },
  })

/** The page says that it still waits as late as it likes; this has happened by then. */
const meanwhile = (happens: () => Promise<unknown>) =>
  vi.mocked(isWaiting).mockImplementationOnce(async () => {
    await happens()
    return true
  })

describe('while a page takes its time to say that it waits', () => {
  it('another window gets the same article: it is not bought twice', async () => {
    await record(inTab('one', 1))
    await record({ ...inTab('two', 2), thing: 'thing 1', purchase: 'purchase 1' })
    meanwhile(async () => {
      await byLimits('one')
      await move('one', 'sent', 'page')
      await move('one', 'settled', 'server')
    })
    expect(await byLimits('two')).toEqual({ reasons: [{ code: 'paid_before' }] })
    expect((await getPayment('two'))?.authorization).toBeUndefined()
  })

  it('the user locks the wallet: nothing is signed', async () => {
    await record(inTab('p', 1))
    meanwhile(clearUnlocked)
    expect(await byLimits('p')).toMatchObject({ problem: { code: 'wallet_locked' } })
    expect(await getPayment('p')).toMatchObject({ state: 'offered' })
    expect(await spentToday(true)).toBe(0n)
  })

  it('the user locks the wallet long after it was looked at: nothing is signed', async () => {
    await record(inTab('p', 1))
    meanwhile(async () => {
      await new Promise((resolve) => setTimeout(resolve, 20))
      await clearUnlocked()
    })
    expect(await byLimits('p')).toMatchObject({ problem: { code: 'wallet_locked' } })
  })

  it('the time of the wallet runs out, and nobody clears the keys: nothing is signed', async () => {
    const start = Date.now()
    vi.useFakeTimers({ toFake: ['Date'], now: start })
    const keys = { [own.address.toLowerCase()]: own.privateKey }
    await setUnlocked({ keys, nodes: {} }, 60_000)
    vi.setSystemTime(start + 58_000)
    await record(inTab('p', 1))
    meanwhile(async () => {
      await new Promise((resolve) => setTimeout(resolve, 20))
      vi.setSystemTime(start + 67_000)
    })
    expect(await byLimits('p')).toMatchObject({ problem: { code: 'wallet_locked' } })
  })

  it('the user locks the wallet while the request is made ready: nothing is signed', async () => {
    await record(inTab('p', 1))
    vi.mocked(standBy).mockImplementationOnce(async () => {
      await clearUnlocked()
      return true
    })
    expect(await byLimits('p')).toMatchObject({ problem: { code: 'wallet_locked' } })
    const stored = await getPayment('p')
    expect(stored).toMatchObject({ state: 'offered' })
    expect(stored?.authorization).toBeUndefined()
  })

  it('the user has another account pay: what was shown before is not signed', async () => {
    await record({ ...inTab('p', 1), state: 'awaiting', payer: own.address })
    const shown = (await getPayment('p'))!
    meanwhile(async () => {
      await db.payments.update('p', { payer: `0x${'1'.repeat(40)}` })
    })
    const result = await pay(shown, 'user', { address: own.address })
    expect(result).toMatchObject({ problem: { code: 'terms_changed' } })
    expect((await getPayment('p'))?.authorization).toBeUndefined()
    expect(repeat).not.toHaveBeenCalled()
  })

  it('the user blocks the payee: it is not paid', async () => {
    const payee = 'https://ads.example'
    const payment = { ...inTab('p', 1), payeeOrigin: payee }
    await setPairRule(payment.site, payee, { mode: 'auto', perPayment: 100_000n })
    await record(payment)
    meanwhile(() => setSiteRule(payee, { mode: 'never' }))
    expect(await byLimits('p')).toEqual({ reasons: [{ code: 'site_blocked' }] })
  })
})

describe('a page that leads from one priced page to the next', () => {
  const stranger = 'https://casino.example'

  it('has one of them paid in a minute', async () => {
    await record(inTab('one', 1, stranger))
    await record(inTab('two', 2, stranger))
    expect(await byLimits('one')).toHaveProperty('paying')
    const again = { reasons: [{ code: 'opened_again', opener: stranger }] }
    expect(await byLimits('two')).toEqual(again)
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 61_000 })
    expect(await byLimits('two')).toHaveProperty('paying')
  })

  it('does not stand in the way of the links of the site itself', async () => {
    await record(inTab('one', 1, stranger))
    await record(inTab('two', 2))
    expect(await byLimits('one')).toHaveProperty('paying')
    expect(await byLimits('two')).toHaveProperty('paying')
  })
})

describe('what was bought long ago', () => {
  const long = 400 * 24 * HOUR
  const buy = async (id: string) => {
    await byLimits(id)
    await move(id, 'sent', 'page')
    await move(id, 'settled', 'server')
  }
  const again = (id: string, openedBy?: string) => ({
    ...inTab(id, 2, openedBy),
    thing: 'thing 1',
    purchase: 'purchase 1',
  })

  it('is not paid again without a question when it is opened from the shelf', async () => {
    await record(inTab('one', 1))
    await buy('one')
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + long })
    await unlockAs(own)
    await record(again('two', 'moz-extension://own'))
    expect(await byLimits('two')).toEqual({ reasons: [{ code: 'paid_before' }] })
    await record(again('three'))
    expect(await byLimits('three')).toHaveProperty('paying')
  })
})

describe('a site that takes a millionth of a dollar every 50 minutes', () => {
  it('keeps the wallet open for a working day, not for days with nobody there', async () => {
    const start = Date.now()
    vi.useFakeTimers({ toFake: ['Date'], now: start })
    const keys = { [own.address.toLowerCase()]: own.privateKey }
    await setUnlocked({ keys, nodes: {} }, HOUR)
    const openAt: number[] = []
    for (let count = 1; count <= 20; count++) {
      const at = start + count * 50 * 60_000
      vi.setSystemTime(at)
      if (!(await isUnlocked())) break
      openAt.push(at - start)
      await record({ ...inTab(`p${count}`, count), terms: someTerms({ amount: 1n }) })
      await byLimits(`p${count}`)
    }
    expect(openAt.at(-1)).toBeGreaterThan(7 * HOUR)
    expect(openAt.at(-1)).toBeLessThanOrEqual(8 * HOUR)
  })
})
