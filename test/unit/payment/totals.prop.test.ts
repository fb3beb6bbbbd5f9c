import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addUp,
  firstQuarter,
  rangesSince,
  scopeOf,
  sumOf,
  totalsOf,
} from '../../../lib/payment/totals'
import { aPayment, someTerms } from './samples'

const QUARTER = 15 * 60_000
const instant = fc.integer({ min: 1_600_000_000_000, max: 1_900_000_000_000 })

/** What was spent at these moments, since then: by totals, and one by one before the first. */
function countedSince(since: number, moments: number[]): bigint {
  const payments = moments.map((spentAt) =>
    aPayment({ state: 'confirmed', spentAt, terms: someTerms({ amount: 1n }) }),
  )
  const rows = totalsOf(payments)
  const ranges = rangesSince(since)
  const part = payments.filter(
    ({ spentAt = 0 }) => spentAt >= since && spentAt < firstQuarter(since),
  )
  const inRange = rows.filter(
    ({ scope, grain, start }) =>
      scope === scopeOf(true) &&
      ranges.some((range) => range.grain === grain && start >= range.start && start < range.end),
  )
  return addUp([...inRange, sumOf(part, scopeOf(true))]).settled
}

describe('what is counted since a moment', () => {
  it('is everything from its very millisecond on, each once', () => {
    const near = fc.integer({ min: -40 * 24 * 4, max: 40 * 24 * 4 })
    fc.assert(
      fc.property(
        instant,
        fc.array(fc.tuple(near, fc.nat({ max: QUARTER - 1 }))),
        (since, steps) => {
          const from = Math.floor(since / QUARTER) * QUARTER
          const around = steps.map(([quarters, rest]) => from + quarters * QUARTER + rest)
          const moments = [...around, since - 1, since]
          const expected = moments.filter((at) => at >= since).length
          expect(countedSince(since, moments)).toBe(BigInt(expected))
        },
      ),
      { numRuns: 500 },
    )
  })

  it('takes at most three stretches without a gap', () => {
    fc.assert(
      fc.property(instant, (since) => {
        const ranges = rangesSince(since)
        expect(ranges.length).toBeLessThanOrEqual(3)
        expect(ranges[0]?.start).toBeGreaterThanOrEqual(since)
        expect((ranges[0]?.start ?? 0) - since).toBeLessThan(QUARTER)
        expect(ranges.at(-1)?.end).toBe(Number.POSITIVE_INFINITY)
        for (const [index, range] of ranges.slice(1).entries()) {
          expect(range.start).toBe(ranges[index]?.end)
        }
      }),
    )
  })

  it('begins exactly at midnight in every time zone of today', () => {
    for (const minutes of [-720, -570, -210, 0, 330, 345, 525, 570, 765, 840]) {
      const midnight = Date.UTC(2026, 10, 21) - minutes * 60_000
      expect(rangesSince(midnight)[0]?.start).toBe(midnight)
      expect(countedSince(midnight, [midnight - 1, midnight, midnight + 1])).toBe(2n)
    }
  })
})
