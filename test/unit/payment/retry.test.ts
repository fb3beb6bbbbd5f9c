import { describe, expect, it } from 'vitest'
import type { PaymentState } from '../../../lib/payment/lifecycle'
import { isReusable } from '../../../lib/payment/retry'

describe('isReusable', () => {
  const header = { name: 'PAYMENT-SIGNATURE' as const, value: 'x' }
  const authorization = { payer: '0x1', nonce: '0x2' as const, validAfter: 0, validBefore: 100 }

  const trail = [{ state: 'sent' as const, at: 0 }]

  it.each<[PaymentState, boolean]>([
    ['unknown', true],
    ['undelivered', true],
    ['sent', false],
    ['settled', false],
    ['expired', false],
    ['awaiting', false],
  ])('%s: %s', (state, expected) => {
    expect(isReusable({ state, header, authorization, trail }, 89_999)).toBe(expected)
  })

  it('ends ten seconds before the authorization', () => {
    expect(isReusable({ state: 'unknown', header, authorization, trail }, 90_000)).toBe(false)
  })

  it('needs something signed', () => {
    expect(isReusable({ state: 'unknown', trail }, 0)).toBe(false)
  })

  it('does not end where the chain has seen the money go and nothing came for it', () => {
    const paid = { state: 'undelivered', header, authorization, provenSpent: true } as const
    expect(isReusable({ ...paid, trail }, 10 ** 15)).toBe(true)
    const often = Array.from({ length: 4 }, () => trail).flat()
    expect(isReusable({ ...paid, trail: often.slice(1) }, 10 ** 15)).toBe(true)
    expect(isReusable({ ...paid, trail: often }, 10 ** 15)).toBe(false)
  })
})
