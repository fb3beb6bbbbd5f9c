import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, it } from 'vitest'
import { acquaintanceKey, getToKnow } from '../../../lib/payment/acquaintance'
import { spentOf, startOfDay, startOfMonth } from '../../../lib/payment/budget'
import { startOfWeek } from '../../../lib/payment/overview'
import type { Payment } from '../../../lib/payment/payment'
import { previewOf } from '../../../lib/payment/preview'
import { db } from '../../../lib/store/db'
import {
  attention,
  daySpending,
  everSpent,
  periods,
  siteSpending,
  spentInOther,
} from '../../../lib/store/overview'
import { setLimits } from '../../../lib/store/settings'
import { lastWeek } from '../../../lib/store/week'
import { aPayment, euroTerms, someTerms } from '../payment/samples'
import { freshStore } from './fresh-store'
import { record } from './ledger-steps'

const now = new Date(2026, 10, 21, 12).getTime()
const DAY = 24 * 60 * 60_000
let count = 0

beforeEach(freshStore)

async function pay(amount: bigint, spentAt: number, change: Partial<Payment> = {}) {
  const id = `p${count++}`
  const terms = change.terms ?? someTerms({ amount, testnet: false })
  const site = change.site ?? 'https://news.example'
  const payment = aPayment({
    id,
    state: 'confirmed',
    createdAt: spentAt,
    spentAt,
    payeeOrigin: site,
    ...change,
    site,
    terms,
  })
  await record(payment)
  const key = acquaintanceKey(payment)
  await db.acquaintances.put(getToKnow(await db.acquaintances.get(key), payment, spentAt))
}

const play = (amount: bigint) => ({ terms: someTerms({ amount, testnet: true }) })

describe('the overview', () => {
  it('has the day, the week and the month, with their limits', async () => {
    await setLimits({ autoApprove: true, perPayment: 1n, perDay: 10n, perMonth: 50n })
    await pay(1n, startOfDay(now))
    await pay(20n, startOfDay(now) - 1)
    await pay(300n, startOfWeek(now) - 1)
    await pay(4_000n, startOfMonth(now) - 1)
    await pay(50_000n, now, play(50_000n))
    await pay(7n, now, { state: 'unknown' })
    const found = await periods(false, now)
    expect(found.map((one) => [one.name, spentOf(one), one.outstanding, one.limit])).toEqual([
      ['day', 8n, 7n, 10n],
      ['week', 28n, 7n, undefined],
      ['month', 328n, 7n, 50n],
    ])
  })

  it('has no limit before one is set, and the allowance once it is', async () => {
    expect((await periods(false, now)).map(({ limit }) => limit)).toEqual([
      undefined,
      undefined,
      undefined,
    ])
    const total = { limit: 9n, since: now - 10 * DAY }
    await setLimits({ autoApprove: true, perPayment: 1n, perDay: 2n, total, periods: 'rolling' })
    await pay(3n, now - 9 * DAY)
    const found = await periods(false, now)
    expect(found.map(({ name, since }) => [name, since])).toEqual([
      ['day', now - DAY],
      ['week', now - 7 * DAY],
      ['month', now - 30 * DAY],
      ['total', total.since],
    ])
    expect(found.at(-1)).toMatchObject({ settled: 3n, limit: 9n })
  })

  it('has thirty days, and the sites of them', async () => {
    for (let site = 0; site < 12; site++) {
      await pay(BigInt(site + 1), now, { site: `https://site-${site}.example` })
    }
    await pay(500n, now - 31 * DAY)
    await pay(500n, now, play(500n))
    const days = await daySpending(false, now)
    expect(days).toHaveLength(30)
    expect(days.at(-1)).toMatchObject({ settled: 78n })
    const { top, others } = await siteSpending(false, now)
    expect(top.map(({ spent }) => spent)).toEqual([12n, 11n, 10n, 9n, 8n, 7n, 6n, 5n])
    expect(others).toBe(10n)
  })

  it('knows which money was ever spent', async () => {
    expect(await everSpent()).toEqual({ any: false, real: false, test: false })
    await pay(1n, now, { terms: euroTerms({ amount: 5n, testnet: false }) })
    expect(await everSpent()).toEqual({ any: true, real: false, test: false })
    await pay(1n, now, play(1n))
    expect(await everSpent()).toEqual({ any: true, real: false, test: true })
    expect(await spentInOther(false, now)).toEqual({
      day: [{ currency: 'EUR', micro: 5n }],
      month: [{ currency: 'EUR', micro: 5n }],
    })
  })

  it('counts what needs a look', async () => {
    for (const state of ['awaiting', 'unknown', 'unknown', 'undelivered', 'confirmed'] as const) {
      await pay(1n, now, { state })
    }
    expect(await attention()).toEqual({ awaiting: 1, unknown: 2, undelivered: 1 })
  })
})

describe('the last week', () => {
  it('has its payments, who was known and what the month had spent before', async () => {
    await pay(90n, now - 20 * DAY)
    await pay(5n, now - 2 * DAY)
    await pay(6n, now)
    const week = await lastWeek(now)
    expect(week.payments).toHaveLength(2)
    const limits = { autoApprove: true, perPayment: 10n, perDay: 100n }
    expect(previewOf(week, limits)).toEqual({ paid: 2, silent: 2 })
    expect(previewOf(week, { ...limits, perMonth: 100n })).toEqual({ paid: 2, silent: 1 })
  })

  it('is shorter when it holds too many, and counts none twice', async () => {
    for (let hour = 0; hour < 10; hour++) await pay(1n, now - hour * 3_600_000)
    const week = await lastWeek(now, 5)
    expect(week.payments).toHaveLength(4)
    const before = week.earlier.filter(({ scope }) => scope === 'real *')
    expect(before.reduce((sum, { settled }) => sum + settled, 0n)).toBe(6n)
  })
})
