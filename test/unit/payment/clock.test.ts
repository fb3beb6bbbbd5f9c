import { describe, expect, it } from 'vitest'
import { clockSkew, isTooFarOff, trustedSkew } from '../../../lib/payment/clock'
import { authorizationFor } from '../../../lib/wallet/exact'

const seen = Date.UTC(2026, 10, 21, 12)

describe("the server's clock", () => {
  it.each([
    ['Sat, 21 Nov 2026 12:00:00 GMT', 0],
    ['Sat, 21 Nov 2026 12:05:00 GMT', 300],
    ['Sat, 21 Nov 2026 11:45:00 GMT', -900],
    ['Fri, 20 Nov 2026 12:00:00 GMT', -86_400],
  ])('%s is %d seconds off', (date, skew) => {
    expect(clockSkew(date, seen)).toBe(skew)
  })

  it.each([undefined, '', 'soon', 'Sat, 99 Nov 2026 12:00:00 GMT'])(
    'is unknown from %s',
    (date) => {
      expect(clockSkew(date, seen)).toBeUndefined()
    },
  )

  it.each([
    [undefined, 0, false],
    [0, 0, false],
    [600, 600, false],
    [601, 600, true],
    [-600, -600, false],
    [-86_400, -600, true],
  ])('that is %s off is followed by %d seconds; asks: %s', (skew, trusted, asks) => {
    expect(trustedSkew(skew)).toBe(trusted)
    expect(isTooFarOff(skew)).toBe(asks)
  })

  it('is the one that a signature lives by, within ten minutes', () => {
    const terms = { maxTimeoutSeconds: 60 }
    const times = (skew?: number) => {
      const { validAfter, validBefore } = authorizationFor(terms, '0x1', '0x2', seen, skew)
      return [validAfter - seen / 1000, validBefore - seen / 1000]
    }
    expect(times()).toEqual([-600, 60])
    expect(times(120)).toEqual([-480, 180])
    expect(times(-120)).toEqual([-720, -60])
    expect(times(10 ** 6)).toEqual([0, 660])
  })
})
