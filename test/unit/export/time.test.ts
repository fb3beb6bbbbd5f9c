import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { isoLocal } from '../../../lib/export/time'

const before = process.env.TZ

afterEach(() => {
  if (before === undefined) delete process.env.TZ
  else process.env.TZ = before
})

describe('the time in an export', () => {
  it.each([
    ['UTC', '2026-11-21T10:32:05+00:00'],
    ['Europe/Berlin', '2026-11-21T11:32:05+01:00'],
    ['Asia/Kathmandu', '2026-11-21T16:17:05+05:45'],
    ['America/St_Johns', '2026-11-21T07:02:05-03:30'],
  ])('is the clock of %s with its zone', (zone, words) => {
    process.env.TZ = zone
    expect(isoLocal(Date.UTC(2026, 10, 21, 10, 32, 5))).toBe(words)
  })

  it('is the same moment, whatever the clocks do', () => {
    process.env.TZ = 'Europe/Berlin'
    const seconds = fc.integer({ min: 0, max: 4_000_000_000 })
    fc.assert(
      fc.property(seconds, (at) => {
        expect(new Date(isoLocal(at * 1000)).getTime()).toBe(at * 1000)
      }),
    )
  })
})
