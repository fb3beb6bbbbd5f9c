import { formatUnits } from '../money'
import type { Payment } from '../payment'

const MAX_TERMS = 10

/** A shorter piece of an address or a hash is in most of them. */
const MIN_PIECE = 6

const AMOUNT = /^[$€]?(\d[\d,]*)(?:\.(\d+))?$/

/** The words that a person typed, small letters; all of them have to be found. */
export function searchTerms(text: string): string[] {
  return plain(text).split(/\s+/).filter(Boolean).slice(0, MAX_TERMS)
}

/**
 * Whether each term is somewhere in a payment: in its site, title, description or URL, in an
 * address or transaction hash, or as its exact amount.
 */
export function isFound(payment: Payment, terms: readonly string[]): boolean {
  if (terms.length === 0) return true
  const words = wordsOf(payment)
  return terms.every((term) => {
    const amount = decimalOf(term)
    if (amount !== undefined) return amount === amountOf(payment) || words.includes(term)
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

/** `$0.050` as `0.05`; nothing for what is no amount. */
function decimalOf(term: string): string | undefined {
  const match = AMOUNT.exec(term)
  if (!match?.[1]) return undefined
  const whole = match[1].replaceAll(',', '').replace(/^0+(?=\d)/, '')
  const fraction = (match[2] ?? '').replace(/0+$/, '')
  return fraction ? `${whole}.${fraction}` : whole
}

function amountOf({ terms }: Payment): string {
  return formatUnits(terms.amount, terms.decimals).replaceAll(',', '')
}

function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase()
}
