import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Day } from '../../../../lib/payment/history/days'
import { layoutOf, lineAfter, lineAt, lineOf } from '../../../../lib/payment/history/layout'

function daysOf(sizes: readonly number[]): Day[] {
  return sizes.map((size, day) => ({
    start: -day,
    ids: Array.from({ length: size }, (_, at) => `${day}/${at}`),
    sums: [],
  }))
}

const someDays = fc.array(fc.integer({ min: 1, max: 5 }), { maxLength: 12 }).map(daysOf)

describe('the lines of the history', () => {
  it('are each day and then its payments, and are found again', () => {
    fc.assert(
      fc.property(someDays, (days) => {
        const layout = layoutOf(days)
        const lines = Array.from({ length: layout.length }, (_, at) => lineAt(layout, at))
        expect(lines.map((line) => line?.id ?? line?.day.start)).toEqual(
          days.flatMap(({ start, ids }) => [start, ...ids]),
        )
        lines.forEach((line, at) => {
          if (line?.id !== undefined) expect(lineOf(layout, line.id)).toBe(at)
        })
        expect(lineAt(layout, -1)).toBeUndefined()
        expect(lineAt(layout, layout.length)).toBeUndefined()
        expect(lineOf(layout, 'gone')).toBe(-1)
      }),
    )
  })

  it('are walked from payment to payment, past the lines of days, and not over the ends', () => {
    fc.assert(
      fc.property(someDays, fc.nat(30), fc.integer({ min: 1, max: 12 }), (days, at, steps) => {
        const layout = layoutOf(days)
        const ids = days.flatMap((day) => day.ids)
        const place = ids.length === 0 ? -1 : at % ids.length
        const from = lineOf(layout, ids[place] ?? '')
        const down = ids[Math.min(place + steps, ids.length - 1)]
        const up = ids[Math.max(place - steps, 0)]
        expect(lineAt(layout, lineAfter(layout, from, steps))?.id).toBe(down)
        expect(lineAt(layout, lineAfter(layout, from, -steps))?.id).toBe(up)
        expect(lineAt(layout, lineAfter(layout, -1, 1))?.id).toBe(ids[0])
        expect(lineAt(layout, lineAfter(layout, layout.length, -1))?.id).toBe(ids.at(-1))
      }),
    )
  })
})
