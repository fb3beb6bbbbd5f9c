import { afterAll, describe, expect, it } from 'vitest'
import { startOfDay, startOfMonth } from '../../../lib/payment/budget'

// A file of its own: the time zone of a process is that of every test in it.
const ownZone = process.env.TZ
afterAll(() => {
  if (ownZone === undefined) delete process.env.TZ
  else process.env.TZ = ownZone
})

/** What a wall calendar in that zone shows, by the tables of ICU rather than by `Date`. */
function calendar(zone: string) {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short' })
  return (at: number) => format.format(at)
}

const at = (iso: string) => Date.parse(iso)
const HOUR = 3_600_000

describe('the day begins', () => {
  it.each([
    ['at midnight UTC', 'UTC', '2026-11-21T13:37:00Z', '2026-11-21T00:00:00Z'],
    ['at midnight itself', 'UTC', '2026-11-21T00:00:00Z', '2026-11-21T00:00:00Z'],
    [
      'a millisecond before, on the day before',
      'UTC',
      '2026-11-20T23:59:59.999Z',
      '2026-11-20T00:00:00Z',
    ],
    [
      'by the clock on the wall, east',
      'Asia/Tokyo',
      '2026-11-20T16:00:00Z',
      '2026-11-20T15:00:00Z',
    ],
    [
      'by the clock on the wall, west',
      'America/Los_Angeles',
      '2026-11-21T07:00:00Z',
      '2026-11-20T08:00:00Z',
    ],
    ['at half an hour', 'Asia/Kolkata', '2026-11-21T00:00:00Z', '2026-11-20T18:30:00Z'],
    ['at three quarters', 'Asia/Kathmandu', '2026-11-21T00:00:00Z', '2026-11-20T18:15:00Z'],
    [
      'in winter time, on the day that turns to summer',
      'Europe/Berlin',
      '2026-03-29T10:00:00Z',
      '2026-03-28T23:00:00Z',
    ],
    [
      'in summer time, on the day that turns to winter',
      'Europe/Berlin',
      '2026-10-25T22:30:00Z',
      '2026-10-24T22:00:00Z',
    ],
    [
      'at one, where midnight is skipped',
      'Africa/Cairo',
      '2026-04-24T12:00:00Z',
      '2026-04-23T22:00:00Z',
    ],
    [
      'at the first midnight, where there are two',
      'America/Havana',
      '2026-11-01T05:30:00Z',
      '2026-11-01T04:00:00Z',
    ],
    ['after a day that never was', 'Pacific/Apia', '2011-12-30T12:00:00Z', '2011-12-30T10:00:00Z'],
    ['on a leap day', 'UTC', '2028-02-29T12:00:00Z', '2028-02-29T00:00:00Z'],
  ])('%s', (_what, zone, moment, start) => {
    process.env.TZ = zone
    expect(new Date(startOfDay(at(moment))).toISOString()).toBe(new Date(start).toISOString())
  })

  it.each([
    'Europe/Berlin',
    'America/New_York',
    'Africa/Cairo',
    'America/Havana',
    'Australia/Lord_Howe',
    'Pacific/Kiritimati',
  ])('at the first moment of the date, at every hour of a year in %s', (zone) => {
    process.env.TZ = zone
    const dateOf = calendar(zone)
    for (let now = at('2026-01-01T00:30:00Z'); now < at('2027-01-02T00:00:00Z'); now += HOUR) {
      const start = startOfDay(now)
      if (start > now || dateOf(start) !== dateOf(now) || dateOf(start - 1) === dateOf(now)) {
        expect.fail(`${zone}: ${new Date(now).toISOString()} → ${new Date(start).toISOString()}`)
      }
    }
  })
})

describe('the month begins', () => {
  it.each([
    ['on its first', 'UTC', '2026-11-21T13:37:00Z', '2026-11-01T00:00:00Z'],
    ['at its first moment', 'UTC', '2026-11-01T00:00:00Z', '2026-11-01T00:00:00Z'],
    [
      'a millisecond before, on the first of the month before',
      'UTC',
      '2026-10-31T23:59:59.999Z',
      '2026-10-01T00:00:00Z',
    ],
    [
      'in the year before, where it is still that',
      'America/Los_Angeles',
      '2027-01-01T07:00:00Z',
      '2026-12-01T08:00:00Z',
    ],
    [
      'in summer time, though it ends in winter time',
      'Europe/Berlin',
      '2026-10-31T12:00:00Z',
      '2026-09-30T22:00:00Z',
    ],
    [
      'in winter time, though it ends in summer time',
      'Europe/Berlin',
      '2026-03-31T12:00:00Z',
      '2026-02-28T23:00:00Z',
    ],
  ])('%s', (_what, zone, moment, start) => {
    process.env.TZ = zone
    expect(new Date(startOfMonth(at(moment))).toISOString()).toBe(new Date(start).toISOString())
  })
})
