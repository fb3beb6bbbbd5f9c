import { describe, expect, it } from 'vitest'
import {
  endedAt,
  HISTORY_STATUSES,
  statesOf,
  statusOf,
  toneOf,
} from '../../../components/payment/status'
import { type PaymentState, wasSigned } from '../../../lib/payment/lifecycle'

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

describe('HISTORY_STATUSES', () => {
  it('are those of every state that the history shows, and of no other', () => {
    for (const status of HISTORY_STATUSES) {
      expect(statesOf(status).length).toBeGreaterThan(0)
      expect(statesOf(status).some(wasSigned)).toBe(true)
    }
    const shown = ['signed', 'sent', 'unknown', 'settled', 'undelivered', 'confirmed']
    for (const state of [...shown, 'expired', 'cancelled'] as PaymentState[]) {
      expect(HISTORY_STATUSES).toContain(statusOf(state))
    }
  })
})
