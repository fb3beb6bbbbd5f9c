import { afterAll, describe, expect, it } from 'vitest'
import { budgetsFor } from '../../../lib/payment/budget'
import type { Limits, Periods } from '../../../lib/payment/limits'
import { rangesSince } from '../../../lib/payment/totals'

// A file of its own: the time zone of a process is that of every test in it.
const ownZone = process.env.TZ
afterAll(() => {
  if (ownZone === undefined) delete process.env.TZ
  else process.env.TZ = ownZone
})

const HOUR = 3_600_000
const limits: Limits = { autoApprove: true, perPayment: 1n, perDay: 1n, perMonth: 1n }

/** When the budgets of the day and of the month began. */
function began(periods: Periods, at: string): [day: string, month: string] {
  const [day, month] = budgetsFor({ ...limits, periods }, {}, Date.parse(at))
  return [day, month].map((budget) => new Date(budget?.since ?? 0).toISOString()) as [
    string,
    string,
  ]
}

describe('a day of the calendar', () => {
  it.each([
    ['of 23 hours', 'Europe/Berlin', '2026-03-29T21:59:59.999Z', '2026-03-28T23:00:00.000Z', 23],
    ['of 25 hours', 'Europe/Berlin', '2026-10-25T22:59:59.999Z', '2026-10-24T22:00:00.000Z', 25],
    ['of 23 hours', 'America/New_York', '2026-03-09T03:59:59.999Z', '2026-03-08T05:00:00.000Z', 23],
    ['of 25 hours', 'America/New_York', '2026-11-02T04:59:59.999Z', '2026-11-01T04:00:00.000Z', 25],
    [
      'of 23½ hours',
      'Australia/Lord_Howe',
      '2026-10-04T12:59:59.999Z',
      '2026-10-03T13:30:00.000Z',
      23.5,
    ],
    [
      'of 24½ hours',
      'Australia/Lord_Howe',
      '2026-04-05T13:29:59.999Z',
      '2026-04-04T13:00:00.000Z',
      24.5,
    ],
    ['of 24 hours', 'Asia/Kathmandu', '2026-11-21T18:14:59.999Z', '2026-11-20T18:15:00.000Z', 24],
  ])('%s in %s is one budget to its last millisecond', (_what, zone, last, start, hours) => {
    process.env.TZ = zone
    expect(began('calendar', last)[0]).toBe(start)
    const next = Date.parse(last) + 1
    expect(next - Date.parse(start)).toBe(hours * HOUR)
    expect(began('calendar', new Date(next).toISOString())[0]).toBe(new Date(next).toISOString())
  })
})

describe('a day that rolls', () => {
  it.each(['Europe/Berlin', 'Australia/Lord_Howe', 'UTC'])(
    'is 24 hours and a month 30 days, whatever the clocks in %s do',
    (zone) => {
      process.env.TZ = zone
      expect(began('rolling', '2026-03-29T12:00:00.000Z')).toEqual([
        '2026-03-28T12:00:00.000Z',
        '2026-02-27T12:00:00.000Z',
      ])
    },
  )
})

describe('midnight', () => {
  it.each([
    'Asia/Kolkata',
    'Asia/Kathmandu',
    'Australia/Eucla',
    'Australia/Lord_Howe',
    'Pacific/Chatham',
    'Pacific/Marquesas',
    'America/St_Johns',
    'Africa/Cairo',
  ])('in %s is never counted from a moment before, on any day of a year', (zone) => {
    process.env.TZ = zone
    for (let day = 0; day < 366; day++) {
      const noon = new Date(2026, 0, 1 + day, 12).getTime()
      const since = budgetsFor(limits, {}, noon)[0]?.since ?? 0
      expect(rangesSince(since)[0]?.start).toBe(since)
    }
  })
})
