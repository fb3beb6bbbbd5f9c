import { decimalText } from '../money'
import type { Payment } from '../payment'

const MAX_TERMS = 10

/** A shorter piece of an address or a hash is in most of them. */
const MIN_PIECE = 6

/** With a point, and with a comma for the decimals. */
const AMOUNTS = [
  /^[$€]?([1-9]\d{0,2}(?:,\d{3})+|\d+)(?:\.(\d+))?[$€]?$/,
  /^[$€]?([1-9]\d{0,2}(?:\.\d{3})+|\d+)(?:,(\d+))?[$€]?$/,
]

/** The words that a person typed, small letters; all of them have to be found. */
export function searchTerms(text: string): string[] {
  return plain(text)
    .split(/\s+/)
    .filter((term) => !/^[$€]?$/.test(term))
    .slice(0, MAX_TERMS)
}

/**
 * Whether each term is somewhere in a payment: in its site, title, description or URL, in an
 * address or transaction hash, or as its exact amount.
 */
export function isFound(payment: Payment, terms: readonly string[]): boolean {
  if (terms.length === 0) return true
  const words = wordsOf(payment)
  return terms.every((term) => {
    const amounts = AMOUNTS.flatMap((way) => decimalOf(term, way))
    if (amounts.length > 0) return amounts.includes(amountOf(payment)) || words.includes(term)
    return (
      words.includes(term) ||
      plain(payment.request.url).includes(term) ||
      (isPiece(term) && identifiersOf(payment).includes(term))
    )
  })
}

function wordsOf({ site, asker, payeeOrigin, title, offer, terms }: Payment): string {
  const texts = [site, asker, payeeOrigin, title, offer.resource.description, terms.symbol]
  return plain(texts.filter(Boolean).join('\n'))
}

function identifiersOf({ id, terms, authorization, transaction, proof }: Payment): string {
  const texts = [id, terms.payTo, authorization?.payer, transaction, proof?.transaction]
  return plain(texts.filter(Boolean).join('\n'))
}

function isPiece(term: string): boolean {
  return term.length >= MIN_PIECE || (term.startsWith('0x') && term.length > 3)
}

/** `$0.050` and `0,050 $` as `0.05`; nothing for what is no amount in this way of writing. */
function decimalOf(term: string, way: RegExp): string[] {
  const match = way.exec(term)
  if (!match?.[1]) return []
  const whole = match[1].replace(/[.,]/g, '').replace(/^0+(?=\d)/, '')
  const fraction = (match[2] ?? '').replace(/0+$/, '')
  return [fraction ? `${whole}.${fraction}` : whole]
}

function amountOf({ terms }: Payment): string {
  return decimalText(terms.amount, terms.decimals)
}

function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase()
}
