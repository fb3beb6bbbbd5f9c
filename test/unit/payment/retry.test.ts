import { describe, expect, it } from 'vitest'
import type { PaymentState } from '../../../lib/payment/lifecycle'
import { isReusable } from '../../../lib/payment/retry'

describe('isReusable', () => {
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
    expect(isReusable({ state, header, authorization }, 89_999)).toBe(expected)
  })

  it('ends ten seconds before the authorization', () => {
    expect(isReusable({ state: 'unknown', header, authorization }, 90_000)).toBe(false)
  })

  it('needs something signed', () => {
    expect(isReusable({ state: 'unknown' }, 0)).toBe(false)
  })
})
