import { describe, expect, it } from 'vitest'
import { spentElsewhere, spentOf } from '../../../lib/payment/budget'
import type { PaymentState } from '../../../lib/payment/lifecycle'
import { addUp, scopeOf, totalsOf } from '../../../lib/payment/totals'
import { euroTerms, someTerms } from './samples'

const of = (state: PaymentState, microUsd: bigint, testnet = true) => ({
  state,
  site: 'https://news.example',
  payeeOrigin: 'https://news.example',
  spentAt: 1,
  terms: someTerms({ microUsd, testnet }),
})

const spent = (payments: Parameters<typeof totalsOf>[0], testnet: boolean) =>
  spentOf(
    addUp(
      totalsOf(payments).filter(
        ({ scope, grain }) => scope === scopeOf(testnet) && grain === 'quarter',
      ),
    ),
  )

describe('what is spent', () => {
  it('is nothing without payments', () => {
    expect(spent([], true)).toBe(0n)
  })

  it.each<[PaymentState, bigint]>([
    ['offered', 0n],
    ['awaiting', 0n],
    ['declined', 0n],
    ['released', 0n],
    ['expired', 0n],
    ['cancelled', 0n],
    ['reserved', 7n],
    ['signed', 7n],
    ['sent', 7n],
    ['unknown', 7n],
    ['settled', 7n],
    ['undelivered', 7n],
    ['confirmed', 7n],
  ])('of a payment that is %s, is %d', (state, counted) => {
    expect(spent([of(state, 7n)], true)).toBe(counted)
  })

  it('keeps test money and real money apart', () => {
    const payments = [of('settled', 1n), of('sent', 20n), of('confirmed', 300n, false)]
    expect(spent(payments, true)).toBe(21n)
    expect(spent(payments, false)).toBe(300n)
  })

  it('is exact beyond what a double holds', () => {
    const huge = 2n ** 80n
    expect(spent([of('sent', huge), of('sent', 1n)], true)).toBe(huge + 1n)
  })
})

describe('what is spent in euros', () => {
  const euros = (state: PaymentState, amount: bigint, testnet = true, decimals = 6) => ({
    state,
    site: 'https://news.example',
    payeeOrigin: 'https://news.example',
    spentAt: 1,
    terms: euroTerms({ amount, testnet, decimals }),
  })

  it('is no part of what is spent in dollars', () => {
    expect(spent([euros('confirmed', 2n ** 80n), of('confirmed', 7n)], true)).toBe(7n)
  })

  it('is a sum of its own, test money apart, without dollars and what was not spent', () => {
    const payments = [
      euros('sent', 1n),
      euros('confirmed', 20n),
      euros('confirmed', 300n, false),
      euros('released', 4_000n),
      of('confirmed', 50_000n),
    ]
    expect(spentElsewhere(payments, true)).toEqual([{ currency: 'EUR', micro: 21n }])
    expect(spentElsewhere(payments, false)).toEqual([{ currency: 'EUR', micro: 300n }])
    expect(spentElsewhere([of('confirmed', 1n)], true)).toEqual([])
  })

  it('adds up tokens of different decimals, rounded up', () => {
    const payments = [euros('sent', 1n, true, 2), euros('sent', 1n, true, 18)]
    expect(spentElsewhere(payments, true)).toEqual([{ currency: 'EUR', micro: 10_001n }])
  })
})
