import type { RedirectDetails, RequestDetails } from './details'

const MAX_KEPT = 100
const addresses = new Set<string>()

/**
 * A document that the page's own service worker takes over: the browser shows that as a redirect
 * without a status to the same address.
 */
export function notePassedOn({ statusCode, url, redirectUrl }: RedirectDetails): undefined {
  if (statusCode !== 0 || url !== redirectUrl) return
  const [oldest] = addresses
  if (addresses.size >= MAX_KEPT && oldest !== undefined) addresses.delete(oldest)
  addresses.add(url)
}

/**
 * Whether a service worker makes this request for a document. It may not be redirected, so it
 * cannot be paid for; a reload past the service worker can.
 */
export function isPassedOn({ tabId, url }: RequestDetails): boolean {
  return tabId === -1 && addresses.delete(url)
}
