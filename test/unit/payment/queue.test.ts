import { describe, expect, it } from 'vitest'
import type { Payment } from '../../../lib/payment/payment'
import type { Reason } from '../../../lib/payment/policy'
import { bundleOf, byPage, isCovered } from '../../../lib/payment/queue'
import { aPayment, euroTerms, someTerms } from './samples'

const ids = (payments: readonly Payment[] = []) => payments.map(({ id }) => id).join(' ')
const asked = (id: string, change: Partial<Payment> = {}) =>
  aPayment({ id, state: 'awaiting', reasons: [{ code: 'auto_off' }], ...change })
const inTab = (id: string, tabId: number, site = 'https://news.example') =>
  asked(id, { site, request: { ...asked(id).request, tabId } })

describe('byPage', () => {
  it('groups by tab and site, in the order in which they asked', () => {
    const groups = byPage([
      inTab('a', 1),
      inTab('b', 2),
      inTab('c', 1),
      inTab('d', 1, 'https://b.example'),
    ])
    expect(groups.map(({ payments }) => ids(payments))).toEqual(['a c', 'b', 'd'])
  })

  it('puts a newcomer at the end of its group and moves nothing else', () => {
    const before = [inTab('a', 1), inTab('b', 2), inTab('c', 1)]
    const after = byPage([...before, inTab('new', 1)])
    expect(after.map(({ payments }) => ids(payments))).toEqual(['a c new', 'b'])
  })
})

describe('bundleOf', () => {
  it('adds up the price of each to the atomic unit', () => {
    const bundle = bundleOf([
      asked('a', { terms: someTerms({ amount: 10_001n }) }),
      asked('b', { terms: someTerms({ amount: 2n }) }),
    ])
    expect(bundle).toMatchObject({ total: 10_003n, decimals: 6, currency: 'USD', testnet: true })
  })

  it('adds up tokens of different decimals without rounding', () => {
    const fine = someTerms({ amount: 1n, decimals: 18, microUsd: 1n })
    const bundle = bundleOf([
      asked('a', { terms: someTerms({ amount: 1n }) }),
      asked('b', { terms: fine }),
    ])
    expect(bundle).toMatchObject({ total: 1_000_000_000_001n, decimals: 18 })
  })

  it('is none for fewer than two', () => {
    expect(bundleOf([])).toBeUndefined()
    expect(bundleOf([asked('a')])).toBeUndefined()
    expect(
      bundleOf([asked('a'), asked('b', { reasons: [{ code: 'paid_before' }] })]),
    ).toBeUndefined()
  })

  it('does not mix test money with real money', () => {
    const real = someTerms({ testnet: false, networkId: 'eip155:8453' })
    const bundle = bundleOf([asked('a'), asked('b', { terms: real }), asked('c')])
    expect(ids(bundle?.payments)).toBe('a c')
  })

  it('leaves out what has no price in dollars', () => {
    const bundle = bundleOf([asked('a'), asked('b', { terms: euroTerms() }), asked('c')])
    expect(ids(bundle?.payments)).toBe('a c')
  })

  const alone: Reason[] = [
    { code: 'other_payee', payee: 'https://b.example' },
    { code: 'insecure_page' },
    { code: 'already_signed' },
    { code: 'frame_asks', asker: 'https://b.example' },
    { code: 'paid_before' },
    { code: 'read_again' },
    { code: 'page_retries' },
    { code: 'submit_again' },
    { code: 'pay_to_changed' },
    { code: 'price_unusual', usual: 1n },
    { code: 'looks_like', other: 'https://b.example' },
    { code: 'mixed_letters' },
    { code: 'other_resource', origin: 'https://b.example' },
    { code: 'clock_differs', seconds: 700 },
    { code: 'external_wallet' },
  ]
  it.each(alone)('leaves out what has to be read by itself: $code', (reason) => {
    const reasons: Reason[] = [{ code: 'auto_off' }, reason]
    const bundle = bundleOf([asked('a'), asked('b', { reasons }), asked('c')])
    expect(ids(bundle?.payments)).toBe('a c')
  })
})

describe('isCovered', () => {
  const two = { payments: [asked('a'), asked('b')] }

  it('adds up what leaves each balance', () => {
    expect(isCovered(two, () => ({ key: 'usdc', amount: 20_000n }))).toBe(true)
    expect(isCovered(two, () => ({ key: 'usdc', amount: 19_999n }))).toBe(false)
    expect(isCovered(two, ({ id }) => ({ key: id, amount: 10_000n }))).toBe(true)
  })

  it('is not held up by a balance that is not known', () => {
    expect(isCovered(two, () => undefined)).toBe(true)
  })
})
