import { describe, expect, it } from 'vitest'
import { endedAt, statusOf, toneOf } from '../../../components/payment/status'
import type { PaymentState } from '../../../lib/payment/lifecycle'

describe('statusOf', () => {
  it.each<[PaymentState, string, string]>([
    ['offered', 'waiting', 'wait'],
    ['awaiting', 'waiting', 'wait'],
    ['declined', 'declined', 'quiet'],
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
