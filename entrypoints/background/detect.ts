import type { Browser } from 'wxt/browser'
import type { HttpHeader } from '../../lib/protocols/x402/headers'
import { withoutFragment } from './urls'

/** A 402 as the browser saw it: nothing here comes from a page. */
export interface Seen402 {
  /** As the server sees it, without fragment. */
  url: string
  method: string
  type: 'main_frame' | 'xmlhttprequest'
  tabId: number
  /** The document that made the request (fetch); unknown for a navigation. */
  documentId?: string
  headers: HttpHeader[]
  at: number
}

export type ResponseDetails = Browser.webRequest.OnHeadersReceivedDetails & { documentId?: string }

/** A page claims its 402 within milliseconds; what nobody claims was not for anyone to pay. */
const KEEP_MS = 30_000
const MAX_KEPT = 200
/** A content script may be faster than the event; it is never faster by much. */
const CLAIM_WAIT_MS = 250

const seen: Seen402[] = []
const claims = new Set<() => void>()

/** Remembers a 402 until the document that it belongs to claims it. */
export function rememberSeen(details: ResponseDetails): void {
  const { url, method, type, tabId, documentId, responseHeaders } = details
  if (type !== 'main_frame' && type !== 'xmlhttprequest') return
  // The answer to a preflight is not the answer to a request.
  if (method === 'OPTIONS') return
  const now = Date.now()
  while (seen[0] && (seen.length >= MAX_KEPT || now - seen[0].at > KEEP_MS)) seen.shift()
  seen.push({
    url: withoutFragment(url),
    method,
    type,
    tabId,
    ...(documentId ? { documentId } : {}),
    headers: responseHeaders ?? [],
    at: now,
  })
  for (const retry of [...claims]) retry()
}

/** Takes the 402 that answers this very request out of what the browser saw. */
export async function claimSeen(
  request: Pick<Seen402, 'url' | 'method' | 'type' | 'tabId' | 'documentId'>,
): Promise<Seen402 | undefined> {
  return take(request) ?? (await takeSoon(request))
}

type Wanted = Parameters<typeof claimSeen>[0]

function take(wanted: Wanted): Seen402 | undefined {
  const index = seen.findIndex(
    (one) =>
      one.url === wanted.url &&
      one.method === wanted.method &&
      one.type === wanted.type &&
      one.tabId === wanted.tabId &&
      (one.documentId === undefined || one.documentId === wanted.documentId),
  )
  return index < 0 ? undefined : seen.splice(index, 1)[0]
}

function takeSoon(wanted: Wanted): Promise<Seen402 | undefined> {
  return new Promise((resolve) => {
    const finish = (found?: Seen402) => {
      claims.delete(retry)
      clearTimeout(timer)
      resolve(found)
    }
    const retry = () => {
      const found = take(wanted)
      if (found) finish(found)
    }
    const timer = setTimeout(finish, CLAIM_WAIT_MS)
    claims.add(retry)
  })
}
