/**
 * How a request met its 402, and so how it is repeated:
 * - `navigation`, `frame`: the document itself is the 402; it reloads
 * - `form`: a POST navigation; its form is rebuilt and submitted
 * - `fetch`, `xhr`: held in the page; the page script repeats it
 * - `element`: an image, media, script or style sheet; its source is set again
 * - `download`: a link with `download`; it is clicked again
 * - `unheld`: nothing can hold it (workers, EventSource, synchronous XHR); the next attempt is paid
 */
export type RequestKind =
  | 'navigation'
  | 'frame'
  | 'form'
  | 'fetch'
  | 'xhr'
  | 'element'
  | 'download'
  | 'unheld'

/** The request that met the 402: every field from the browser, none from the page. */
export interface PaidRequest {
  kind: RequestKind
  /** As the server sees it, without fragment. */
  url: string
  method: string
  /** -1 for a worker that belongs to no tab. */
  tabId: number
  frameId: number
  /** The waiting document; a payment is never sent for another one. Empty on an error page. */
  documentId: string
  /** Joins our record to the one request of the page that waits (`fetch`, `xhr`). */
  ticket?: string
  /** Origin of whoever made the request, where the rule is to be bound to it. */
  initiator?: string
  /**
   * Origin of the page that led here, where it is another site's; `null` where it has none, or
   * nobody can tell. A page that loads itself again was led to by who led there first.
   */
  openedBy?: string
  /** The browser knows the URL with a user name in it, which is not kept. */
  userInfo?: true
  /** The page's own service worker made the request for the document. */
  viaServiceWorker?: true
  /** The browser shows its own error page in place of the 402: no script of ours runs there. */
  errorPage?: true
  /** The form can be made and submitted again; without it the user has to do so. */
  rebuilds?: true
}

/**
 * Opened from a page of an extension, as what was bought before is opened again: the user was told
 * that it costs nothing.
 */
export function isReopened({ openedBy = '' }: Pick<PaidRequest, 'openedBy'>): boolean {
  return /^(?:chrome|moz|safari-web)-extension:/.test(openedBy)
}

/** The same, or nobody can tell: behind a page's service worker the browser does not say who led there. */
export function mayBeReopened(
  request: Pick<PaidRequest, 'openedBy' | 'viaServiceWorker'>,
): boolean {
  return isReopened(request) || (request.viaServiceWorker === true && request.openedBy === 'null')
}

/**
 * What the user sees on a page, or a page loads to show: a reload is no reason to buy it again. A
 * program that calls a metered service in one document buys every call.
 */
export function isBoughtOnce({ kind, method }: Pick<PaidRequest, 'kind' | 'method'>): boolean {
  return kind !== 'unheld' && kind !== 'download' && method === 'GET'
}
