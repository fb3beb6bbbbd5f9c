import { decimalText } from '../payment/money'
import { networkById } from '../payment/networks'
import type { Payment } from '../payment/payment'

/**
 * `0.05`: exact, without signs and grouping, with at least two decimals where the token has them.
 */
export function decimalAmount({ terms }: Pick<Payment, 'terms'>): string {
  return decimalText(terms.amount, terms.decimals, 2)
}

/** A network's own name; its CAIP-2 id where it is not known. */
export function networkName(networkId: string): string {
  return networkById(networkId)?.name ?? networkId
}

/** When the money was set aside: the day that the payment counts for. */
export function paidAt({ spentAt, createdAt }: Pick<Payment, 'spentAt' | 'createdAt'>): number {
  return spentAt ?? createdAt
}

/** The URL without its query, in which sites put tokens and other secrets. */
export function urlWithoutQuery(url: string): string {
  if (!URL.canParse(url)) return ''
  const { origin, pathname } = new URL(url)
  return origin + pathname
}
