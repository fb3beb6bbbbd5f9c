import type { Browser } from 'wxt/browser'
import type { Reason } from '../../lib/payment/policy'
import type { PaidRequest } from '../../lib/payment/request'
import type { Seen402 } from './detect'
import { webOrigin } from './urls'

/** One request that met a 402, with everything about it from the browser. */
export interface Asked {
  request: PaidRequest
  /** Top-level origin of the tab: whose page asks. */
  site: string
  /** Origin of the document that asks, where it is another: a frame in the site's page. */
  asker?: string
  payeeOrigin: string
  seen: Seen402 | undefined
  /** The page says that the body of its 402 holds terms. Its word can only save us a look. */
  bodyHint?: boolean
  privateWindow: boolean
  /** What the way of the request itself gives the user to know; each makes the wallet ask. */
  reasons: Reason[]
  /** Whether who asks has said meanwhile that nobody waits any more. */
  hasLeft?: () => boolean
  /** When the page said that it waits, by the worker's own `performance.now`; absent where it has not. */
  reportedAt?: number
}

/** The document that asks, as the browser names it. */
export interface Asker extends Pick<PaidRequest, 'tabId' | 'frameId' | 'documentId'> {
  url: string
  /** Origin of the document; `null` where it is opaque (a sandboxed frame). */
  origin: string
  /** Top-level origin. */
  site: string
  /** Origin of a page of another site that this document is framed by, though it is the site's. */
  within?: string
  privateWindow: boolean
  hasLeft?: () => boolean
  reportedAt?: number
}

/** The question that a request asks. */
export function askedBy(
  from: Pick<Asker, 'site' | 'origin' | 'within' | 'privateWindow' | 'hasLeft' | 'reportedAt'>,
  request: PaidRequest,
  seen: Seen402 | undefined,
): Asked {
  const { site, origin, within, privateWindow, hasLeft, reportedAt } = from
  const asker = origin === site ? within : origin
  return {
    request,
    site,
    ...(asker && { asker }),
    payeeOrigin: webOrigin(request.url) ?? site,
    seen,
    privateWindow,
    ...(hasLeft && { hasLeft }),
    ...(reportedAt !== undefined && { reportedAt }),
    reasons: seen || request.kind === 'element' ? [] : [{ code: 'read_again' }],
  }
}

/** A page may read the answer of its own origin, or one whose server lets it. */
export function isReadable({ url, initiator, headers }: Seen402): boolean {
  if (!initiator || initiator === webOrigin(url)) return true
  const allowed = headers.find(({ name }) => name.toLowerCase() === 'access-control-allow-origin')
  return allowed?.value === '*' || allowed?.value === initiator
}

/** Reads the sender of a message: what is not a shown web document may not ask for anything. */
export function askerOf(sender: Browser.runtime.MessageSender): Asker | undefined {
  const { tab, frameId, documentId, documentLifecycle, url, origin } = sender
  const site = webOrigin(frameId === 0 ? url : tab?.url)
  if (tab?.id === undefined || frameId === undefined || !documentId || !url || !site) {
    return undefined
  }
  // A prerendered page has not been asked for by anyone yet; its tab shows another one.
  if (documentLifecycle !== undefined && documentLifecycle !== 'active') return undefined
  return {
    tabId: tab.id,
    frameId,
    documentId,
    url,
    origin: origin ?? 'null',
    site,
    privateWindow: tab.incognito,
  }
}
