import { describe, expect, it } from 'vitest'
import { aPayment, someTerms } from '../unit/payment/samples'
import { overspent } from './budget'
import { lowestOf, slopeOf } from './line'
import { nextVisit, SITES } from './plan'
import { Random } from './random'

describe('what the soak looks for', () => {
  const paid = (spentAt: number, amount: bigint, change: object = {}) =>
    aPayment({
      state: 'confirmed',
      approvedBy: 'limits',
      site: 'http://s20.localhost:1',
      spentAt,
      terms: someTerms({ amount }),
      ...change,
    })
  const changes = [
    { at: 0, perDay: 10_000n },
    { at: 100, perDay: 20_000n },
  ]

  it('is found: an automatic payment beyond the limit of its moment', () => {
    const [first, over, later] = [paid(10, 9_999n), paid(20, 2n), paid(110, 9_999n)]
    expect(overspent([first, over, later], changes)).toEqual([over])
    expect(overspent([first, later], changes)).toEqual([])
  })

  it('is found: beyond the budget of one site', () => {
    const site = { site: 'http://s3.localhost:1' }
    const [first, over] = [paid(110, 12_000n, site), paid(111, 1n, site)]
    expect(overspent([first, over], changes)).toEqual([over])
  })

  it('is not what the user has approved, nor what was never spent', () => {
    const byUser = paid(20, 50_000n, { approvedBy: 'user' })
    expect(overspent([byUser, paid(10, 50_000n, { state: 'expired' })], changes)).toEqual([])
    const after = paid(30, 1n)
    expect(overspent([byUser, after], changes)).toEqual([after])
  })

  it('is found: a heap that grows, whatever the noise', () => {
    const points = [0, 100, 200, 300].map((visits, at) => ({
      visits,
      bytes: 5e6 + visits * 700 + (at % 2) * 1_000,
    }))
    expect(Math.round(slopeOf(points) / 100)).toBe(7)
    expect(slopeOf(points.map(({ visits }) => ({ visits, bytes: 5e6 })))).toBe(0)
    expect(slopeOf(points.slice(0, 2))).toBeNaN()
  })

  it('is found: what is never let go, beside what is held for a moment', () => {
    const moment = [9e6, 0, 4e6, 7e6, 1e6]
    const points = Array.from({ length: 40 }, (_, visits) => ({
      visits,
      bytes: 5e6 + visits * 700 + (moment[visits % 5] ?? 0),
    }))
    expect(slopeOf(lowestOf(points, 5))).toBeCloseTo(700)
  })
})

describe('the plan of a soak', () => {
  const planOf = (seed: number) => {
    const random = new Random(seed)
    return Array.from({ length: 2_000 }, (_, number) => nextVisit(random, number))
  }

  it('is the same for the same seed', () => {
    expect(planOf(402)).toEqual(planOf(402))
    expect(planOf(402)).not.toEqual(planOf(403))
  })

  it('has every site, kind, version, fault and answer in it', () => {
    const plan = planOf(1)
    const kinds = (of: 'site' | 'kind' | 'version' | 'fault' | 'answer') =>
      new Set(plan.map((visit) => visit[of])).size
    expect(kinds('site')).toBe(SITES)
    expect([kinds('kind'), kinds('version'), kinds('fault'), kinds('answer')]).toEqual([5, 2, 6, 3])
    expect(plan.some(({ kind, version }) => kind === 'image' && version === 1)).toBe(false)
  })
})
