import { describe, expect, it } from 'vitest'
import { nextLook } from '../../../lib/payment/looks'

const now = 1_750_000_000_000
const long = 2_000_000_000

describe('the next look at the chain', () => {
  it.each([
    [0, 2],
    [1, 5],
    [2, 10],
    [3, 30],
    [4, 60],
    [9, 1_920],
    [10, 3_600],
    [1_000, 3_600],
  ])('after %d in vain comes in %d seconds', (looks, seconds) => {
    expect(nextLook(looks, 0, now)).toBe(now + seconds * 1000)
    expect(nextLook(looks, long, now)).toBe(now + seconds * 1000)
  })

  it('comes soon after the signature has ended', () => {
    const validBefore = now / 1000 + 100
    expect(nextLook(0, validBefore, now)).toBe(now + 2_000)
    expect(nextLook(8, validBefore, now)).toBe(validBefore * 1000 + 5_000)
  })

  it('comes soon again where the chain was out of reach then, and ever more seldom from there', () => {
    const validBefore = now / 1000
    const waits: number[] = []
    for (let at = now + 5_000, looks = 9; looks < 20; looks++) {
      const next = nextLook(looks, validBefore, at)
      waits.push((next - at) / 1000)
      at = next
    }
    expect(waits).toEqual([10, 10, 20, 40, 80, 160, 320, 640, 1_280, 2_560, 3_600])
  })
})
