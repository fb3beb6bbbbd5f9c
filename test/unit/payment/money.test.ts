import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  formatMicro,
  formatMoney,
  formatToken,
  formatUnits,
  formatUsd,
  parseUsd,
  toMicro,
} from '../../../lib/payment/money'
import { problemOf } from '../protocols/problem-of'

describe('parseUsd', () => {
  it.each([
    ['0', 0n],
    ['5', 5_000_000n],
    ['0.10', 100_000n],
    ['$1,000.50', 1_000_500_000n],
    ['$ 2', 2_000_000n],
    ['  3.5\t', 3_500_000n],
    ['0.000001', 1n],
    ['00.5', 500_000n],
    ['999999999', 999_999_999_000_000n],
    ['1,234,567.123456', 1_234_567_123_456n],
    ['1,000,000,000,000', 1_000_000_000_000_000_000n],
  ])('reads %j', (text, microUsd) => {
    expect(parseUsd(text)).toBe(microUsd)
  })

  it.each([
    ['nothing', ''],
    ['blank', '  '],
    ['a sign alone', '$'],
    ['words', 'five'],
    ['a negative', '-1'],
    ['a negative in dollars', '$-1'],
    ['a plus sign', '+1'],
    ['seven decimals', '0.0000001'],
    ['seven decimals, though zeros', '1.0000000'],
    ['no digit before the point', '.5'],
    ['no digit after the point', '5.'],
    ['two points', '1.0.0'],
    ['scientific', '1e3'],
    ['hexadecimal', '0x10'],
    ['a comma for a point', '0,5'],
    ['a comma for a point, three decimals', '0,500'],
    ['a comma for a point, after zeros', '00,050'],
    ['groups of two', '1,00'],
    ['a group of four', '1,0000'],
    ['a group too few', '1000,000'],
    ['groups by points', '1.000.000'],
    ['a leading group separator', ',100'],
    ['separators among decimals', '0.100,000'],
    ['blanks inside', '1 000'],
    ['a suffix', '5 USD'],
    ['another currency', '€5'],
    ['other digits', '٥'],
    ['ten digits without groups', '1000000000'],
    ['infinity', 'Infinity'],
    ['not a number', 'NaN'],
    ['two lines', '1\n2'],
  ])('refuses %s, and never rounds or guesses: %j', (_what, text) => {
    expect(problemOf(() => parseUsd(text)).code).toBe('amount_invalid')
  })

  it('quotes no more than a line of what it refused', () => {
    const text = 'x'.repeat(10_000)
    expect(problemOf(() => parseUsd(text)).details?.text).toHaveLength(40)
  })

  it('reads what formatUsd shows, for any amount', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 40n }), (microUsd) => {
        expect(parseUsd(formatUsd(microUsd))).toBe(microUsd)
      }),
    )
  })
})

describe('formatUsd', () => {
  it.each([
    [0n, '$0.00'],
    [1n, '$0.000001'],
    [500n, '$0.0005'],
    [10_000n, '$0.01'],
    [50_000n, '$0.05'],
    [100_000n, '$0.10'],
    [999_999n, '$0.999999'],
    [2_000_000n, '$2.00'],
    [2_010_000n, '$2.01'],
    [2_012_000n, '$2.012'],
    [999_990_000n, '$999.99'],
    [1_000_000_000n, '$1,000.00'],
    [1_234_567_890_000n, '$1,234,567.89'],
    [-10_000n, '-$0.01'],
    [-1_000_000_001n, '-$1,000.000001'],
  ])('shows %d as %s', (microUsd, text) => {
    expect(formatUsd(microUsd)).toBe(text)
  })

  it('shows different amounts differently', () => {
    const amount = fc.bigInt({ min: 0n, max: 10n ** 12n })
    fc.assert(
      fc.property(amount, amount, (a, b) => {
        expect(formatUsd(a) === formatUsd(b)).toBe(a === b)
      }),
    )
  })
})

describe('formatUnits and formatToken', () => {
  it.each([
    [0n, 6, 0, '0'],
    [1n, 18, 0, '0.000000000000000001'],
    [10n ** 18n, 18, 0, '1'],
    [10n ** 18n, 18, 2, '1.00'],
    [5n, 0, 2, '5'],
    [1_234_567n, 0, 0, '1,234,567'],
    [15n, 1, 2, '1.5'],
    [10n, 1, 2, '1.0'],
    [1_500_000n, 6, 2, '1.50'],
    [2n ** 256n - 1n, 0, 0, (2n ** 256n - 1n).toLocaleString('en-US')],
  ])('show %d of %i decimals, at least %i of them, as %s', (amount, decimals, min, text) => {
    expect(formatUnits(amount, decimals, min)).toBe(text)
  })

  it('name the token', () => {
    expect(formatToken(50_000n, { decimals: 6, symbol: 'USDC' })).toBe('0.05 USDC')
  })
})

describe('an amount in its own currency', () => {
  it.each([
    [50_000n, 6, 'USD', '$0.05'],
    [50_000n, 6, 'EUR', '€0.05'],
    [1n, 6, 'EUR', '€0.000001'],
    [1_234_500_000_000n, 6, 'EUR', '€1,234,500.00'],
    [10n ** 16n, 18, 'USD', '$0.01'],
    [1n, 18, 'EUR', '€0.000000000000000001'],
    [7n, 0, 'EUR', '€7'],
  ] as const)('%d of %i decimals in %s is %s', (amount, decimals, currency, text) => {
    expect(formatMoney(amount, { decimals, currency })).toBe(text)
  })

  it('is the same in dollars as the sums are', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 40n }), (microUsd) => {
        expect(formatMicro(microUsd, 'USD')).toBe(formatUsd(microUsd))
      }),
    )
  })
})

describe('toMicro', () => {
  const unit = 10n ** 12n
  it.each([
    ['six decimals, one to one', 1n, 6, 1n],
    ['no decimals', 3n, 0, 3_000_000n],
    ['two decimals', 5n, 2, 50_000n],
    ['eighteen decimals, exactly', unit, 18, 1n],
    ['eighteen decimals, nothing', 0n, 18, 0n],
    ['eighteen decimals, the least amount', 1n, 18, 1n],
    ['eighteen decimals, one over', unit + 1n, 18, 2n],
    ['eighteen decimals, one under', 2n * unit - 1n, 18, 2n],
    ['seven decimals', 11n, 7, 2n],
  ])('counts %s', (_what, amount, decimals, microUsd) => {
    expect(toMicro(amount, decimals)).toBe(microUsd)
  })

  it('never counts less than what leaves the wallet, nor a micro-dollar more', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n, max: 2n ** 256n }),
        fc.integer({ min: 7, max: 36 }),
        (amount, decimals) => {
          const grain = 10n ** BigInt(decimals - 6)
          const counted = toMicro(amount, decimals) * grain
          expect(counted).toBeGreaterThanOrEqual(amount)
          expect(counted - amount).toBeLessThan(grain)
        },
      ),
    )
  })
})
