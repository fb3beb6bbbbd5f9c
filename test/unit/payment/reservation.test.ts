import { describe, expect, it } from 'vitest'
import { CLOCK_TOLERANCE_SECONDS } from '../../../lib/payment/clock'
import type { PaymentState } from '../../../lib/payment/lifecycle'
import { LifecycleError, type Payment } from '../../../lib/payment/payment'
import type { Standing } from '../../../lib/payment/policy'
import { isLive, reservation } from '../../../lib/payment/reservation'
import { aPayment, euroTerms, someTerms } from './samples'

const now = 1_795_000_000_000
const purchase = 'the same article'
const NOTHING = { paidBefore: false, openedAgain: undefined }
const wide: Standing = {
  limits: { autoApprove: true, perPayment: 1_000n, perDay: 1_000n },
  siteRule: undefined,
  budgets: [],
}
const spent = (settled: bigint): Standing => ({
  ...wide,
  budgets: [{ name: 'day', limit: 1_000n, since: 0, of: 'all', settled, outstanding: 0n }],
})

const priced = (amount: bigint) => aPayment({ purchase, terms: someTerms({ amount }) })
const first = (state: PaymentState, change: Partial<Payment> = {}) =>
  aPayment({ id: 'first', purchase, state, ...change })

/** A signature that a contract takes until so many seconds from now. */
function takenFor(seconds: number): Partial<Payment> {
  const validBefore = now / 1000 + seconds
  return { authorization: { payer: '0x1', nonce: '0x2', validAfter: 0, validBefore } }
}

type By = 'user' | 'limits'
const outcome = (by: By, payment: Payment, standing = wide, others: Payment[] = []) => {
  const result = reservation(payment, by, standing, others, NOTHING, now)
  return 'reserved' in result ? 'reserved' : result.reasons.map(({ code }) => code)
}

describe('a reservation', () => {
  it.each(['user', 'limits'] as const)('by the %s says who, and when it counts', (by) => {
    const payment = { ...priced(1n), reasons: [{ code: 'auto_off' as const }] }
    expect(reservation(payment, by, wide, [payment], NOTHING, now)).toMatchObject({
      reserved: { state: 'reserved', approvedBy: by, spentAt: now, reasons: [] },
    })
  })

  it.each<[string, Payment, Standing, string[]]>([
    ['over the limit of a payment', priced(1_001n), wide, ['over_payment_limit']],
    ['over the day', priced(1n), spent(1_000n), ['over_day_limit']],
    [
      'while limits are off',
      priced(1n),
      { ...wide, limits: { ...wide.limits, autoApprove: false } },
      ['auto_off'],
    ],
    ['where the site asks', priced(1n), { ...wide, siteRule: { mode: 'ask' } }, ['site_asks']],
    ['on a blocked site', priced(1n), { ...wide, siteRule: { mode: 'never' } }, ['site_blocked']],
    ['to a blocked payee', priced(1n), { ...wide, pairRule: { mode: 'never' } }, ['site_blocked']],
    ['in euros', aPayment({ terms: euroTerms() }), wide, ['other_currency']],
  ])(
    '%s is not for the limits to make, and is for the user',
    (_what, payment, standing, reasons) => {
      expect(outcome('limits', payment, standing)).toEqual(reasons)
      expect(outcome('user', payment, standing)).toBe('reserved')
    },
  )

  it('leaves the payment as it was', () => {
    const payment = Object.freeze(priced(1n))
    expect(outcome('limits', payment)).toBe('reserved')
    expect(payment.state).toBe('offered')
  })

  it.each<PaymentState>(['reserved', 'signed', 'sent', 'unknown', 'confirmed', 'declined'])(
    'of a payment that is %s is an error',
    (state) => {
      expect(() => outcome('user', { ...priced(1n), state })).toThrow(LifecycleError)
    },
  )
})

describe('a second signature for one purchase', () => {
  const grace = CLOCK_TOLERANCE_SECONDS

  it.each<[PaymentState, Partial<Payment>, boolean]>([
    // Under way: whatever its clock says, it may be sent at any moment.
    ['reserved', {}, false],
    ['signed', takenFor(-10 * grace), false],
    ['sent', takenFor(-10 * grace), false],
    // Its signature can be taken until its end, and ours is not the chain's clock.
    ['unknown', takenFor(60), false],
    ['unknown', takenFor(1 - grace), false],
    ['unknown', takenFor(-grace), true],
    ['undelivered', takenFor(1 - grace), false],
    ['undelivered', takenFor(-grace), true],
    // Taken already: it cannot be taken twice.
    ['unknown', { ...takenFor(60), provenSpent: true }, true],
    ['undelivered', { ...takenFor(60), provenSpent: true }, true],
  ])('beside one that is %s %o: the user may %s', (state, change, mayUser) => {
    const others = [first(state, change)]
    expect(outcome('limits', priced(1n), wide, others)).toEqual(['already_signed'])
    expect(outcome('user', priced(1n), wide, others)).toEqual(
      mayUser ? 'reserved' : ['already_signed'],
    )
  })

  it.each<PaymentState>([
    'offered',
    'awaiting',
    'declined',
    'released',
    'settled',
    'confirmed',
    'expired',
    'cancelled',
  ])('is none beside one that is %s', (state) => {
    expect(isLive({ state })).toBe(false)
    expect(outcome('limits', priced(1n), wide, [first(state, takenFor(60))])).toBe('reserved')
  })

  it('is not made because one of several is over', () => {
    const others = [first('unknown', takenFor(-2 * grace)), { ...first('sent'), id: 'third' }]
    expect(outcome('user', priced(1n), wide, others)).toEqual(['already_signed'])
  })

  it('does not stand in its own way', () => {
    const payment = priced(1n)
    expect(outcome('limits', payment, wide, [{ ...payment, state: 'sent' }])).toBe('reserved')
  })
})
