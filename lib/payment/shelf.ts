import type { PaymentState } from './lifecycle'
import type { Payment } from './payment'

/** What was paid for has come. */
const DELIVERED: readonly PaymentState[] = ['settled', 'confirmed']

/**
 * Whether a payment bought a page that a link can open again: delivered, a document of its own tab
 * and at an address of the web, which that of a backup need not be.
 */
export function isOnShelf({ state, request }: Payment): boolean {
  const { kind, method, url } = request
  return DELIVERED.includes(state) && kind === 'navigation' && method === 'GET' && isOfWeb(url)
}

function isOfWeb(url: string): boolean {
  return URL.canParse(url) && ['https:', 'http:'].includes(new URL(url).protocol)
}
