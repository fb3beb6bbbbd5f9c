import 'fake-indexeddb/auto'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { PaymentState } from '../../../lib/payment/lifecycle'
import type { Payment } from '../../../lib/payment/payment'
import { getPayment, liveOfSameThing } from '../../../lib/store/ledger'
import { setLimits } from '../../../lib/store/settings'
import { aPayment, someTerms } from '../payment/samples'
import { freshStore } from './fresh-store'
import { record, reserve } from './ledger-steps'

const now = 1_795_000_000_000
const purchase = 'the same article'

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now })
  await freshStore()
  await setLimits({ autoApprove: true, perPayment: 1_000_000n, perDay: 1_000_000n })
  await record(aPayment({ id: 'second', purchase, terms: someTerms({ amount: 1n }) }))
})
afterEach(() => {
  vi.useRealTimers()
})

function authorizedFor(seconds: number): Partial<Payment> {
  const validBefore = now / 1000 + seconds
  return { authorization: { payer: '0x1', nonce: '0x2', validAfter: 0, validBefore } }
}

async function first(state: PaymentState, change: Partial<Payment> = {}): Promise<void> {
  await record(aPayment({ id: 'first', purchase, state, ...change }))
}

/** Whether the second payment of the purchase is reserved. */
async function isReserved(approvedBy: 'user' | 'limits'): Promise<boolean> {
  const result = await reserve('second', approvedBy)
  if ('signed' in result) return true
  expect(result.reasons).toEqual([{ code: 'already_signed' }])
  expect((await getPayment('second'))?.state).toBe('offered')
  return false
}

describe('a second signature for one purchase', () => {
  it.each<[PaymentState, Partial<Payment>]>([
    ['reserved', {}],
    ['signed', authorizedFor(60)],
    ['signed', authorizedFor(-60)],
    ['sent', authorizedFor(60)],
    ['sent', authorizedFor(-60)],
    ['unknown', authorizedFor(60)],
    ['unknown', authorizedFor(0.001)],
    // Our clock may be ten minutes ahead of the chain's.
    ['unknown', authorizedFor(-590)],
    // The server's word that it was paid is not the chain's.
    ['undelivered', authorizedFor(60)],
  ])('is made by nobody while the first may still pay: %s', async (state, change) => {
    await first(state, change)
    expect(await isReserved('limits')).toBe(false)
    expect(await isReserved('user')).toBe(false)
  })

  it.each<[string, PaymentState, Partial<Payment>]>([
    [
      'was paid without delivery, says the chain',
      'undelivered',
      { ...authorizedFor(60), provenSpent: true },
    ],
    ['ran out ten minutes ago, and nobody knows', 'unknown', authorizedFor(-601)],
    ['has run out long ago, and nobody knows', 'unknown', authorizedFor(-3600)],
  ])('needs the word of the user when the first %s', async (_what, state, change) => {
    await first(state, change)
    expect(await isReserved('limits')).toBe(false)
    expect(await isReserved('user')).toBe(true)
  })

  it.each<PaymentState>([
    'offered',
    'awaiting',
    'declined',
    'released',
    'settled',
    'confirmed',
    'expired',
  ])('is the first one that lives, when the other is %s', async (state) => {
    await first(state)
    expect(await isReserved('limits')).toBe(true)
  })

  it('is no second one when the purchase is another', async () => {
    await first('sent', { purchase: 'another article' })
    expect(await isReserved('limits')).toBe(true)
  })

  it.each(['user', 'limits'] as const)(
    'is not made when twenty ask at the same time, approved by %s',
    async (approvedBy) => {
      const ids = Array.from({ length: 20 }, (_, index) => `tab-${index}`)
      for (const id of ids) await record(aPayment({ id, purchase }))
      const results = await Promise.all(ids.map((id) => reserve(id, approvedBy)))
      expect(results.filter((result) => 'signed' in result)).toHaveLength(1)
      expect(await liveOfSameThing(aPayment({ purchase }))).toHaveLength(1)
    },
  )
})
