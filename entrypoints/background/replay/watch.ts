import { type Browser, browser } from 'wxt/browser'
import type { Payment } from '../../../lib/payment/payment'
import { webOrigin, withoutFragment } from '../urls'
import { RESOURCE_TYPES } from './rules'

export type AnswerDetails = Browser.webRequest.OnHeadersReceivedDetails
type Details = Pick<AnswerDetails, 'requestId' | 'url' | 'tabId' | 'type' | 'method' | 'initiator'>

/** A payment whose request is about to leave or is on its way. */
export interface Watched {
  payment: Payment
  /** What the paid request looks like to the browser: with our fragment where there is one. */
  url: string
  /** Known from the moment when the request leaves. */
  requestId?: string
  onSent(): void
  /** The rule may have put the payment on the request of somebody else. */
  onTaken(): void
  onAnswered(details: AnswerDetails): void
  onFailed(error: string): void
}

const watched = new Map<string, Watched>()
/** Requests that carry or carried a payment; their answers are ours, not new questions. */
const paidRequests = new Set<string>()
const MAX_REMEMBERED = 1000
const FILTER = { urls: ['http://*/*', 'https://*/*'] }

/**
 * Follows one paid request. The listeners exist only while a payment is under way: an event costs
 * every request of every page, so ordinary browsing has none of them.
 */
export function watch(entry: Watched): void {
  if (watched.size === 0) {
    browser.webRequest.onSendHeaders.addListener(onSendHeaders, FILTER)
    // Without `extraHeaders` the answers that the browser blocks for the page are not shown to us.
    browser.webRequest.onHeadersReceived.addListener(onHeadersReceived, FILTER, [
      'responseHeaders',
      'extraHeaders',
    ])
    browser.webRequest.onErrorOccurred.addListener(onErrorOccurred, FILTER)
  }
  watched.set(entry.payment.id, entry)
}

export function unwatch(paymentId: string): void {
  if (!watched.delete(paymentId) || watched.size > 0) return
  browser.webRequest.onSendHeaders.removeListener(onSendHeaders)
  browser.webRequest.onHeadersReceived.removeListener(onHeadersReceived)
  browser.webRequest.onErrorOccurred.removeListener(onErrorOccurred)
}

export function isUnderWay(paymentId: string): boolean {
  return watched.has(paymentId)
}

/** Whether this very request carries a payment of ours. */
export function carriesPayment({ requestId }: Pick<Details, 'requestId'>): boolean {
  return paidRequests.has(requestId)
}

function onSendHeaders(details: Details): undefined {
  const open = [...watched.values()].filter(
    (entry) => !entry.requestId && isLike(entry, details) && isWithinReach(entry, details),
  )
  const own = open.find((entry) => isBy(boundTo(entry, details), details))
  for (const entry of open) {
    if (!isBy(boundTo(entry, details), details)) entry.onTaken()
  }
  if (!own) return
  own.requestId = details.requestId
  if (paidRequests.size >= MAX_REMEMBERED) paidRequests.clear()
  paidRequests.add(details.requestId)
  own.onSent()
}

function onHeadersReceived(details: AnswerDetails): undefined {
  const entry = byRequestId(details.requestId)
  if (!entry) return
  unwatch(entry.payment.id)
  entry.onAnswered(details)
}

function onErrorOccurred({ requestId, error }: Details & { error: string }): undefined {
  const entry = byRequestId(requestId)
  if (!entry) return
  unwatch(entry.payment.id)
  entry.onFailed(error)
}

function byRequestId(requestId: string): Watched | undefined {
  return [...watched.values()].find((entry) => entry.requestId === requestId)
}

/** Whether a request has the method, address, type and tab that the rule is for. */
function isLike({ payment, url }: Watched, details: Details): boolean {
  const { kind, tabId, method, viaServiceWorker } = payment.request
  if (details.method !== method) return false
  if (kind === 'fetch' || kind === 'xhr') return details.url === url
  if (withoutFragment(details.url) !== url) return false
  // Our own look at the terms belongs to no tab either.
  if (viaServiceWorker && details.type === 'xmlhttprequest') return details.tabId === -1
  return details.tabId === tabId && RESOURCE_TYPES[kind].some((type) => type === details.type)
}

/** The origin whose requests only are paid for; nothing where the tab or a nonce is enough. */
function boundTo({ payment }: Watched, { type }: Details): string | undefined {
  const { viaServiceWorker, initiator, url } = payment.request
  return viaServiceWorker && type === 'xmlhttprequest' ? webOrigin(url) : initiator
}

function isBy(origin: string | undefined, { initiator }: Details): boolean {
  return origin === undefined || initiator === origin
}

/** To a rule, all subdomains, ports and schemes of its domain are one: see `initiatorDomains`. */
function isWithinReach(entry: Watched, details: Details): boolean {
  const origin = boundTo(entry, details)
  if (isBy(origin, details)) return true
  const { initiator } = details
  if (!origin || !initiator || !URL.canParse(initiator)) return false
  const [domain, host] = [origin, initiator].map((url) => new URL(url).hostname)
  return host === domain || host?.endsWith(`.${domain}`) === true
}
