import { describe, expect, it } from 'vitest'
import { budgetsFor, leftOf, startOfDay, startOfMonth } from '../../../lib/payment/budget'
import type { Limits } from '../../../lib/payment/limits'

const now = new Date(2026, 10, 21, 12).getTime()
const day = 24 * 60 * 60_000
const least: Limits = { autoApprove: true, perPayment: 1n, perDay: 10n }
const all: Limits = {
  ...least,
  perMonth: 100n,
  perSiteDay: 5n,
  total: { limit: 1_000n, since: 42 },
}

describe('the budgets that apply', () => {
  it('are the one of the day, where nothing else is set', () => {
    expect(budgetsFor(least, {}, now)).toEqual([
      { name: 'day', limit: 10n, since: startOfDay(now), of: 'all' },
    ])
  })

  it('are all that are set', () => {
    const rule = { mode: 'auto', perPayment: 1n, perMonth: 50n } as const
    expect(budgetsFor(all, { siteRule: rule }, now)).toEqual([
      { name: 'day', limit: 10n, since: startOfDay(now), of: 'all' },
      { name: 'month', limit: 100n, since: startOfMonth(now), of: 'all' },
      { name: 'total', limit: 1_000n, since: 42, of: 'all' },
      { name: 'site_day', limit: 5n, since: startOfDay(now), of: 'site' },
      { name: 'site_month', limit: 50n, since: startOfMonth(now), of: 'site' },
    ])
  })

  it('of a site are its own, above the general one', () => {
    const rule = { mode: 'auto', perPayment: 1n, perDay: 7n } as const
    const found = budgetsFor(all, { siteRule: rule }, now).find(({ name }) => name === 'site_day')
    expect(found?.limit).toBe(7n)
  })

  it('of a payee on a site are its own, beside those of the site', () => {
    const siteRule = { mode: 'auto', perPayment: 1n, perDay: 7n } as const
    const pairRule = { mode: 'auto', perPayment: 1n, perDay: 3n, perMonth: 9n } as const
    const found = budgetsFor(least, { siteRule, pairRule }, now).slice(1)
    expect(found).toEqual([
      { name: 'site_day', limit: 7n, since: startOfDay(now), of: 'site' },
      { name: 'pair_day', limit: 3n, since: startOfDay(now), of: 'pair' },
      { name: 'pair_month', limit: 9n, since: startOfMonth(now), of: 'pair' },
    ])
    expect(budgetsFor(least, { pairRule: { mode: 'ask' } }, now)).toHaveLength(1)
  })

  it('roll, where the user wants it: 24 hours and 30 days', () => {
    const since = budgetsFor({ ...all, periods: 'rolling' }, {}, now).map((one) => one.since)
    expect(since).toEqual([now - day, now - 30 * day, 42, now - day])
  })
})

describe('what is left', () => {
  it.each([
    [10n, 3n, 4n, 3n],
    [10n, 6n, 4n, 0n],
    [10n, 60n, 4n, 0n],
    [0n, 0n, 0n, 0n],
  ])('of %d with %d settled and %d out is %d', (limit, settled, outstanding, left) => {
    expect(leftOf({ limit, settled, outstanding })).toBe(left)
  })
})
