import type { Browser } from 'wxt/browser'
import type { Payment } from '../../../lib/payment/payment'
import { type HttpHeader, headerValues } from '../../../lib/protocols/x402/headers'
import type { PaymentHeader } from '../../../lib/protocols/x402/payload'
import { webOrigin, withoutFragment } from '../urls'
import { type Handlers, isPlainHost, listenTo, sweepListeners } from './listeners'
import { RESOURCE_TYPES } from './rules'

export type AnswerDetails = Browser.webRequest.OnHeadersReceivedDetails
type Details = Pick<AnswerDetails, 'requestId' | 'url' | 'tabId' | 'type' | 'method' | 'initiator'>
type SendDetails = Details & { requestHeaders?: HttpHeader[] }

/** A payment whose request is about to leave or is on its way. */
export interface Watched {
  payment: Payment
  /** What the paid request looks like to the browser: with our fragment where there is one. */
  url: string
  /** What the rule puts on it. */
  header: PaymentHeader
  /** Known from the moment when the request leaves. */
  requestId?: string
  onSent(): void
  /** The rule has put the payment on the request of somebody else. */
  onTaken(): void
  onAnswered(details: AnswerDetails): void
  onFailed(error: string): void
}

const watched = new Map<string, Watched>()
/** Requests that carry or carried a payment; their answers are ours, not new questions. */
const paidRequests = new Set<string>()
const MAX_REMEMBERED = 1000

/** Follows one paid request. */
export function watch(entry: Watched): void {
  listen(entry.url)
  watched.set(entry.payment.id, entry)
}

export function unwatch(paymentId: string): void {
  watched.delete(paymentId)
}

const handlers: Handlers = { onSendHeaders, onHeadersReceived, onErrorOccurred }

/** Before something is paid, too, where that is no listening to everything: it takes its time. */
export function listenSoon(url: string): void {
  if (isPlainHost(url)) listen(url)
}

function listen(url: string): void {
  listenTo(url, handlers, (host) =>
    [...watched.values()].some((entry) => new URL(entry.url).hostname === host),
  )
}

/** See `sweepListeners`. */
export function sweepWatch(): Promise<void> {
  return sweepListeners(handlers)
}

export function isUnderWay(paymentId: string): boolean {
  return watched.has(paymentId)
}

/** Whether this very request carries a payment of ours. */
export function carriesPayment({ requestId }: Pick<Details, 'requestId'>): boolean {
  return paidRequests.has(requestId)
}

/**
 * What a request carries says whether it is the paid one: another like it may have passed the rules
 * before there was one, and is told of after.
 */
function onSendHeaders(details: SendDetails): void {
  // Told of before, by another listener or because the browser had to send it again.
  if (byRequestId(details.requestId)) return
  const carried = [...watched.values()].find(
    (entry) => !entry.requestId && carries(details, entry.header),
  )
  if (!carried) return
  if (!isLike(carried, details) || !isBy(boundTo(carried, details), details)) {
    carried.onTaken()
    return
  }
  carried.requestId = details.requestId
  if (paidRequests.size >= MAX_REMEMBERED) paidRequests.clear()
  paidRequests.add(details.requestId)
  carried.onSent()
}

function carries({ requestHeaders }: SendDetails, { name, value }: PaymentHeader): boolean {
  return headerValues(requestHeaders, [name.toLowerCase()]).includes(value)
}

function onHeadersReceived(details: AnswerDetails): void {
  const entry = byRequestId(details.requestId)
  if (!entry) return
  unwatch(entry.payment.id)
  entry.onAnswered(details)
}

function onErrorOccurred({ requestId, error }: Details & { error: string }): void {
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

/** To a rule, all subdomains, ports and schemes of its domain are one: see `initiatorDomains`. */
function isBy(origin: string | undefined, { initiator }: Details): boolean {
  return origin === undefined || initiator === origin
}
