import 'fake-indexeddb/auto'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { startOfDay } from '../../../lib/payment/budget'
import type { PaymentState } from '../../../lib/payment/lifecycle'
import { LifecycleError, type Payment } from '../../../lib/payment/payment'
import { Problem } from '../../../lib/problem'
import { getPayment } from '../../../lib/store/ledger'
import * as store from '../../../lib/store/reserve'
import { setLimits, setPairRule, setSiteRule } from '../../../lib/store/settings'
import { aPayment, euroTerms, someTerms } from '../payment/samples'
import { freshStore, spentToday } from './fresh-store'
import { record, reserve } from './ledger-steps'

const noon = new Date(2026, 10, 21, 12).getTime()
const site = aPayment().site

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: noon })
  await freshStore()
  await setLimits({ autoApprove: true, perPayment: 100n, perDay: 1_000n })
})
afterEach(() => {
  vi.useRealTimers()
})

/** Records a payment of so many micro-dollars, for a purchase of its own. */
async function recorded(id: string, microUsd: bigint, change: Partial<Payment> = {}) {
  await record(aPayment({ id, terms: someTerms({ amount: microUsd }), ...change }))
}

/** Money that left earlier, as the ledger has it. */
async function earlier(id: string, microUsd: bigint, change: Partial<Payment> = {}) {
  await recorded(id, microUsd, { state: 'confirmed', spentAt: noon - 1, ...change })
}

async function codes(id: string, approvedBy: 'user' | 'limits' = 'limits') {
  const result = await reserve(id, approvedBy)
  return 'reasons' in result ? result.reasons.map(({ code }) => code) : []
}

describe('a reservation', () => {
  it('is written with who approved it and the day that it counts for', async () => {
    await recorded('a', 100n, { reasons: [{ code: 'auto_off' }] })
    const result = await reserve('a', 'limits')
    const expected = {
      state: 'signed',
      approvedBy: 'limits',
      spentAt: noon,
      updatedAt: noon,
      reasons: [],
      trail: [
        { state: 'offered' },
        { state: 'reserved', by: 'limits', at: noon },
        { state: 'signed', by: 'wallet', at: noon },
      ],
    }
    expect(result).toMatchObject({ signed: expected })
    expect(await getPayment('a')).toMatchObject(expected)
  })

  it('that is refused leaves the record as it was', async () => {
    await recorded('a', 101n)
    const before = await getPayment('a')
    expect(await codes('a')).toEqual(['over_payment_limit'])
    expect(await getPayment('a')).toEqual(before)
  })

  it('that is refused signs nothing', async () => {
    await recorded('a', 101n)
    const sign = vi.fn()
    const result = await store.reserve((await getPayment('a'))!, 'limits', sign)
    expect(result).toHaveProperty('reasons')
    expect(sign).not.toHaveBeenCalled()
  })

  it('whose signature fails leaves the record as it was', async () => {
    await recorded('a', 100n)
    const before = await getPayment('a')
    const sign = () => Promise.reject(new Problem('transfer_unsupported'))
    const reserving = store.reserve(before!, 'limits', sign)
    await expect(reserving).rejects.toMatchObject({ code: 'transfer_unsupported' })
    expect(await getPayment('a')).toEqual(before)
    expect(await spentToday(true)).toBe(0n)
  })

  it('signs what is on record, nothing else', async () => {
    await recorded('a', 100n, { state: 'awaiting' })
    const shown = (await getPayment('a'))!
    const sign = vi.fn()
    const other = { ...shown, terms: someTerms({ amount: 99n }) }
    await expect(store.reserve(other, 'user', sign)).rejects.toMatchObject({
      code: 'terms_changed',
    })
    expect(sign).not.toHaveBeenCalled()
  })

  it('of nothing is an error', async () => {
    await expect(reserve('nobody', 'user')).rejects.toMatchObject({ code: 'payment_not_found' })
  })

  it.each<PaymentState>([
    'reserved',
    'signed',
    'sent',
    'settled',
    'declined',
    'released',
    'expired',
  ])('cannot be made from %s, not even by the user', async (state) => {
    await recorded('a', 1n, { state })
    await expect(reserve('a', 'user')).rejects.toBeInstanceOf(LifecycleError)
  })

  it('asked for twice at the same time is made once', async () => {
    await recorded('a', 1n)
    const both = await Promise.allSettled([reserve('a', 'user'), reserve('a', 'limits')])
    expect(both.map(({ status }) => status)).toEqual(['fulfilled', 'rejected'])
    expect((await getPayment('a'))?.trail).toHaveLength(3)
  })
})

describe('limits are checked again inside the transaction', () => {
  it.each<[string, bigint, bigint, string[]]>([
    ['to the last micro-dollar', 900n, 100n, []],
    ['one micro-dollar over the day', 901n, 100n, ['over_day_limit']],
    ['over both', 950n, 101n, ['over_payment_limit', 'over_day_limit']],
  ])('%s', async (_what, before, price, reasons) => {
    await earlier('before', before)
    await recorded('a', price)
    expect(await codes('a')).toEqual(reasons)
    expect(await spentToday(true)).toBe(before + (reasons.length === 0 ? price : 0n))
  })

  it('when they were switched off meanwhile', async () => {
    await recorded('a', 1n)
    await setLimits({ autoApprove: false, perPayment: 100n, perDay: 1_000n })
    expect(await codes('a')).toEqual(['auto_off'])
  })

  it('when the site was set to ask meanwhile', async () => {
    await recorded('a', 1n)
    await setSiteRule(site, { mode: 'ask' })
    expect(await codes('a')).toEqual(['site_asks'])
  })

  it('when the site was blocked meanwhile', async () => {
    await recorded('a', 1n)
    await setSiteRule(site, { mode: 'never' })
    expect(await codes('a')).toEqual(['site_blocked'])
  })

  it('by the rule of the site, where there is one', async () => {
    await setSiteRule(site, { mode: 'auto', perPayment: 500n })
    await recorded('a', 500n)
    await recorded('b', 501n)
    expect(await codes('a')).toEqual([])
    expect(await codes('b')).toEqual(['over_payment_limit', 'over_day_limit'])
  })

  it('but not for what the user approves, which counts all the same', async () => {
    await recorded('a', 5_000n)
    await recorded('b', 1n)
    expect(await codes('a', 'user')).toEqual([])
    expect(await codes('b')).toEqual(['over_day_limit'])
  })
})

describe('the rule of a payee on a site', () => {
  const payeeOrigin = 'https://pay.example'
  const pair = { payeeOrigin }

  it('does not undo that the site asks', async () => {
    await setSiteRule(site, { mode: 'ask' })
    await setPairRule(site, payeeOrigin, { mode: 'auto', perPayment: 100n })
    await recorded('a', 1n, pair)
    expect(await codes('a')).toEqual(['site_asks'])
  })

  it.each([
    ['a day', 'perDay', 'over_pair_day_limit'],
    ['a month', 'perMonth', 'over_pair_month_limit'],
  ])('has a budget of its own for %s', async (_what, budget, reason) => {
    await setPairRule(site, payeeOrigin, { mode: 'auto', perPayment: 100n, [budget]: 10n })
    await earlier('to the site itself', 500n)
    await earlier('from another site', 400n, { ...pair, site: 'https://other.example' })
    await earlier('by hand', 7n, pair)
    await recorded('a', 4n, pair)
    expect(await codes('a')).toEqual([reason])
    await recorded('b', 3n, pair)
    expect(await codes('b')).toEqual([])
  })

  it('has a day that rolls, where the user wants it', async () => {
    await setLimits({ autoApprove: true, perPayment: 100n, perDay: 1_000n, periods: 'rolling' })
    await setPairRule(site, payeeOrigin, { mode: 'auto', perPayment: 100n, perDay: 10n })
    const dayAgo = noon - 24 * 60 * 60_000
    await earlier('a moment too early', 10n, { ...pair, spentAt: dayAgo - 1 })
    await recorded('a', 10n, pair)
    expect(await codes('a')).toEqual([])
    await recorded('b', 1n, pair)
    expect(await reserve('b', 'limits')).toEqual({
      reasons: [{ code: 'over_pair_day_limit', limit: 10n, spent: 10n, rolling: true }],
    })
  })
})

describe('an allowance', () => {
  const since = noon - 60_000
  const limits = { autoApprove: true, perPayment: 100n, perDay: 1_000n }

  it('begins at nothing, and is spent to its last micro-dollar', async () => {
    await setLimits({ ...limits, total: { limit: 10n, since } })
    await earlier('a moment before', 10n, { spentAt: since - 1 })
    await earlier('taken back', 10n, { spentAt: since, state: 'expired' })
    await earlier('its first moment', 4n, { spentAt: since })
    await recorded('a', 7n)
    expect(await codes('a')).toEqual(['over_total_limit'])
    await recorded('b', 6n)
    expect(await codes('b')).toEqual([])
  })
})

describe('the day of the budget', () => {
  it.each<[string, number, bigint]>([
    ['starts at midnight', startOfDay(noon), 1_000n],
    ['does not start a millisecond before', startOfDay(noon) - 1, 0n],
    ['has what is dated ahead, as after a clock was set back', noon + 86_400_000, 1_000n],
  ])('%s', async (_what, spentAt, counted) => {
    await earlier('before', 1_000n, { spentAt })
    expect(await spentToday(true)).toBe(counted)
    await recorded('a', 1n)
    expect(await codes('a')).toEqual(counted > 0n ? ['over_day_limit'] : [])
  })

  it('counts by when money was reserved, not by when it was asked for', async () => {
    await recorded('a', 100n, { createdAt: startOfDay(noon) - 3_600_000 })
    await reserve('a', 'limits')
    expect(await spentToday(true)).toBe(100n)
  })

  it.each<[PaymentState, boolean]>([
    ['reserved', true],
    ['signed', true],
    ['sent', true],
    ['unknown', true],
    ['settled', true],
    ['undelivered', true],
    ['confirmed', true],
    ['released', false],
    ['expired', false],
  ])('has what is %s: %s', async (state, counts) => {
    await earlier('before', 1_000n, { state })
    await recorded('a', 1n)
    expect(await codes('a')).toEqual(counts ? ['over_day_limit'] : [])
  })

  it('keeps test money and real money apart', async () => {
    await earlier('before', 1_000n)
    await recorded('real', 100n, { terms: someTerms({ amount: 100n, testnet: false }) })
    await recorded('test', 100n)
    expect(await codes('real')).toEqual([])
    expect(await codes('test')).toEqual(['over_day_limit'])
  })
})

describe('a price in euros', () => {
  beforeEach(() => setLimits({ autoApprove: true, perPayment: 10n ** 30n, perDay: 10n ** 30n }))

  it('is never reserved by limits in dollars, however wide, nor by a rule of the site', async () => {
    await setSiteRule(site, { mode: 'auto', perPayment: 10n ** 30n })
    await record(aPayment({ id: 'a', terms: euroTerms({ amount: 1n }) }))
    expect(await codes('a')).toEqual(['other_currency'])
    expect((await getPayment('a'))?.state).toBe('offered')
  })

  it("is reserved on the user's word, and takes nothing of the budget in dollars", async () => {
    await record(aPayment({ id: 'a', terms: euroTerms({ amount: 10n ** 30n }) }))
    expect(await reserve('a', 'user')).toHaveProperty('signed')
    expect(await spentToday(true)).toBe(0n)
    await recorded('b', 100n)
    expect(await codes('b')).toEqual([])
  })
})
