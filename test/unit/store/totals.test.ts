import 'fake-indexeddb/auto'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Budget } from '../../../lib/payment/budget'
import type { PaymentState } from '../../../lib/payment/lifecycle'
import { scopeOf } from '../../../lib/payment/totals'
import { db } from '../../../lib/store/db'
import { move } from '../../../lib/store/ledger'
import { rebuildTotals, statesOf, sumSince } from '../../../lib/store/totals'
import { aPayment, euroTerms, someTerms } from '../payment/samples'
import { freshStore } from './fresh-store'
import { record, reserve } from './ledger-steps'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
const noon = Date.UTC(2026, 10, 21, 12)
const a = 'https://a.example'
const b = 'https://b.example'

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: noon })
  await freshStore()
})
afterEach(() => {
  vi.useRealTimers()
})

/** Reserves a payment by the user's word, and takes it through these states. */
async function paid(id: string, amount: bigint, states: PaymentState[], site = a, testnet = true) {
  await record(aPayment({ id, site, terms: someTerms({ amount, testnet }) }))
  await reserve(id, 'user')
  for (const state of states) await move(id, state, 'wallet')
}

const sum = (since: number, testnet = true, site?: string) =>
  sumSince(scopeOf(testnet, site), since)

describe('running totals', () => {
  it('follow a payment from reserved to confirmed', async () => {
    await paid('one', 7n, [])
    expect(await sum(noon)).toEqual({ settled: 0n, outstanding: 7n })
    for (const state of ['sent', 'unknown'] as const) {
      await move('one', state, 'wallet')
      expect(await sum(noon)).toEqual({ settled: 0n, outstanding: 7n })
    }
    for (const state of ['settled', 'confirmed'] as const) {
      await move('one', state, 'wallet')
      expect(await sum(noon)).toEqual({ settled: 7n, outstanding: 0n })
    }
  })

  it.each<PaymentState[][]>([
    [['unknown', 'expired']],
    [['unknown', 'cancelled']],
    [['sent', 'settled', 'expired']],
  ])('come back to nothing after %j', async (states) => {
    await paid('one', 7n, states)
    expect(await sum(0)).toEqual({ settled: 0n, outstanding: 0n })
  })

  it('come back to nothing when what an earlier version reserved is released', async () => {
    await record(aPayment({ id: 'one', state: 'reserved', spentAt: noon }))
    expect(await sum(0)).toEqual({ settled: 0n, outstanding: 10_000n })
    await move('one', 'released', 'restart')
    expect(await sum(0)).toEqual({ settled: 0n, outstanding: 0n })
  })

  it('keep sites, and real and test money, apart', async () => {
    await paid('one', 1n, [], a)
    await paid('two', 20n, [], b)
    await paid('three', 300n, [], a, false)
    expect(await sum(noon)).toMatchObject({ outstanding: 21n })
    expect(await sum(noon, true, a)).toMatchObject({ outstanding: 1n })
    expect(await sum(noon, false)).toMatchObject({ outstanding: 300n })
    expect(await sum(noon, false, b)).toMatchObject({ outstanding: 0n })
  })

  it('have no euros', async () => {
    await record(aPayment({ id: 'euros', terms: euroTerms() }))
    await reserve('euros', 'user')
    expect(await db.totals.count()).toBe(0)
  })

  it('count a payment where it was reserved, however late it is settled', async () => {
    await paid('one', 7n, ['sent'])
    vi.setSystemTime(noon + 2 * DAY)
    await move('one', 'settled', 'server')
    expect(await sum(noon)).toMatchObject({ settled: 7n })
    expect(await sum(noon + DAY)).toMatchObject({ settled: 0n })
  })

  it('still count what a clock that was set back has left in the future', async () => {
    vi.setSystemTime(noon + 400 * DAY)
    await paid('ahead', 7n, [])
    vi.setSystemTime(noon)
    expect(await sum(noon)).toMatchObject({ outstanding: 7n })
  })

  it('are exact beyond what a double holds', async () => {
    await paid('huge', 2n ** 80n, [])
    await paid('one', 1n, [])
    expect(await sum(noon)).toMatchObject({ outstanding: 2n ** 80n + 1n })
  })
})

describe('what was spent since a moment', () => {
  it.each([
    ['begins with its very millisecond', 0, 7n],
    ['has nothing of the millisecond before', 1, 0n],
    ['has nothing of the same quarter of an hour before it', 14 * MINUTE, 0n],
    ['has nothing of the quarter before', 15 * MINUTE, 0n],
  ])('%s', async (_what, later, counted) => {
    await paid('one', 7n, [])
    expect(await sum(noon + later)).toMatchObject({ outstanding: counted })
  })

  it('has what follows in the same quarter of an hour, of its own scope, once', async () => {
    await paid('before', 1n, [])
    vi.setSystemTime(noon + 5 * MINUTE)
    const since = Date.now()
    vi.setSystemTime(noon + 6 * MINUTE)
    await paid('mine', 20n, ['sent', 'settled'])
    await paid('on another site', 300n, [], b)
    await paid('in real money', 4_000n, [], a, false)
    vi.setSystemTime(noon + 20 * MINUTE)
    await paid('later', 50_000n, [])
    expect(await sum(since)).toEqual({ settled: 20n, outstanding: 50_300n })
    expect(await sum(since, true, a)).toEqual({ settled: 20n, outstanding: 50_000n })
    expect(await sum(since, false)).toEqual({ settled: 0n, outstanding: 4_000n })
  })

  it.each<PaymentState[][]>([
    [['unknown', 'expired']],
    [['unknown', 'cancelled']],
    [['sent', 'settled', 'expired']],
  ])('in the middle of a quarter has nothing that came back: %j', async (states) => {
    vi.setSystemTime(noon + 5 * MINUTE)
    await paid('one', 7n, states)
    expect(await sum(noon + 4 * MINUTE)).toEqual({ settled: 0n, outstanding: 0n })
  })

  it('has no euros of a quarter that it begins in', async () => {
    vi.setSystemTime(noon + 5 * MINUTE)
    await record(aPayment({ id: 'euros', terms: euroTerms() }))
    await reserve('euros', 'user')
    expect(await sum(noon + 4 * MINUTE)).toEqual({ settled: 0n, outstanding: 0n })
  })

  it.each([0, 1, 31, 32, 33, 64, 400])('reaches back %d days, each payment once', async (days) => {
    for (let day = 0; day <= 4; day++) {
      vi.setSystemTime(noon - day * 100 * DAY)
      await paid(`p${day}`, 10n ** BigInt(day), [])
    }
    const expected = [0, 1, 2, 3, 4]
      .filter((day) => day * 100 <= days)
      .reduce((all, day) => all + 10n ** BigInt(day), 0n)
    expect(await sum(noon - days * DAY)).toMatchObject({ outstanding: expected })
  })
})

describe('the state of a budget', () => {
  const budget = (change: Partial<Budget>): Budget => ({
    name: 'day',
    limit: 100n,
    since: noon,
    of: 'all',
    ...change,
  })

  it('is that of all sites or of one, in the order asked', async () => {
    await paid('one', 1n, [], a)
    await paid('two', 20n, ['sent', 'settled'], b)
    const states = await statesOf(
      [budget({}), budget({ name: 'site_day', of: 'site' }), budget({ since: noon + DAY })],
      true,
      b,
    )
    expect(states).toMatchObject([
      { name: 'day', limit: 100n, settled: 20n, outstanding: 1n },
      { name: 'site_day', settled: 20n, outstanding: 0n },
      { settled: 0n, outstanding: 0n },
    ])
  })

  it('is that of a payee on a site, whatever else goes there', async () => {
    const payeeOrigin = 'https://pay.example'
    for (const [id, amount, change] of [
      ['mine', 1n, { site: a, payeeOrigin }],
      ['from elsewhere', 20n, { site: b, payeeOrigin }],
      ['to the site', 300n, { site: a, payeeOrigin: a }],
    ] as const) {
      await record(aPayment({ id, ...change, terms: someTerms({ amount }) }))
      await reserve(id, 'user')
    }
    const ofPair = [budget({ name: 'pair_day', of: 'pair' })]
    expect(await statesOf(ofPair, true, a, payeeOrigin)).toMatchObject([{ outstanding: 1n }])
    expect(await statesOf([budget({ of: 'site' })], true, a)).toMatchObject([{ outstanding: 301n }])
  })
})

describe('a rebuild', () => {
  it('mends totals that were lost or meddled with', async () => {
    await paid('one', 7n, ['sent', 'settled'])
    await paid('two', 50n, [], b)
    const before = await db.totals.toArray()
    await db.totals.bulkPut(before.map((row) => ({ ...row, settled: row.settled + 1n })))
    await db.totals.put({ ...before[0]!, scope: 'real *', settled: 10n ** 9n })
    await rebuildTotals()
    expect(await db.totals.toArray()).toEqual(before)
    await db.totals.clear()
    await rebuildTotals()
    expect(await db.totals.toArray()).toEqual(before)
  })
})
