import { KEEP_MARK } from '../../../lib/page/keep-mark'
import type { PaidRequest, RequestKind } from '../../../lib/payment/request'
import { strangerAt } from '../ancestors'
import { type Asked, askedBy, isReadable } from '../asked'
import type { Seen402 } from '../detect'
import { webOrigin, withoutFragment } from '../urls'
import type { RequestDetails, ResponseDetails } from './details'
import { openerOf } from './opened'

/**
 * What is held. Not here, and so never: beacons, pings, prefetches and preconnects, WebSockets,
 * reports, manifests, fonts.
 */
const KINDS = {
  main_frame: 'navigation',
  sub_frame: 'frame',
  xmlhttprequest: 'fetch',
  image: 'element',
  imageset: 'element',
  media: 'element',
  script: 'element',
  stylesheet: 'element',
} as const satisfies Record<string, RequestKind>

type HeldType = keyof typeof KINDS
export const HELD_TYPES = Object.keys(KINDS) as HeldType[]

/**
 * The question that a request with a 402 asks, or nothing where nobody may ask: the extension's
 * own requests, the browser's own, preflights, and answers that the page could not read.
 */
export function questionOf(details: ResponseDetails, ticket: string): Asked | undefined {
  const { method, tabId, frameId, documentId = '', incognito = false } = details
  const type = HELD_TYPES.find((known) => known === details.type)
  const site = siteOf(details)
  if (!type || !site || method === 'OPTIONS' || details.url.endsWith(KEEP_MARK)) return undefined
  const seen = seenOf(details, type)
  if (type === 'xmlhttprequest' && !isReadable(seen)) return undefined
  const base = { url: seen.url, method, tabId, frameId, documentId, ticket }
  const request: PaidRequest =
    type === 'main_frame' && method === 'POST'
      ? { ...base, kind: 'form', rebuilds: true }
      : { ...base, kind: KINDS[type] }
  const opener = type === 'main_frame' ? openerOf(details) : undefined
  if (opener && opener !== site) request.openedBy = opener
  const origin = type.endsWith('_frame') ? webOrigin(details.url) : askerOf(details)
  const within = strangerWithin(details, site)
  const from = { site, origin: origin ?? 'null', ...(within && { within }) }
  const question = askedBy({ ...from, privateWindow: incognito }, request, seen)
  // It is held before there is a document: nobody knows whether it is in view.
  if (type === 'sub_frame' && !question.asker) {
    question.reasons.push({ code: 'frame_asks', asker: site })
  }
  return question
}

/** Top-level origin of the tab, or of the worker that belongs to none. */
function siteOf(details: RequestDetails): string | undefined {
  const { type, url, frameId, frameAncestors = [], documentUrl, originUrl } = details
  if (type === 'main_frame') return webOrigin(url)
  const top = frameAncestors.at(-1)
  if (top) return webOrigin(top.url)
  return frameId > 0 ? undefined : webOrigin(documentUrl ?? originUrl)
}

/** Origin of whoever asks; a sandboxed document has none that a server would see. */
function askerOf({ originUrl, documentUrl }: RequestDetails): string | undefined {
  return webOrigin(originUrl ?? documentUrl)
}

/** See `strangerAround`: here the request itself tells of the documents around it. */
function strangerWithin({ frameAncestors = [] }: RequestDetails, site: string): string | undefined {
  const strangers = frameAncestors.slice(0, -1).map(({ url }) => strangerAt(url, site))
  return strangers.find((origin) => origin !== undefined)
}

function seenOf(details: ResponseDetails, type: HeldType): Seen402 {
  const { url, statusCode, method, tabId, frameId, responseHeaders = [] } = details
  const isDocument = type === 'main_frame' || type === 'sub_frame'
  return {
    url: withoutFragment(url),
    status: statusCode,
    method,
    type: isDocument || type === 'xmlhttprequest' ? type : 'other',
    tabId,
    frameId,
    ...(!isDocument && { initiator: askerOf(details) ?? 'null' }),
    headers: responseHeaders,
    // Here the request itself is held: no rule has to know its address.
    userInfo: false,
    prerendered: false,
    at: Date.now(),
  }
}
