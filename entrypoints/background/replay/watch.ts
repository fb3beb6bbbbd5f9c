import { type Browser, browser } from 'wxt/browser'
import type { Payment } from '../../../lib/payment/payment'
import { withoutFragment } from '../urls'

/** A payment whose request is about to leave or is on its way. */
export interface Watched {
  payment: Payment
  /** What the paid request looks like to the browser: the URL with our fragment (fetch). */
  url: string
  /** Known from the moment when the request leaves. */
  requestId?: string
  onSent(): void
  onFailed(error: string): void
}

type Details = Pick<
  Browser.webRequest.WebRequestDetails,
  'requestId' | 'url' | 'tabId' | 'type' | 'method'
>

const watched = new Map<string, Watched>()

/**
 * Follows one paid request. The listeners exist only while a payment is under way: an event costs
 * every request of every page, so ordinary browsing has none of them.
 */
export function watch(entry: Watched): void {
  if (watched.size === 0) {
    const filter = { urls: ['http://*/*', 'https://*/*'], types: [...TYPES] }
    browser.webRequest.onSendHeaders.addListener(onSendHeaders, filter)
    browser.webRequest.onErrorOccurred.addListener(onErrorOccurred, filter)
  }
  watched.set(entry.payment.id, entry)
}

export function unwatch(paymentId: string): void {
  watched.delete(paymentId)
  if (watched.size > 0) return
  browser.webRequest.onSendHeaders.removeListener(onSendHeaders)
  browser.webRequest.onErrorOccurred.removeListener(onErrorOccurred)
}

/** The payment that this request carries, if any. */
export function watchedRequest(details: Details): Watched | undefined {
  for (const entry of watched.values()) {
    if (entry.requestId ? entry.requestId === details.requestId : isRequestOf(entry, details)) {
      return entry
    }
  }
  return undefined
}

const TYPES: `${Browser.webRequest.ResourceType}`[] = ['main_frame', 'xmlhttprequest']

function onSendHeaders(details: Details): void {
  const entry = watchedRequest(details)
  if (!entry || entry.requestId) return
  entry.requestId = details.requestId
  entry.onSent()
}

function onErrorOccurred(details: Details & { error: string }): void {
  const entry = watchedRequest(details)
  if (entry?.requestId) entry.onFailed(details.error)
}

function isRequestOf({ payment, url }: Watched, details: Details): boolean {
  const { kind, tabId, method } = payment.request
  if (details.method !== method) return false
  if (kind === 'fetch') return details.url === url
  return (
    details.type === 'main_frame' && details.tabId === tabId && withoutFragment(details.url) === url
  )
}
