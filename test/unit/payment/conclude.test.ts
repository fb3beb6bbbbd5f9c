import { describe, expect, it } from 'vitest'
import { conclude } from '../../../lib/payment/conclude'
import type { Receipt } from '../../../lib/protocols/x402/receipt'

const transaction = `0x${'ab'.repeat(32)}`
const paid: Receipt = { success: true, transaction, network: 'eip155:84532' }
const failed: Receipt = { success: false, errorReason: 'insufficient_funds' }
const serverError = (status: number) => ({
  code: 'server_error',
  details: { status: String(status) },
})

describe('content was delivered', () => {
  it.each([200, 201, 204, 206, 299])('with %i', (status) => {
    expect(conclude(status, undefined, undefined)).toEqual({ status, state: 'settled' })
    expect(conclude(status, paid, undefined)).toEqual({
      status,
      state: 'settled',
      receipt: paid,
      transaction,
    })
  })

  it.each([301, 303, 307])('by moving on with %i, if a receipt says paid', (status) => {
    expect(conclude(status, paid, undefined)).toMatchObject({ state: 'settled', transaction })
    expect(conclude(status, undefined, undefined)).toMatchObject({ state: 'unknown' })
  })
})

describe('paid, but not delivered', () => {
  it.each([400, 402, 403, 404, 410, 429, 500, 503])('with %i and a receipt', (status) => {
    expect(conclude(status, paid, 'whatever the server says')).toEqual({
      status,
      state: 'undelivered',
      receipt: paid,
      transaction,
      problem: serverError(status),
    })
  })
})

describe('the outcome is open, for the chain to say', () => {
  it.each([100, 199, 400, 404, 500, 502, 503, 599, 0])('after %i without a receipt', (status) => {
    expect(conclude(status, undefined, undefined)).toEqual({
      status,
      state: 'unknown',
      problem: serverError(status),
    })
  })

  it.each([300, 301, 304, 399])('after %i without a receipt: the browser went on', (status) => {
    expect(conclude(status, undefined, undefined)).toEqual({
      status,
      state: 'unknown',
      problem: { code: 'redirected' },
    })
  })

  it('after another 402, with the reason that the server gives', () => {
    expect(conclude(402, undefined, 'payment expired')).toEqual({
      status: 402,
      state: 'unknown',
      problem: { code: 'payment_rejected', details: { reason: 'payment expired' } },
    })
    expect(conclude(402, undefined, undefined).problem).toEqual({ code: 'payment_rejected' })
  })

  it.each([200, 302, 402, 500])('after a receipt of failure, whatever the status: %i', (status) => {
    expect(conclude(status, failed, 'other words')).toEqual({
      status,
      state: 'unknown',
      receipt: failed,
      problem: { code: 'settlement_failed', details: { reason: 'insufficient_funds' } },
    })
  })

  it('after a failure that names a transaction, which is not taken for ours', () => {
    const lying: Receipt = { success: false, transaction }
    expect(conclude(200, lying, undefined)).not.toHaveProperty('transaction')
    expect(conclude(402, lying, 'only this').problem?.details).toEqual({ reason: 'only this' })
  })
})

it('never calls a payment unspent: every conclusion still counts', () => {
  const receipts = [undefined, paid, failed]
  const statuses = Array.from({ length: 600 }, (_, status) => status)
  const concluded = statuses.flatMap((status) =>
    receipts.map((receipt) => conclude(status, receipt, undefined).state),
  )
  expect(new Set(concluded)).toEqual(new Set(['settled', 'undelivered', 'unknown']))
})
