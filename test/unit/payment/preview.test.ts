import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Acquaintance, acquaintanceKey } from '../../../lib/payment/acquaintance'
import { startOfDay } from '../../../lib/payment/budget'
import type { Limits, SiteRule } from '../../../lib/payment/limits'
import type { Payment } from '../../../lib/payment/payment'
import { pairKey, previewOf, relive, shadowOf, type Week } from '../../../lib/payment/preview'
import { SpendingLine } from '../../../lib/payment/spending-line'
import { scopeOf } from '../../../lib/payment/totals'
import { aPayment, euroTerms, someTerms } from './samples'

const HOUR = 60 * 60_000
const noon = new Date(2026, 10, 18, 12).getTime()
const since = startOfDay(noon) - 5 * 24 * HOUR
const site = 'https://news.example'
const limits: Limits = { autoApprove: true, perPayment: 100n, perDay: 1_000n }
let count = 0

function paid(amount: bigint, change: Partial<Payment> = {}): Payment {
  const id = `p${count++}`
  const spentAt = change.spentAt ?? noon + count
  const terms = change.terms ?? someTerms({ amount, testnet: false })
  return aPayment({ id, state: 'confirmed', createdAt: spentAt, spentAt, ...change, terms })
}

function asked(amount: bigint, change: Partial<Payment> = {}): Payment {
  const { spentAt: _never, ...payment } = paid(amount, { state: 'declined', ...change })
  return payment
}

/** A week whose sites have all been paid long before. */
function aWeek(payments: Payment[], change: Partial<Week> = {}): Week {
  const known = payments.map((payment): [string, Acquaintance] => {
    const { site, payeeOrigin, terms } = payment
    const key = acquaintanceKey(payment)
    return [
      key,
      { key, site, payeeOrigin, testnet: terms.testnet, since: 1, payTos: [], prices: [] },
    ]
  })
  return {
    since,
    payments,
    known: new Map(known),
    siteRules: new Map(),
    pairRules: new Map(),
    earlier: [],
    ...change,
  }
}

const ruled = (rule: SiteRule) => ({ siteRules: new Map([[site, rule]]) })

describe('limits on the last week', () => {
  it('let through what is within them, to the micro-dollar', () => {
    const week = aWeek([paid(100n), paid(101n), paid(1n)])
    expect(previewOf(week, limits)).toEqual({ paid: 3, silent: 2 })
  })

  it('try amounts that are switched off', () => {
    expect(previewOf(aWeek([paid(1n)]), { ...limits, autoApprove: false }).silent).toBe(1)
  })

  it('count everything paid that day against the day, whoever approved it', () => {
    const week = aWeek([paid(950n), paid(50n), paid(1n)])
    expect(previewOf(week, limits)).toEqual({ paid: 3, silent: 1 })
  })

  it('begin each day anew', () => {
    const week = aWeek([paid(100n), paid(100n, { spentAt: noon + 24 * HOUR })])
    expect(previewOf(week, { ...limits, perDay: 100n }).silent).toBe(2)
    const rolling = aWeek([paid(100n), paid(100n, { spentAt: noon + 23 * HOUR })])
    expect(previewOf(rolling, { ...limits, perDay: 100n, periods: 'rolling' }).silent).toBe(1)
  })

  it('know what the month had spent before the week, and begin an allowance with it', () => {
    const earlier = [true, false].map((testnet) => ({
      scope: scopeOf(testnet),
      grain: 'quarter' as const,
      start: since - HOUR,
      settled: 60n,
      outstanding: 30n,
    }))
    const week = aWeek([paid(10n), paid(1n)], { earlier })
    expect(previewOf(week, { ...limits, perMonth: 100n }).silent).toBe(1)
    expect(previewOf(week, { ...limits, total: { limit: 11n, since: 0 } }).silent).toBe(2)
    expect(previewOf(week, { ...limits, total: { limit: 10n, since: 0 } }).silent).toBe(1)
  })

  it('hold real and test money apart', () => {
    const test = someTerms({ amount: 100n, testnet: true })
    const week = aWeek([paid(100n), paid(100n, { terms: test })])
    expect(previewOf(week, { ...limits, perDay: 100n }).silent).toBe(2)
  })

  it.each<[string, Partial<Payment>]>([
    ['another payee', { payeeOrigin: 'https://cdn.example' }],
    ['a frame of another site', { asker: 'https://ads.example' }],
    ['a page that is not secure', { site: 'http://news.test', payeeOrigin: 'http://news.test' }],
    ['another currency', { terms: euroTerms({ amount: 1n, testnet: false }) }],
  ])('ask for %s as ever', (_what, change) => {
    expect(previewOf(aWeek([paid(1n, change)]), limits)).toEqual({ paid: 1, silent: 0 })
  })

  it('ask for the first payment to a site, not for the next', () => {
    const [first, next] = [paid(1n), paid(1n)]
    const week = aWeek([first, next])
    const known = [...week.known].map(
      ([key, one]) => [key, { ...one, since: first.spentAt ?? 0 }] as const,
    )
    const trials = relive({ ...week, known: new Map(known) }, limits)
    expect(trials.map(({ silent }) => silent)).toEqual([false, true])
    expect(previewOf({ ...week, known: new Map() }, limits).silent).toBe(0)
  })

  it('stand below the word on a site', () => {
    const payments = [paid(150n)]
    expect(
      previewOf(aWeek(payments, ruled({ mode: 'auto', perPayment: 150n })), limits).silent,
    ).toBe(1)
    expect(previewOf(aWeek([paid(1n)], ruled({ mode: 'ask' })), limits).silent).toBe(0)
    expect(previewOf(aWeek([paid(1n)], ruled({ mode: 'never' })), limits).silent).toBe(0)
  })

  it('follow the word on a payee of a site', () => {
    const payee = 'https://cdn.example'
    const rule: SiteRule = { mode: 'auto', perPayment: 10n }
    const week = aWeek([paid(10n, { payeeOrigin: payee })])
    const pairRules = new Map([[pairKey(site, payee), rule]])
    expect(previewOf({ ...week, pairRules }, limits).silent).toBe(1)
  })

  it('tell of payments that were made, not of those that were only asked for', () => {
    const week = aWeek([paid(1n), asked(1n), paid(1n, { state: 'expired' })])
    expect(previewOf(week, limits)).toEqual({ paid: 1, silent: 1 })
  })

  it('let no more through when they are lower', () => {
    const amount = fc.bigInt({ min: 1n, max: 300n })
    fc.assert(
      fc.property(fc.array(amount, { maxLength: 30 }), amount, amount, (amounts, a, b) => {
        const week = aWeek(amounts.map((one) => paid(one)))
        const [low, high] = a < b ? [a, b] : [b, a]
        const silent = (perPayment: bigint, perDay: bigint) =>
          previewOf(week, { autoApprove: true, perPayment, perDay }).silent
        expect(silent(low, 2_000n)).toBeLessThanOrEqual(silent(high, 2_000n))
        expect(silent(300n, low)).toBeLessThanOrEqual(silent(300n, high))
      }),
    )
  })
})

describe('what would have been paid without a click', () => {
  it('is what was paid, and what was only asked for, real and test money apart', () => {
    const test = someTerms({ amount: 7n, testnet: true })
    const other = { site: 'https://b.example', payeeOrigin: 'https://b.example' }
    const week = aWeek([paid(10n), asked(20n, other), paid(7n, { terms: test }), paid(500n)])
    expect(shadowOf(week, limits)).toEqual({ real: 30n, test: 7n, sites: 2 })
  })

  it('has each purchase once, however often a page asks', () => {
    const again = { purchase: 'the same' }
    const week = aWeek([asked(10n, again), asked(10n, again), asked(10n, { state: 'awaiting' })])
    expect(shadowOf(week, limits).real).toBe(20n)
    expect(shadowOf(aWeek([asked(10n, again), paid(10n, again)]), limits).real).toBe(10n)
  })

  it('stays within the day, with what would have been paid before', () => {
    const week = aWeek(Array.from({ length: 12 }, () => asked(100n)))
    expect(shadowOf(week, limits).real).toBe(1_000n)
  })

  it('leaves out what had other reasons to ask', () => {
    const week = aWeek([
      asked(10n, { reasons: [{ code: 'auto_off' }] }),
      asked(20n, { reasons: [{ code: 'auto_off' }, { code: 'private_window' }] }),
    ])
    expect(shadowOf(week, limits).real).toBe(10n)
  })
})

describe('a line of spending', () => {
  it('sums up any stretch as adding up does', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(50), fc.nat(9))), fc.nat(60), (steps, from) => {
        const entries = [...steps].sort(([a], [b]) => a - b)
        const line = new SpendingLine()
        for (const [at, amount] of entries) line.add(at, BigInt(amount))
        const expected = entries.filter(([at]) => at >= from).reduce((sum, [, n]) => sum + n, 0)
        expect(line.since(from)).toBe(BigInt(expected))
      }),
    )
  })
})
