import { describe, expect, it } from 'vitest'
import { canRetry, endedAt, statusOf, toneOf } from '../../../components/payment/status'
import type { PaymentState } from '../../../lib/payment/lifecycle'

describe('statusOf', () => {
  it.each<[PaymentState, string, string]>([
    ['offered', 'waiting', 'wait'],
    ['awaiting', 'waiting', 'wait'],
    ['declined', 'declined', 'quiet'],
    ['refused', 'failed', 'quiet'],
    ['reserved', 'paying', 'wait'],
    ['released', 'failed', 'quiet'],
    ['signed', 'paying', 'wait'],
    ['sent', 'paying', 'wait'],
    ['unknown', 'checking', 'wait'],
    ['settled', 'paid', 'good'],
    ['undelivered', 'undelivered', 'bad'],
    ['confirmed', 'confirmed', 'good'],
    ['expired', 'expired', 'quiet'],
  ])('%s is %s, in the tone %s', (state, status, tone) => {
    expect(statusOf(state)).toBe(status)
    expect(toneOf(statusOf(state))).toBe(tone)
  })
})

describe('canRetry', () => {
  const header = { name: 'PAYMENT-SIGNATURE' as const, value: 'x' }
  const authorization = { payer: '0x1', nonce: '0x2' as const, validAfter: 0, validBefore: 100 }

  it.each<[PaymentState, boolean]>([
    ['unknown', true],
    ['undelivered', true],
    ['sent', false],
    ['settled', false],
    ['expired', false],
    ['awaiting', false],
  ])('%s: %s', (state, expected) => {
    expect(canRetry({ state, header, authorization }, 99_999)).toBe(expected)
  })

  it('ends with the authorization', () => {
    expect(canRetry({ state: 'unknown', header, authorization }, 100_000)).toBe(false)
  })

  it('needs something signed', () => {
    expect(canRetry({ state: 'unknown' }, 0)).toBe(false)
  })
})

describe('endedAt', () => {
  it('is the last step, the confirmation by the chain aside', () => {
    const trail = [
      { state: 'sent' as const, at: 1 },
      { state: 'settled' as const, at: 2 },
      { state: 'confirmed' as const, at: 9 },
    ]
    expect(endedAt({ trail, updatedAt: 9 })).toBe(2)
  })
})
