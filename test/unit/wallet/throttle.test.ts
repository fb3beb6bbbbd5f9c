import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Attempts, byThisClock, counted, secondsToWait } from '../../../lib/wallet/throttle'

const now = 1_750_000_000_000
const failed = (failures: number): Attempts => ({ failures, at: now })

describe('after so many failures', () => {
  it.each([
    [0, 0],
    [1, 0],
    [4, 0],
    [5, 5],
    [6, 15],
    [7, 60],
    [8, 300],
    [9, 900],
    [10, 3600],
    [11, 3600],
    [1000, 3600],
  ])('%i: the next one waits %i seconds', (failures, seconds) => {
    expect(secondsToWait(failed(failures), now)).toBe(seconds)
  })

  it('the wait ends when it is over and not a moment before', () => {
    expect(secondsToWait(failed(5), now + 4_999)).toBe(1)
    expect(secondsToWait(failed(5), now + 5_000)).toBe(0)
    expect(secondsToWait(failed(5), now + 1e12)).toBe(0)
  })
})

describe('a clock that is set back', () => {
  it('shortens no wait and makes none longer than one', () => {
    fc.assert(
      fc.property(fc.integer({ min: 5, max: 30 }), fc.integer({ min: 0, max: 1e12 }), (n, back) => {
        const attempts = byThisClock(failed(n), now - back)
        const wait = secondsToWait(failed(n), now)
        expect(secondsToWait(attempts, now - back)).toBe(wait)
        // Set right again it has not gained anything but the time in between.
        expect(secondsToWait(attempts, now)).toBe(Math.max(0, wait - Math.floor(back / 1000)))
      }),
    )
  })

  it('is not seen where the clock goes on', () => {
    expect(byThisClock(failed(7), now + 10)).toEqual(failed(7))
  })
})

it('every attempt counts, from the moment at which it begins', () => {
  expect(counted(failed(3), now + 10)).toEqual({ failures: 4, at: now + 10 })
})
