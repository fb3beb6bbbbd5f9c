import { type DecimalMark, decimalText, USD_DECIMALS } from '../payment/money'
import type { Currency } from '../payment/networks'
import { formatLanguage } from './language'

/**
 * Amounts as people of a language write them: `$0.05`, `0,05 $`. At least two decimals, every
 * digit that counts, never rounded: they go from whole atomic units to digits as text.
 */

/** Micro-dollars. */
export function formatUsd(microUsd: bigint): string {
  return formatMicro(microUsd, 'USD')
}

/** Millionths of a currency, as sums are kept. */
export function formatMicro(micro: bigint, currency: Currency): string {
  return formatMoney(micro, { decimals: USD_DECIMALS, currency })
}

/** Atomic units of a token in the currency that it stands for. */
export function formatMoney(
  amount: bigint,
  { decimals, currency }: { decimals: number; currency: Currency },
): string {
  return write(amount, decimals, { style: 'currency', currency, currencyDisplay: 'narrowSymbol' })
}

/** `0.05 USDC`, `0,05 USDC` */
export function formatToken(amount: bigint, token: { decimals: number; symbol: string }): string {
  return `${write(amount, token.decimals, {})} ${token.symbol}`
}

/** `1000.50`, `1000,50`: dollars as they are typed, into a field that has its own currency sign. */
export function fieldText(microUsd: bigint): string {
  return decimalText(microUsd, USD_DECIMALS, 2).replace('.', decimalMark())
}

/** What stands before the decimals in the user's language. */
export function decimalMark(): DecimalMark {
  return write(11n, 1, {}).includes(',') ? ',' : '.'
}

function write(amount: bigint, decimals: number, style: Intl.NumberFormatOptions): string {
  const sign = amount < 0n ? '-' : ''
  const digits = decimalText(sign ? -amount : amount, decimals) as Intl.StringNumericLiteral
  return formatOf(decimals, style).format(`${sign}${digits}` as Intl.StringNumericLiteral)
}

const formats = new Map<string, Intl.NumberFormat>()

function formatOf(decimals: number, style: Intl.NumberFormatOptions): Intl.NumberFormat {
  const language = formatLanguage()
  const key = `${language} ${decimals} ${style.currency}`
  const format =
    formats.get(key) ??
    new Intl.NumberFormat(language, {
      ...style,
      numberingSystem: 'latn',
      minimumFractionDigits: Math.min(2, decimals),
      maximumFractionDigits: decimals,
    })
  formats.set(key, format)
  return format
}
