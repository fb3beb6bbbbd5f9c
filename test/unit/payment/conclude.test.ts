import { describe, expect, it } from 'vitest'
import { type Answered, cameAnyway, conclude } from '../../../lib/payment/conclude'
import type { PaidAnswer, Payment } from '../../../lib/payment/payment'
import type { Receipt } from '../../../lib/protocols/x402/receipt'
import { aPayment } from './samples'

const transaction = `0x${'ab'.repeat(32)}`
const paid: Receipt = { success: true, transaction, network: 'eip155:84532' }
const failed: Receipt = { success: false, errorReason: 'insufficient_funds' }

/** The answer to a GET for a page, which says that it is one. */
const answered = (change: Partial<Answered>): Answered => ({
  status: 200,
  method: 'GET',
  promised: 'text/html',
  mimeType: 'text/html',
  ...change,
})

describe('every answer, by what the server says of the settlement', () => {
  const content = { length: 1000 }
  // A body in chunks has no length that anybody could know beforehand.
  const chunks = {}
  const nothing = { length: 0 }
  const another = { mimeType: 'application/json', length: 1000 }
  /** status, body, then the state and its problem: without receipt, paid, failed. */
  const table: [number, Partial<Answered>, string, string][] = [
    [200, content, 'settled', 'settled'],
    [206, content, 'settled', 'settled'],
    [299, content, 'settled', 'settled'],
    [200, nothing, 'unknown content_empty', 'undelivered content_empty'],
    [204, chunks, 'unknown content_empty', 'undelivered content_empty'],
    [205, chunks, 'unknown content_empty', 'undelivered content_empty'],
    [200, another, 'unknown content_type_differs', 'undelivered content_type_differs'],
    [200, chunks, 'settled', 'settled'],
    [
      200,
      { mimeType: 'application/json' },
      'unknown content_type_differs',
      'undelivered content_type_differs',
    ],
    [301, nothing, 'unknown redirected', 'settled'],
    [303, nothing, 'unknown redirected', 'settled'],
    [307, another, 'unknown redirected', 'settled'],
    [304, nothing, 'unknown redirected', 'settled'],
    [402, content, 'unknown payment_rejected', 'undelivered server_error'],
    [402, nothing, 'unknown payment_rejected', 'undelivered server_error'],
    [400, content, 'unknown server_error', 'undelivered server_error'],
    [404, nothing, 'unknown server_error', 'undelivered server_error'],
    [500, another, 'unknown server_error', 'undelivered server_error'],
    [503, nothing, 'unknown server_error', 'undelivered server_error'],
    [0, content, 'unknown server_error', 'undelivered server_error'],
    [199, content, 'unknown server_error', 'undelivered server_error'],
  ]
  it.each(table)('%i %j: without a receipt %s, with one %s', (status, body, without, withOne) => {
    const outcome = (receipt: Receipt | undefined) => {
      const { state, problem } = conclude(answered({ status, ...body, receipt }))
      return [state, problem?.code].filter(Boolean).join(' ')
    }
    expect(outcome(undefined)).toBe(without)
    expect(outcome(paid)).toBe(withOne)
    // A server that says it could not settle is believed in nothing, before the chain has spoken.
    expect(outcome(failed)).toBe('unknown settlement_failed')
  })

  it('which never calls a payment unspent: every conclusion still counts', () => {
    const states = Array.from({ length: 600 }, (_, status) =>
      [undefined, paid, failed].map((receipt) => conclude(answered({ status, receipt })).state),
    ).flat()
    expect(new Set(states)).toEqual(new Set(['settled', 'undelivered', 'unknown']))
  })
})

describe('what is kept', () => {
  it('of a receipt: all of it, and its transaction as the server claims it', () => {
    const kept = { status: 200, receipt: paid, transaction, state: 'settled' }
    expect(conclude(answered({ receipt: paid }))).toEqual(kept)
    expect(conclude(answered({}))).toEqual({ status: 200, state: 'settled' })
  })

  it('of a failure that names a transaction: it is not taken for ours', () => {
    const lying: Receipt = { success: false, transaction }
    expect(conclude(answered({ receipt: lying }))).not.toHaveProperty('transaction')
  })

  it('of the reasons that the server gives, the receipt before the terms', () => {
    const reasonOf = (change: Partial<Answered>) => conclude(answered(change)).problem?.details
    expect(reasonOf({ status: 402, serverError: 'payment expired' })).toEqual({
      reason: 'payment expired',
    })
    expect(reasonOf({ status: 402 })).toBeUndefined()
    expect(reasonOf({ receipt: failed, serverError: 'other words' })).toEqual({
      reason: 'insufficient_funds',
    })
    expect(reasonOf({ receipt: { success: false }, serverError: 'only this' })).toEqual({
      reason: 'only this',
    })
    expect(reasonOf({ status: 503, receipt: paid })).toEqual({ status: '503' })
  })
})

describe('content beside a receipt that denies the settlement', () => {
  const denied = { code: 'settlement_failed' } as const
  const came = (answer: Partial<PaidAnswer>, change: Partial<Payment> = {}) => {
    const page = { status: 200, at: 1, mimeType: 'text/html', length: 9, ...answer }
    return cameAnyway(aPayment({ problem: denied, answer: page, ...change }))
  }
  const resource = { mimeType: 'application/json' }

  it('came', () => {
    expect(came({})).toBe(true)
    expect(came({ status: 206 })).toBe(true)
  })

  it.each<[string, boolean]>([
    ['an empty body', came({ length: 0 })],
    ['no content', came({ status: 204 })],
    ['another 402', came({ status: 402 })],
    ['an error', came({ status: 500 })],
    ['a redirect', came({ status: 303 })],
    ['another type', came({}, { offer: { ...aPayment().offer, resource } })],
    ['another problem', came({}, { problem: { code: 'no_answer' } })],
    ['no problem', cameAnyway(aPayment({ answer: { status: 200, at: 1 } }))],
    ['no answer', cameAnyway(aPayment({ problem: denied }))],
  ])('did not come with %s', (_what, came) => {
    expect(came).toBe(false)
  })
})
