import 'fake-indexeddb/auto'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { countsAsSpent } from '../../../lib/payment/lifecycle'
import { LifecycleError } from '../../../lib/payment/payment'
import type { ChosenTerms } from '../../../lib/payment/terms'
import { db } from '../../../lib/store/db'
import { move, paymentsIn } from '../../../lib/store/ledger'
import { setLimits } from '../../../lib/store/settings'
import { aPayment, someTerms } from '../payment/samples'
import { freshStore, spentToday } from './fresh-store'
import { record, reserve } from './ledger-steps'

beforeEach(async () => {
  // No midnight in the middle.
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(2026, 10, 21, 12) })
  await freshStore()
})
afterEach(() => {
  vi.useRealTimers()
})

describe('a thousand payments at the same time', () => {
  it('against a budget for 137 make exactly 137 reservations', async () => {
    await setLimits({ autoApprove: true, perPayment: 10n, perDay: 1_379n })
    const ids = Array.from({ length: 1_000 }, (_, index) => `payment-${index}`)
    const terms = someTerms({ amount: 10n })
    await db.payments.bulkAdd(ids.map((id) => aPayment({ id, terms })))

    const results = await Promise.all(ids.map((id) => reserve(id, 'limits')))

    expect(results.filter((result) => 'signed' in result)).toHaveLength(137)
    expect(await paymentsIn('signed')).toHaveLength(137)
    expect(await paymentsIn('offered')).toHaveLength(863)
    expect(await spentToday(true)).toBe(1_370n)
    const refused = results.flatMap((result) => ('reasons' in result ? result.reasons : []))
    expect(new Set(refused.map(({ code }) => code))).toEqual(new Set(['over_day_limit']))
  })
})

const PATHS = {
  confirm: ['sent', 'settled', 'confirmed'],
  lose: ['sent', 'unknown'],
  expire: ['sent', 'unknown', 'expired'],
  deny: ['sent', 'undelivered'],
} as const

/** One buyer: it waits, asks for its money, waits, and ends in one of the ways that there are. */
const buyer = fc.record({
  price: fc.bigInt({ min: 1n, max: 60n }),
  testnet: fc.boolean(),
  ending: fc.constantFrom(...(Object.keys(PATHS) as (keyof typeof PATHS)[])),
  pauses: fc.array(fc.nat({ max: 3 }), { minLength: 6, maxLength: 6 }),
})
type Buyer = typeof buyer extends fc.Arbitrary<infer T> ? T : never

async function pause(ticks: number | undefined): Promise<void> {
  for (let tick = 0; tick < (ticks ?? 0); tick++) await new Promise((done) => setImmediate(done))
}

async function buy(id: string, { price, testnet, ending, pauses }: Buyer): Promise<void> {
  await record(aPayment({ id, terms: someTerms({ amount: price, testnet }) }))
  await pause(pauses[0])
  if ('reasons' in (await reserve(id, 'limits'))) return
  for (const [index, state] of PATHS[ending].entries()) {
    await pause(pauses[index + 1])
    await move(id, state, 'wallet')
  }
}

const dollarsOf = ({ microUsd = 0n }: ChosenTerms) => microUsd

/** What counts now, read in one piece as a third party would. */
async function counted(testnet: boolean): Promise<bigint> {
  const all = await db.payments.toArray()
  return all
    .filter(({ state, terms }) => terms.testnet === testnet && countsAsSpent(state))
    .reduce((sum, { terms }) => sum + dollarsOf(terms), 0n)
}

describe('however reserving, releasing and settling interleave', () => {
  it('what is spent or outstanding never exceeds the limit of the day', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(buyer, { minLength: 2, maxLength: 12 }),
        fc.bigInt({ min: 0n, max: 200n }),
        async (buyers, perDay) => {
          await freshStore()
          await setLimits({ autoApprove: true, perPayment: 50n, perDay })
          let over = false
          let done = false
          const watch = (async () => {
            while (!done) {
              for (const testnet of [true, false]) over ||= (await counted(testnet)) > perDay
              await pause(1)
            }
          })()
          await Promise.all(buyers.map((one, index) => buy(`buyer-${index}`, one)))
          done = true
          await watch
          expect(over).toBe(false)
          for (const testnet of [true, false]) {
            expect(await spentToday(testnet)).toBe(await counted(testnet))
            expect(await counted(testnet)).toBeLessThanOrEqual(perDay)
          }
          // The limit is used, not only kept: whoever was refused would not have fitted, at its time.
          const offered = await paymentsIn('offered')
          const freed = await paymentsIn('released', 'expired')
          if (freed.length > 0) return
          for (const { terms } of offered.filter(({ terms }) => dollarsOf(terms) <= 50n)) {
            expect((await counted(terms.testnet)) + dollarsOf(terms)).toBeGreaterThan(perDay)
          }
        },
      ),
      { numRuns: 60 },
    )
  })
})

describe('one payment, moved by many at the same time', () => {
  it.each(['signed', 'released'] as const)('has exactly one winner: to %s', async (to) => {
    await record(aPayment({ id: 'one', state: 'reserved' }))
    const results = await Promise.allSettled(
      Array.from({ length: 50 }, () => move('one', to, 'wallet')),
    )
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const errors = results.flatMap((result) =>
      result.status === 'rejected' ? [result.reason] : [],
    )
    expect(errors.every((error) => error instanceof LifecycleError)).toBe(true)
    expect((await db.payments.get('one'))?.trail).toHaveLength(2)
  })

  it('has one winner, though they want different things', async () => {
    await record(aPayment({ id: 'one', state: 'reserved' }))
    const results = await Promise.allSettled([
      move('one', 'released', 'wallet'),
      move('one', 'signed', 'wallet'),
    ])
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })
})
