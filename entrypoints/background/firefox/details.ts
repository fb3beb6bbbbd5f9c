import type { HttpHeader } from '../../../lib/protocols/x402/headers'

/** What Firefox tells of a request; it differs from Chromium in who asks and in `incognito`. */
export interface RequestDetails {
  requestId: string
  /** With its fragment. */
  url: string
  method: string
  type: string
  /** -1 for what belongs to no tab. */
  tabId: number
  frameId: number
  documentId?: string
  /** Every document around the frame, the innermost first; empty for a top-level document. */
  frameAncestors?: { url: string; frameId: number }[]
  /** The document that the resource is loaded into. */
  documentUrl?: string
  /** Whoever asked for it. */
  originUrl?: string
  incognito?: boolean
}

export interface ResponseDetails extends RequestDetails {
  statusCode: number
  responseHeaders?: HttpHeader[]
}

export interface SendingDetails extends RequestDetails {
  requestHeaders?: HttpHeader[]
}

export interface RedirectDetails extends ResponseDetails {
  redirectUrl: string
}

/** What a blocking listener may answer. */
export interface BlockingResponse {
  redirectUrl?: string
  requestHeaders?: HttpHeader[]
}
