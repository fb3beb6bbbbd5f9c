import type { Payment } from '../../lib/payment/payment'
import { plainText } from './plain-text'

/** What a payment is for: the server's description, else the page's title, else the address. */
export function subjectOf(payment: Pick<Payment, 'offer' | 'title' | 'request'>): string {
  const { description } = payment.offer.resource
  const words = plainText(description ?? '') || plainText(payment.title ?? '')
  return words || pathOf(payment.request.url)
}

function pathOf(url: string): string {
  if (!URL.canParse(url)) return plainText(url)
  const { host, pathname, search } = new URL(url)
  return plainText(pathname === '/' && search === '' ? host : pathname + search)
}
