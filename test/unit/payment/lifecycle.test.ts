import { describe, expect, it } from 'vitest'
import {
  canMove,
  countsAsSpent,
  isOutstanding,
  type PaymentState,
  wasSigned,
} from '../../../lib/payment/lifecycle'

/** Every step that there is, as drawn in the architecture. What is not here is forbidden. */
const steps = `
  offered→awaiting offered→reserved
  awaiting→declined awaiting→reserved
  reserved→signed reserved→released
  signed→sent signed→unknown
  sent→settled sent→undelivered sent→unknown
  unknown→sent unknown→settled unknown→undelivered unknown→expired unknown→cancelled
  settled→confirmed settled→undelivered settled→expired settled→cancelled
  undelivered→sent undelivered→settled undelivered→confirmed undelivered→expired undelivered→cancelled
`
  .trim()
  .split(/\s+/)

/** Per state: does it count against budgets, is its money still out, was something signed? */
const states: Record<PaymentState, [counts: boolean, outstanding: boolean, signed: boolean]> = {
  offered: [false, false, false],
  awaiting: [false, false, false],
  declined: [false, false, false],
  reserved: [true, true, false],
  released: [false, false, false],
  signed: [true, true, true],
  sent: [true, true, true],
  unknown: [true, true, true],
  settled: [true, false, true],
  undelivered: [true, false, true],
  confirmed: [true, false, true],
  expired: [false, false, true],
  cancelled: [false, false, true],
}
const all = Object.keys(states) as PaymentState[]
const allSteps = all.flatMap((from) => all.map((to) => [from, to] as const))

describe('the life cycle', () => {
  it('is tested by states that exist', () => {
    const drawn = new Set(steps.flatMap((step) => step.split('→')))
    expect([...drawn].sort()).toEqual([...all].sort())
  })

  it.each(allSteps.filter(([from, to]) => steps.includes(`${from}→${to}`)))(
    'goes from %s to %s',
    (from, to) => {
      expect(canMove(from, to)).toBe(true)
    },
  )

  it.each(allSteps.filter(([from, to]) => !steps.includes(`${from}→${to}`)))(
    'does not go from %s to %s',
    (from, to) => {
      expect(canMove(from, to)).toBe(false)
    },
  )

  it('never comes to a signature but through a reservation', () => {
    const sources = (state: PaymentState) => all.filter((from) => canMove(from, state))
    expect(sources('signed')).toEqual(['reserved'])
    expect(sources('reserved')).toEqual(['offered', 'awaiting'])
  })

  it('never frees money that was signed for, except when the chain proves it unspent', () => {
    const frees = allSteps.filter(
      ([from, to]) => canMove(from, to) && countsAsSpent(from) && !countsAsSpent(to),
    )
    expect(frees).toEqual([
      ['reserved', 'released'],
      ['unknown', 'expired'],
      ['unknown', 'cancelled'],
      ['settled', 'expired'],
      ['settled', 'cancelled'],
      ['undelivered', 'expired'],
      ['undelivered', 'cancelled'],
    ])
  })

  it('never comes to a second signature: no way leads back to reserved', () => {
    const reach = (from: PaymentState, seen = new Set<PaymentState>()): Set<PaymentState> => {
      for (const to of all.filter((one) => canMove(from, one) && !seen.has(one))) {
        reach(to, seen.add(to))
      }
      return seen
    }
    const reachable = reach('signed')
    expect(reachable.has('signed')).toBe(false)
    expect(reachable.has('reserved')).toBe(false)
    expect(reachable.has('released')).toBe(false)
  })
})

describe.each(Object.entries(states))('%s', (state, [counts, outstanding, signed]) => {
  it(`${counts ? 'counts' : 'does not count'} against budgets`, () => {
    expect(countsAsSpent(state as PaymentState)).toBe(counts)
  })

  it(`${outstanding ? 'may' : 'cannot'} still become a transfer by surprise`, () => {
    expect(isOutstanding(state as PaymentState)).toBe(outstanding)
  })

  it(`${signed ? 'has' : 'has not'} a signature to show in the history`, () => {
    expect(wasSigned(state as PaymentState)).toBe(signed)
  })
})
