import { Problem } from '../problem'
import type { Currency } from './networks'

/**
 * US dollars are counted in micro-dollars (10^-6 $, `bigint`): the grain of USDC, so that a token
 * with six decimals converts one to one. No floats anywhere.
 */
export const USD_DECIMALS = 6
export const USD = 10n ** BigInt(USD_DECIMALS)

/**
 * Millionths of its currency that an amount in atomic units is worth; rounded up, so that a limit
 * never counts less than what leaves the wallet.
 */
export function toMicro(amount: bigint, decimals: number): bigint {
  if (decimals <= USD_DECIMALS) return amount * 10n ** BigInt(USD_DECIMALS - decimals)
  const unit = 10n ** BigInt(decimals - USD_DECIMALS)
  return (amount + unit - 1n) / unit
}

/**
 * Reads what a person typed as dollars: `5`, `0.10`, `$1,000.50`.
 * @throws {Problem} `amount_invalid` for anything else, and for more than six decimals: never rounded.
 */
export function parseUsd(text: string): bigint {
  const match = USD_TEXT.exec(text.trim())
  if (!match?.[1]) throw new Problem('amount_invalid', { text: text.slice(0, 40) })
  const whole = BigInt(match[1].replaceAll(',', ''))
  return whole * USD + BigInt((match[2] ?? '').padEnd(USD_DECIMALS, '0'))
}

/** `$0.05`, `$2.00`, `$0.0005`: at least two decimals, every digit that counts, never rounded. */
export function formatUsd(microUsd: bigint): string {
  return `${microUsd < 0n ? '-' : ''}$${formatUnits(abs(microUsd), USD_DECIMALS, 2)}`
}

/** An amount in its own currency, every digit that counts: `$0.05`, `€0.05`. */
export function formatMoney(
  amount: bigint,
  token: { decimals: number; currency: Currency },
): string {
  return `${SIGN[token.currency]}${formatUnits(amount, token.decimals, 2)}`
}

const SIGN: Record<Currency, string> = { USD: '$', EUR: '€' }

/** Millionths of a currency, as sums are kept. */
export function formatMicro(micro: bigint, currency: Currency): string {
  return formatMoney(micro, { decimals: USD_DECIMALS, currency })
}

/** `0.05 USDC`, every digit that counts. */
export function formatToken(amount: bigint, token: { decimals: number; symbol: string }): string {
  return `${formatUnits(amount, token.decimals, 2)} ${token.symbol}`
}

/** Decimal text of atomic units with at least `minDecimals` decimals and grouped thousands. */
export function formatUnits(amount: bigint, decimals: number, minDecimals = 0): string {
  const digits = amount.toString().padStart(decimals + 1, '0')
  const whole = digits.slice(0, digits.length - decimals).replace(/\B(?=(\d{3})+$)/g, ',')
  const fraction = digits.slice(digits.length - decimals).replace(/0+$/, '')
  const shown = decimals === 0 ? '' : fraction.padEnd(Math.min(minDecimals, decimals), '0')
  return shown ? `${whole}.${shown}` : whole
}

/** No group starts with zero: `0,500` is half a dollar to whoever writes a comma for the point. */
const USD_TEXT = /^\$?\s*([1-9]\d{0,2}(?:,\d{3})+|\d{1,9})(?:\.(\d{1,6}))?$/

function abs(value: bigint): bigint {
  return value < 0n ? -value : value
}
