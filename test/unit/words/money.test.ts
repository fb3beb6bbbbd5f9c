import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decimalText, formatUsd as formatPlainUsd, parseUsd } from '../../../lib/payment/money'
import {
  decimalMark,
  fieldText,
  formatMicro,
  formatMoney,
  formatToken,
  formatUsd,
} from '../../../lib/words/money'
import { speak } from './speak'

/** Languages write spaces of several widths that do not break. */
const plain = (text: string) => text.replace(/\s/g, ' ')

/** Every digit that an amount is written with, the decimals apart. */
const digitsOf = (text: string) => {
  const [whole = '', fraction = ''] = text.split(decimalMark())
  return [whole, fraction].map((part) => part.replace(/\D/g, '')).join('.')
}

const amounts = fc.bigInt({ min: 0n, max: 2n ** 256n - 1n })

describe('an amount in its own currency', () => {
  it.each([
    [50_000n, 6, 'USD', '$0.05'],
    [50_000n, 6, 'EUR', '€0.05'],
    [1n, 6, 'EUR', '€0.000001'],
    [1_234_500_000_000n, 6, 'EUR', '€1,234,500.00'],
    [10n ** 16n, 18, 'USD', '$0.01'],
    [1n, 18, 'EUR', '€0.000000000000000001'],
    [7n, 0, 'EUR', '€7'],
    [15n, 1, 'USD', '$1.5'],
    [-1_000_000_001n, 6, 'USD', '-$1,000.000001'],
  ] as const)('%d of %i decimals in %s is %s', async (amount, decimals, currency, text) => {
    await speak('en', 'en-US')
    expect(formatMoney(amount, { decimals, currency })).toBe(text)
  })

  it.each([
    ['de', 'de', '1.234,567891 $', '0,05 €'],
    ['fr', 'fr', '1 234,567891 $', '0,05 €'],
    ['es', 'es', '1234,567891 $', '0,05 €'],
    ['es', 'es-MX', '$1,234.567891', '€0.05'],
    ['en', 'en-GB', '$1,234.567891', '€0.05'],
    ['en', 'en-IN', '$1,234.567891', '€0.05'],
  ])('is written as in %s of %s: %s', async (file, browsers, dollars, euros) => {
    await speak(file, browsers)
    expect(plain(formatUsd(1_234_567_891n))).toBe(dollars)
    expect(plain(formatMicro(50_000n, 'EUR'))).toBe(euros)
  })

  it('is written as its words are, where the browser speaks a language that we do not', async () => {
    await speak('en', 'nl')
    expect(formatUsd(50_000n)).toBe('$0.05')
  })

  it.each(['en', 'de', 'fr', 'es'])('has every digit of any amount in %s', async (file) => {
    await speak(file)
    fc.assert(
      fc.property(amounts, fc.constantFrom(0, 2, 6, 18), (amount, decimals) => {
        const exact = decimalText(amount, decimals, 2)
        const token = { decimals, currency: 'USD', symbol: 'T' } as const
        const expected = digitsOf(exact.replace('.', decimalMark()))
        expect(digitsOf(formatMoney(amount, token))).toBe(expected)
        expect(digitsOf(formatToken(amount, token))).toBe(expected)
      }),
    )
  })

  it('in English is what it is everywhere else', async () => {
    await speak('en', 'en-US')
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }), (microUsd) => {
        expect(formatUsd(microUsd)).toBe(formatPlainUsd(microUsd))
      }),
    )
  })
})

describe('an amount of a token', () => {
  it.each([
    ['en', '1,000.05 USDC'],
    ['de', '1.000,05 USDC'],
    ['fr', '1 000,05 USDC'],
  ])('in %s is %s', async (file, text) => {
    await speak(file)
    expect(plain(formatToken(1_000_050_000n, { decimals: 6, symbol: 'USDC' }))).toBe(text)
  })
})

describe('an amount in a field', () => {
  it.each([
    ['en', 'en-US', '1000.50'],
    ['de', 'de', '1000,50'],
    ['de', 'de-CH', '1000.50'],
    ['es', 'es-419', '1000.50'],
  ])('in %s of %s is %s', async (file, browsers, text) => {
    await speak(file, browsers)
    expect(fieldText(1_000_500_000n)).toBe(text)
  })

  it.each(['en', 'de', 'fr', 'es'])('in %s is read as it was written', async (file) => {
    await speak(file)
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 15n - 1n }), (microUsd) => {
        expect(parseUsd(fieldText(microUsd), decimalMark())).toBe(microUsd)
      }),
    )
  })
})
