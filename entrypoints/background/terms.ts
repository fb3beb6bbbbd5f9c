import { Problem } from '../../lib/problem'
import type { Offer } from '../../lib/protocols/offer'
import {
  type HttpHeader,
  headerValues,
  PAYMENT_REQUIRED_HEADERS,
} from '../../lib/protocols/x402/headers'
import { decodeOfferBody, decodeOfferHeader } from '../../lib/protocols/x402/offer'
import type { Seen402 } from './detect'

const MAX_BODY_BYTES = 256 * 1024
const OWN_GET_TIMEOUT_MS = 10_000

/**
 * The terms of a 402: from its header (v2), else from the payee itself by a GET of our own (v1
 * puts them in the body, which the browser does not show us). Nothing when it is not x402.
 * @throws {Problem} when it claims to be x402 and cannot be read
 */
export async function readTerms(
  request: { url: string; method: string },
  seen: Seen402 | undefined,
): Promise<Offer | undefined> {
  if (seen) {
    const offer = fromHeaders(seen.headers)
    if (offer) return offer
    // A document may be the paywall of a server that sends terms only to those who take JSON.
    const isDocument = seen.type === 'main_frame' || seen.type === 'sub_frame'
    if (!isDocument && !isJson(seen.headers)) return undefined
  }
  return request.method === 'GET' ? readByOwnGet(request.url) : undefined
}

function fromHeaders(headers: HttpHeader[]): Offer | undefined {
  const [value, ...others] = headerValues(headers, PAYMENT_REQUIRED_HEADERS)
  if (value === undefined) return undefined
  // Two different sets of terms: there is no telling which one the server means.
  if (others.some((other) => other !== value)) throw new Problem('terms_malformed', { at: 'twice' })
  return decodeOfferHeader(value)
}

/** Asks the payee as the user would, cookies included, so that the terms are the payee's own word. */
async function readByOwnGet(url: string): Promise<Offer | undefined> {
  const response = await fetch(url, {
    credentials: 'include',
    headers: { accept: 'application/json' },
    cache: 'no-store',
    redirect: 'error',
    signal: AbortSignal.timeout(OWN_GET_TIMEOUT_MS),
  }).catch(() => undefined)
  if (response?.status !== 402) return undefined
  const headers = [...response.headers].map(([name, value]) => ({ name, value }))
  return fromHeaders(headers) ?? decodeOfferBody(await readText(response, MAX_BODY_BYTES))
}

function isJson(headers: HttpHeader[]): boolean {
  return headerValues(headers, ['content-type']).some((value) => /[/+]json\b/i.test(value))
}

/** The body as text, cut off past the bound: nobody's megabytes are read. */
async function readText(response: Response, maxBytes: number): Promise<string> {
  const reader = response.body?.getReader()
  const decoder = new TextDecoder()
  let text = ''
  let size = 0
  while (reader) {
    const { done, value } = await reader.read()
    if (done) break
    size += value.length
    if (size > maxBytes) {
      void reader.cancel()
      throw new Problem('terms_too_large')
    }
    text += decoder.decode(value, { stream: true })
  }
  return text
}
