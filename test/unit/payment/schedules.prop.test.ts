import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Schedule, type Step } from './schedule'

const SCHEDULES = 100_000
const number = fc.nat({ max: 9_999 })
const steps = fc.array(fc.tuple(fc.nat({ max: 14 }), number, number), {
  minLength: 5,
  maxLength: 40,
  size: 'max',
}) as fc.Arbitrary<Step[]>

describe('whatever happens in whatever order', () => {
  it(`no budget is passed by one unit, and totals equal the rebuild, in ${SCHEDULES} schedules`, {
    timeout: 300_000,
  }, () => {
    let approved = 0
    let refused = 0
    fc.assert(
      fc.property(steps, (schedule) => {
        const ledger = new Schedule()
        for (const step of schedule) ledger.run(step)
        const standing = ledger.standing()
        const rebuilt = ledger.rebuilt()
        expect(standing.size).toBe(rebuilt.size)
        for (const [key, row] of rebuilt) {
          const { settled, outstanding } = standing.get(key) ?? {}
          if (settled !== row.settled || outstanding !== row.outstanding) {
            throw new Error(
              `${key}: ${settled}+${outstanding}, not ${row.settled}+${row.outstanding}`,
            )
          }
        }
        approved += ledger.approved
        refused += ledger.refused
      }),
      { numRuns: SCHEDULES, seed: 402 },
    )
    // A schedule in which nothing is ever approved, or refused, would show nothing.
    expect(approved).toBeGreaterThan(SCHEDULES / 2)
    expect(refused).toBeGreaterThan(SCHEDULES / 10)
  })
})
