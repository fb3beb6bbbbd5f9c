import type { Browser } from 'wxt/browser'
import type { FormFields } from '../../lib/page-channel'
import type { HttpHeader } from '../../lib/protocols/x402/headers'
import { hasUserInfo, withoutFragment } from './urls'

/** A 402 as the browser saw it: nothing here comes from a page. */
export interface Seen402 {
  /** As the server sees it, without fragment. */
  url: string
  status: number
  method: string
  type: SeenType
  tabId: number
  frameId: number
  /** The document that made the request; unknown for a navigation. */
  documentId?: string
  /** Origin of whoever made the request. */
  initiator?: string
  headers: HttpHeader[]
  /** The browser knows the URL with a user name in it. */
  userInfo: boolean
  /** Made by a page that nobody has seen yet. */
  prerendered: boolean
  /** What a form POST had in it, where it can be submitted again. */
  form?: FormFields
  at: number
}

/** The requests that are looked at without being asked to. */
export const SEEN_TYPES = ['main_frame', 'sub_frame', 'xmlhttprequest', 'other'] as const
type SeenType = (typeof SEEN_TYPES)[number]

export type ResponseDetails = Browser.webRequest.OnHeadersReceivedDetails & {
  documentId?: string
  documentLifecycle?: string
}

/** A page claims its 402 within milliseconds; what nobody claims was not for anyone to pay. */
const KEEP_MS = 30_000
const MAX_KEPT = 400
/** A content script may be faster than the event; it is never faster by much. */
const CLAIM_WAIT_MS = 1_500

const seen: Seen402[] = []
const claims = new Set<() => void>()

/** Remembers a 402 until the document that it belongs to claims it. */
export function rememberSeen(
  details: ResponseDetails,
  form: FormFields | undefined,
): Seen402 | undefined {
  const { url, method, tabId, frameId, documentId, initiator, responseHeaders } = details
  const type = SEEN_TYPES.find((known) => known === details.type)
  // The answer to a preflight is not the answer to a request.
  if (!type || method === 'OPTIONS') return undefined
  const now = Date.now()
  while (seen[0] && (seen.length >= MAX_KEPT || now - seen[0].at > KEEP_MS)) seen.shift()
  const one: Seen402 = {
    url: withoutFragment(url),
    status: details.statusCode,
    method,
    type,
    tabId,
    frameId,
    ...(documentId && { documentId }),
    ...(initiator && { initiator }),
    ...(form && { form }),
    userInfo: hasUserInfo(url),
    prerendered: details.documentLifecycle === 'prerender',
    headers: responseHeaders ?? [],
    at: now,
  }
  seen.push(one)
  for (const retry of [...claims]) retry()
  return one
}

/** Takes a 402 that fits out of what the browser saw; waits a moment for one to come. */
export async function claimSeen(
  fits: (one: Seen402) => boolean,
  waitMs = CLAIM_WAIT_MS,
): Promise<Seen402 | undefined> {
  return take(fits) ?? (waitMs > 0 ? takeSoon(fits, waitMs) : undefined)
}

/** Takes exactly this one, unless it has been claimed. */
export function claimIfLeft(one: Seen402): boolean {
  return take((other) => other === one) !== undefined
}

function take(fits: (one: Seen402) => boolean): Seen402 | undefined {
  // The newest: an older one that nobody claimed has older terms.
  const index = seen.findLastIndex(fits)
  return index < 0 ? undefined : seen.splice(index, 1)[0]
}

function takeSoon(fits: (one: Seen402) => boolean, waitMs: number): Promise<Seen402 | undefined> {
  return new Promise((resolve) => {
    const finish = (found?: Seen402) => {
      claims.delete(retry)
      clearTimeout(timer)
      resolve(found)
    }
    const retry = () => {
      const found = take(fits)
      if (found) finish(found)
    }
    const timer = setTimeout(finish, waitMs)
    claims.add(retry)
  })
}
