import { describe, expect, it } from 'vitest'
import type { PaymentState } from '../../../lib/payment/lifecycle'
import { advance, LifecycleError, type Payment } from '../../../lib/payment/payment'
import { aPayment, someTerms } from './samples'

const header = { name: 'PAYMENT-SIGNATURE', value: 'c2lnbmVk' } as const

/** Walks a payment down a path, one second a step. */
function walk(payment: Payment, ...path: PaymentState[]): Payment {
  return path.reduce((at, state) => advance(at, state, 'wallet', at.updatedAt + 1000), payment)
}
const signed = () =>
  advance(walk(aPayment(), 'reserved'), 'signed', 'wallet', 1_750_000_002_000, { header })

describe('a step', () => {
  it('sets the state and the time, and nothing else', () => {
    const payment = aPayment()
    expect(advance(payment, 'awaiting', 'wallet', payment.createdAt + 5)).toEqual({
      ...payment,
      state: 'awaiting',
      updatedAt: payment.createdAt + 5,
      trail: [...payment.trail, { state: 'awaiting', at: payment.createdAt + 5, by: 'wallet' }],
    })
  })

  it('leaves the payment that it starts from as it was', () => {
    const payment = Object.freeze({ ...aPayment(), trail: Object.freeze([]) as never })
    expect(() => advance(payment, 'reserved', 'wallet', 1, { approvedBy: 'user' })).not.toThrow()
  })

  it('that does not exist says from where to where', () => {
    const step = () => advance(aPayment({ state: 'confirmed' }), 'sent', 'wallet', 1)
    expect(step).toThrow(LifecycleError)
    expect(step).toThrow(expect.objectContaining({ from: 'confirmed', to: 'sent' }))
  })

  it('to the same state does not exist', () => {
    expect(() => advance(aPayment({ state: 'sent' }), 'sent', 'wallet', 1)).toThrow(LifecycleError)
  })
})

describe('the trail', () => {
  it('is only appended to', () => {
    let payment = aPayment()
    for (const state of ['awaiting', 'reserved', 'signed', 'sent', 'unknown', 'sent'] as const) {
      const before = payment.trail
      payment = advance(payment, state, 'wallet', payment.updatedAt + 1)
      expect(payment.trail.slice(0, -1)).toEqual(before)
      expect(payment.trail.at(-1)?.state).toBe(state)
    }
    expect(payment.trail).toHaveLength(7)
  })

  it('keeps the problem of each step, where the payment keeps only the last', () => {
    const problem = { code: 'no_answer', details: { error: 'net::ERR' } } as const
    const unknown = advance(walk(signed(), 'sent'), 'unknown', 'server', 9, { problem })
    expect(unknown.problem).toEqual(problem)
    const settled = advance(unknown, 'settled', 'wallet', 10)
    expect(settled).not.toHaveProperty('problem')
    expect(settled.trail.slice(-2)).toEqual([
      { state: 'unknown', at: 9, by: 'server', problem },
      { state: 'settled', at: 10, by: 'wallet' },
    ])
  })
})

describe('the signed header', () => {
  it.each<[string, PaymentState[]]>([
    ['sent', ['sent']],
    ['unknown', ['unknown']],
    ['sent again', ['unknown', 'sent']],
    ['settled', ['sent', 'settled']],
    ['undelivered', ['sent', 'undelivered']],
  ])('is kept while it may be needed: %s', (_what, path) => {
    expect(walk(signed(), ...path).header).toEqual(header)
  })

  it.each<[string, PaymentState[]]>([
    ['confirmed', ['sent', 'settled', 'confirmed']],
    ['confirmed after all', ['sent', 'undelivered', 'confirmed']],
    ['expired', ['unknown', 'expired']],
    ['expired though the server had it settled', ['sent', 'settled', 'expired']],
  ])('is dropped when ended: %s', (_what, path) => {
    expect(walk(signed(), ...path)).not.toHaveProperty('header')
  })
})

describe('the terms of what is over', () => {
  const raw = JSON.stringify({ scheme: 'exact', extra: { note: 'x'.repeat(7_000) } })
  const terms = someTerms({ extra: { note: 'x'.repeat(7_000) }, raw })
  const offer = {
    ...aPayment().offer,
    resource: { url: 'https://a.example/', raw: 'x'.repeat(99) },
  }
  const long = (change: Partial<Payment> = {}) => aPayment({ terms, offer, ...change })

  it.each<[string, PaymentState[]]>([
    ['declined', ['awaiting', 'declined']],
    ['released', ['reserved', 'released']],
    ['confirmed', ['reserved', 'signed', 'sent', 'settled', 'confirmed']],
    ['expired', ['reserved', 'signed', 'unknown', 'expired']],
    ['cancelled', ['reserved', 'signed', 'unknown', 'cancelled']],
  ])('are kept no longer than a file of evidence needs them: %s', (_what, path) => {
    const { terms, offer } = walk(long(), ...path)
    expect(terms).toEqual({ ...someTerms(), extra: {}, raw: raw.slice(0, 2048) })
    expect(offer.resource).toEqual({ url: 'https://a.example/' })
  })

  it.each<[string, PaymentState[]]>([
    ['awaiting', ['awaiting']],
    ['undelivered', ['reserved', 'signed', 'sent', 'undelivered']],
    ['settled', ['reserved', 'signed', 'sent', 'settled']],
    ['unknown', ['reserved', 'signed', 'unknown']],
  ])('stay whole while something can come of it: %s', (_what, path) => {
    expect(walk(long(), ...path)).toMatchObject({ terms, offer })
  })

  it('are not kept longer once it is signed', () => {
    const reserved = walk(long(), 'reserved')
    const { terms } = advance(reserved, 'signed', 'wallet', 3, { header })
    expect(terms.raw).toBe(raw.slice(0, 2048))
  })

  it('stay as they are where they are as long as usual', () => {
    const usual = aPayment()
    expect(walk(usual, 'awaiting', 'declined').terms).toBe(usual.terms)
  })
})
