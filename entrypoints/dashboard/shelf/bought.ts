import { subjectOf } from '../../../components/payment/subject'
import type { Payment } from '../../../lib/payment/payment'
import { isOnShelf } from '../../../lib/payment/shelf'
import type { ChosenTerms } from '../../../lib/payment/terms'

/** A line of the shelf: the latest purchase of one address. Small, for there may be thousands. */
export interface Bought {
  /** Of the payment. */
  id: string
  /** Of the page, http or https. */
  url: string
  title: string
  /** Origin. */
  payee: string
  /** Milliseconds since 1970. */
  at: number
  price: Pick<ChosenTerms, 'amount' | 'decimals' | 'currency' | 'testnet'>
  /** What a search looks at, small letters. */
  words: string
}

/** The lines of payments; nothing for what does not belong on the shelf. */
export function boughtIn(payments: readonly Payment[]): Bought[] {
  return payments.filter(isOnShelf).map(boughtBy)
}

/** Newest first, and of each address only the newest. */
export function shelved(lines: readonly Bought[]): Bought[] {
  const sorted = [...lines].sort((a, b) => b.at - a.at)
  const byAddress = new Map<string, Bought>()
  for (const line of sorted) if (!byAddress.has(line.url)) byAddress.set(line.url, line)
  return [...byAddress.values()]
}

/** Lines that have all these words, see `searchTerms`. */
export function linesWith(lines: readonly Bought[], terms: readonly string[]): readonly Bought[] {
  if (terms.length === 0) return lines
  return lines.filter(({ words }) => terms.every((term) => words.includes(term)))
}

function boughtBy(payment: Payment): Bought {
  const { id, request, payeeOrigin, spentAt = 0, title = '', terms } = payment
  const { amount, decimals, currency, testnet } = terms
  const subject = subjectOf(payment)
  const texts = [subject, title, payeeOrigin, request.url].join('\n')
  return {
    id,
    url: request.url,
    title: subject,
    payee: payeeOrigin,
    at: spentAt,
    price: { amount, decimals, currency, testnet },
    words: texts.normalize('NFKC').toLowerCase(),
  }
}
