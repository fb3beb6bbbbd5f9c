import { Problem } from '../problem'

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

/** What stands before the decimals; which of the two, a language decides. */
export type DecimalMark = '.' | ','

/**
 * Reads what a person typed as dollars: `5`, `0.10`, `0,10`, `$5`, `5 $`. One point or comma is the
 * decimal mark, in any language.
 * @throws {Problem} `amount_grouped` where a point or a comma could part thousands (`1,000.50`, and
 * `1,000` unless the comma is `mark`, the mark of the user's language); `amount_invalid` for
 * anything else, and for more than six decimals: never rounded, never guessed.
 */
export function parseUsd(text: string, mark: DecimalMark = '.'): bigint {
  const trimmed = text.trim()
  // Nothing that long is an amount, and nobody waits for its blanks to be looked through.
  const typed = trimmed.length > 40 ? '' : trimmed.replace(/^\$\s*|\s*\$$/, '')
  const match = USD_TEXT.exec(typed)
  if (!match?.[1] || (match[2] !== mark && ONE_GROUP.test(typed))) {
    const code = GROUPED.test(typed) ? 'amount_grouped' : 'amount_invalid'
    throw new Problem(code, { text: text.slice(0, 40) })
  }
  return BigInt(match[1]) * USD + BigInt((match[3] ?? '').padEnd(USD_DECIMALS, '0'))
}

/** `$0.05`, `$2.00`, `$0.0005`: at least two decimals, every digit that counts, never rounded. */
export function formatUsd(microUsd: bigint): string {
  return `${microUsd < 0n ? '-' : ''}$${formatUnits(abs(microUsd), USD_DECIMALS, 2)}`
}

/** `1,234.5`: decimal text with grouped thousands. */
export function formatUnits(amount: bigint, decimals: number, minDecimals = 0): string {
  const [whole = '', fraction] = decimalText(amount, decimals, minDecimals).split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',')
  return fraction ? `${grouped}.${fraction}` : grouped
}

/**
 * `1234.5`: atomic units in plain decimals, every digit that counts and at least `minDecimals`,
 * as programs read them.
 */
export function decimalText(amount: bigint, decimals: number, minDecimals = 0): string {
  const digits = amount.toString().padStart(decimals + 1, '0')
  const whole = digits.slice(0, digits.length - decimals)
  const fraction = digits.slice(digits.length - decimals).replace(/0+$/, '')
  const shown = decimals === 0 ? '' : fraction.padEnd(Math.min(minDecimals, decimals), '0')
  return shown ? `${whole}.${shown}` : whole
}

const USD_TEXT = /^(\d{1,9})(?:([.,])(\d{1,6}))?$/

/** No group starts with zero: `0,500` is half a dollar to everybody. */
const ONE_GROUP = /^[1-9]\d{0,2}[.,]\d{3}$/

/** Thousands parted by points, commas, blanks or apostrophes, in any language. */
const GROUPED = /^[1-9]\d{0,2}(?:[.,\s'’]\d{2,3})*[.,\s'’]\d{3}(?:[.,]\d*)?$/

function abs(value: bigint): bigint {
  return value < 0n ? -value : value
}
