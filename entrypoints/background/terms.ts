import { Problem } from '../../lib/problem'
import type { Offer } from '../../lib/protocols/offer'
import {
  type HttpHeader,
  headerValues,
  PAYMENT_REQUIRED_HEADERS,
} from '../../lib/protocols/x402/headers'
import { decodeOfferHeader } from '../../lib/protocols/x402/offer'
import type { Asked } from './asked'
import { readOfferBody } from './own-get'

const OWN_GET_TIMEOUT_MS = 5_000

/**
 * The terms of a 402: from its header (v2), else from the payee itself by a GET of our own (v1
 * puts them in the body, which the browser does not show us). Nothing when it is not x402.
 * @throws {Problem} when it claims to be x402 and cannot be read; `allowance_missing` for a 412
 */
export async function readTerms({
  request,
  seen,
  bodyHint,
  privateWindow,
  ...asked
}: Pick<
  Asked,
  'request' | 'seen' | 'bodyHint' | 'privateWindow' | 'site' | 'asker' | 'payeeOrigin'
>): Promise<Offer | undefined> {
  if (seen) {
    const offer = fromHeaders(seen.headers)
    // How the official server says that Permit2 may not move the token: the terms are those of a
    // payment that cannot work yet. Every other 412 is about something else.
    if (offer && seen.status === 412) throw new Problem('allowance_missing')
    if (offer || seen.status === 412) return offer
    // A document may be the paywall of a server that sends terms only to those who take JSON.
    const isDocument = seen.type === 'main_frame' || seen.type === 'sub_frame'
    // The page has looked at its own 402: a `no` spares the server a second request.
    if (bodyHint === false || (!isDocument && !mayHoldTerms(seen.headers))) return undefined
  }
  if (request.method !== 'GET') return undefined
  // Our cookies are those of the normal windows. Where the browser did not see the 402 itself, a
  // page could have us ask any server in the user's name.
  const isItsOwn = asked.payeeOrigin === (asked.asker ?? asked.site)
  return readByOwnGet(request.url, !privateWindow && (seen !== undefined || isItsOwn))
}

function fromHeaders(headers: HttpHeader[]): Offer | undefined {
  const [value, ...others] = headerValues(headers, PAYMENT_REQUIRED_HEADERS)
  if (value === undefined) return undefined
  // Two different sets of terms: there is no telling which one the server means.
  if (others.some((other) => other !== value)) throw new Problem('terms_malformed', { at: 'twice' })
  return decodeOfferHeader(value)
}

/** Asks the payee, where it may be as the user would, cookies included, so that the terms are the payee's own word. */
async function readByOwnGet(url: string, asUser: boolean): Promise<Offer | undefined> {
  const response = await fetch(url, {
    credentials: asUser ? 'include' : 'omit',
    headers: { accept: 'application/json' },
    cache: 'no-store',
    redirect: 'error',
    signal: AbortSignal.timeout(OWN_GET_TIMEOUT_MS),
  }).catch(() => undefined)
  if (response?.status !== 402) return undefined
  const headers = [...response.headers].map(([name, value]) => ({ name, value }))
  return fromHeaders(headers) ?? readOfferBody(response)
}

/** JSON, or the page of a paywall. */
function mayHoldTerms(headers: HttpHeader[]): boolean {
  return headerValues(headers, ['content-type']).some((value) =>
    /[/+]json\b|^text\/html\b/i.test(value),
  )
}
