import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decimalText, formatUnits, formatUsd, parseUsd, toMicro } from '../../../lib/payment/money'
import { problemOf } from '../protocols/problem-of'

describe('parseUsd', () => {
  it.each([
    ['0', 0n],
    ['5', 5_000_000n],
    ['0.10', 100_000n],
    ['0,10', 100_000n],
    ['1000.50', 1_000_500_000n],
    ['1000,50', 1_000_500_000n],
    ['2 $', 2_000_000n],
    ['2,5 $', 2_500_000n],
    ['$ 2', 2_000_000n],
    ['  3.5\t', 3_500_000n],
    ['0.000001', 1n],
    ['00.5', 500_000n],
    ['999999999', 999_999_999_000_000n],
    ['0,500', 500_000n],
    ['0.500', 500_000n],
    ['00,050', 50_000n],
    ['1,00', 1_000_000n],
    ['1,0000', 1_000_000n],
    ['1000,000', 1_000_000_000n],
    ['1.000', 1_000_000n],
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
    ['seven decimals after a comma', '0,0000001'],
    ['two marks that part no thousands', '1,00,0.5'],
    ['a sign at both ends', '$5$'],
    ['a leading group separator', ',100'],
    ['separators among decimals', '0.100,000'],
    ['blanks inside', '1 00'],
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

  it.each([
    '1,000.50',
    '1.000,50',
    '1,234,567.123456',
    '1.000.000',
    '1 000',
    '1\u202f000,50',
    "1'000.50",
    '12,34,567.00',
    '$1,000.',
  ])('refuses thousands that are parted, in any language: %j', (text) => {
    for (const mark of ['.', ','] as const) {
      expect(problemOf(() => parseUsd(text, mark)).code).toBe('amount_grouped')
    }
  })

  it('reads three digits after the mark of the language only as decimals', () => {
    expect(parseUsd('1.000', '.')).toBe(1_000_000n)
    expect(parseUsd('1,000', ',')).toBe(1_000_000n)
    expect(problemOf(() => parseUsd('1,000', '.')).code).toBe('amount_grouped')
    expect(problemOf(() => parseUsd('1.000', ',')).code).toBe('amount_grouped')
  })

  it('quotes no more than a line of what it refused', () => {
    const text = 'x'.repeat(10_000)
    expect(problemOf(() => parseUsd(text)).details?.text).toHaveLength(40)
  })

  it('reads plain decimals, for any amount that fits', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 15n - 1n }), (microUsd) => {
        expect(parseUsd(decimalText(microUsd, 6))).toBe(microUsd)
        expect(parseUsd(decimalText(microUsd, 6).replace('.', ','), ',')).toBe(microUsd)
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

describe('formatUnits', () => {
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
  ])('shows %d of %i decimals, at least %i of them, as %s', (amount, decimals, min, text) => {
    expect(formatUnits(amount, decimals, min)).toBe(text)
    expect(decimalText(amount, decimals, min)).toBe(text.replaceAll(',', ''))
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
