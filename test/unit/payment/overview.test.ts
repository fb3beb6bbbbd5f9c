import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { startOfDay } from '../../../lib/payment/budget'
import {
  firstOfDays,
  sharesOf,
  spendingByDay,
  startOfWeek,
  weekBegan,
} from '../../../lib/payment/overview'

const QUARTER = 15 * 60_000
const now = new Date(2026, 10, 21, 12).getTime()
const at = (start: number, settled: bigint, outstanding = 0n) => ({ start, settled, outstanding })

describe('a week', () => {
  it.each([
    [new Date(2026, 10, 16), new Date(2026, 10, 16)],
    [new Date(2026, 10, 21, 23, 59), new Date(2026, 10, 16)],
    [new Date(2026, 10, 22, 12), new Date(2026, 10, 16)],
    [new Date(2026, 10, 23), new Date(2026, 10, 23)],
    [new Date(2027, 0, 1), new Date(2026, 11, 28)],
  ])('of %s begins on Monday, %s', (day, monday) => {
    expect(startOfWeek(day.getTime())).toBe(monday.getTime())
  })

  it('is seven times 24 hours for who counts that way', () => {
    expect(weekBegan('rolling', now)).toBe(now - 7 * 24 * 60 * 60_000)
    expect(weekBegan('calendar', now)).toBe(startOfWeek(now))
    expect(weekBegan(undefined, now)).toBe(startOfWeek(now))
  })
})

describe('spending by day', () => {
  it('has each day once, the oldest first and today last, spent or not', () => {
    const days = spendingByDay([at(now, 3n, 4n)], 3, now)
    expect(days).toEqual([
      at(new Date(2026, 10, 19).getTime(), 0n),
      at(new Date(2026, 10, 20).getTime(), 0n),
      at(startOfDay(now), 3n, 4n),
    ])
  })

  it('leaves out what was before, and counts the future for today', () => {
    const days = spendingByDay(
      [at(firstOfDays(2, now) - QUARTER, 1n), at(firstOfDays(2, now), 20n), at(now + 1e9, 300n)],
      2,
      now,
    )
    expect(days.map(({ settled }) => settled)).toEqual([20n, 300n])
  })

  it('loses nothing of its days, whatever the moments', () => {
    const count = 30
    const first = firstOfDays(count, now)
    const quarters = Math.floor((now - first) / QUARTER)
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat({ max: quarters }), fc.nat(9), fc.nat(9))), (steps) => {
        const rows = steps.map(([step, a, b]) => at(first + step * QUARTER, BigInt(a), BigInt(b)))
        const days = spendingByDay(rows, count, now)
        const sum = (list: typeof rows) =>
          list.reduce((all, { settled, outstanding }) => all + settled + outstanding, 0n)
        expect(days).toHaveLength(count)
        expect(sum(days)).toBe(sum(rows))
      }),
    )
  })
})

describe('shares of sites', () => {
  const sites = [
    { site: 'b', spent: 5n },
    { site: 'none', spent: 0n },
    { site: 'a', spent: 5n },
    { site: 'c', spent: 9n },
  ]

  it('are the highest first, equal ones by name, and the rest together', () => {
    expect(sharesOf(sites, 25n, 2)).toEqual({
      top: [
        { site: 'c', spent: 9n },
        { site: 'a', spent: 5n },
      ],
      others: 11n,
    })
  })

  it('have no others where the sites explain everything, and never less than nothing', () => {
    expect(sharesOf(sites, 19n, 8).others).toBe(0n)
    expect(sharesOf(sites, 3n, 8).others).toBe(0n)
    expect(sharesOf([], 0n, 8)).toEqual({ top: [], others: 0n })
  })
})
