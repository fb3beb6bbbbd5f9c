import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { countOf, endOfDay, withDay, withPayments } from '../../../../lib/payment/history/days'
import { addSums } from '../../../../lib/payment/history/sums'
import { aPayment, someTerms } from '../samples'

const zone = process.env.TZ

afterEach(() => {
  if (zone === undefined) delete process.env.TZ
  else process.env.TZ = zone
})

const noon = new Date(2026, 10, 21, 12).getTime()
const DAY_MS = 24 * 60 * 60_000

function paid(id: number, spentAt: number, amount = 10n) {
  return aPayment({ id: `p${id}`, state: 'confirmed', spentAt, terms: someTerms({ amount }) })
}

describe('the days of the history', () => {
  it('are the same, in whatever pieces the payments come', () => {
    const hoursBack = fc.array(fc.integer({ min: 0, max: 200 }), { maxLength: 40 })
    fc.assert(
      fc.property(hoursBack, fc.integer({ min: 1, max: 7 }), (hours, size) => {
        const payments = hours
          .sort((a, b) => a - b)
          .map((hour, id) => paid(id, noon - hour * 3_600_000, BigInt(id)))
        let days = withPayments([], [])
        for (let at = 0; at < payments.length; at += size) {
          days = withPayments(days, payments.slice(at, at + size))
        }
        expect(days).toEqual(withPayments([], payments))
        expect(days.flatMap(({ ids }) => ids)).toEqual(payments.map(({ id }) => id))
        expect(countOf(days)).toBe(payments.length)
        const sum = payments.reduce((all, { terms }) => all + terms.amount, 0n)
        expect(addSums(...days.map(({ sums }) => sums))[0]?.micro ?? 0n).toBe(sum)
      }),
    )
  })

  it('begin at midnight of the user', () => {
    const midnight = new Date(2026, 10, 21).getTime()
    const days = withPayments([], [paid(1, midnight), paid(2, midnight - 1)])
    expect(days.map(({ start }) => start)).toEqual([midnight, new Date(2026, 10, 20).getTime()])
  })

  it('are read anew one by one', () => {
    const days = withPayments([], [paid(3, noon), paid(1, noon - 2 * DAY_MS)])
    const [today = { start: 0 }, before] = days
    expect(withDay(days, today.start, [paid(4, noon + 1), paid(3, noon)])).toEqual([
      { ...today, ids: ['p4', 'p3'], sums: [{ testnet: true, currency: 'USD', micro: 20n }] },
      before,
    ])
    const between = withDay(days, today.start - DAY_MS, [paid(2, noon - DAY_MS)])
    expect(between.flatMap(({ ids }) => ids)).toEqual(['p3', 'p2', 'p1'])
    expect(withDay(days, today.start, [])).toEqual([before])
  })

  it('have 23 or 25 hours when the clocks change', () => {
    process.env.TZ = 'Europe/Berlin'
    for (const [month, day, hours] of [
      [2, 29, 23],
      [9, 25, 25],
      [5, 1, 24],
    ] as const) {
      const start = new Date(2026, month, day).getTime()
      expect((endOfDay(start) - start) / 3_600_000).toBe(hours)
    }
  })
})
