import { browser } from 'wxt/browser'
import { isReopened } from '../../lib/payment/request'
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
/** Servers take lines of 8 KB. A longer address would be kept for ever and never be paid. */
const MAX_ADDRESS = 8 * 1024

type AskedTerms = Pick<
  Asked,
  'request' | 'seen' | 'bodyHint' | 'privateWindow' | 'site' | 'asker' | 'payeeOrigin'
>

/**
 * The terms of a 402: from its header (v2), else from the payee itself by a GET of our own (v1
 * puts them in the body, which the browser does not show us). Nothing when it is not x402.
 * @throws {Problem} when it claims to be x402 and cannot be read; `allowance_missing` for a 412
 */
export async function readTerms(asked: AskedTerms): Promise<Offer | undefined> {
  const offer = await findTerms(asked)
  if (offer && asked.request.url.length > MAX_ADDRESS) throw new Problem('terms_too_large')
  return offer
}

async function findTerms(asked: AskedTerms): Promise<Offer | undefined> {
  const { request, seen, bodyHint } = asked
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
  return readByOwnGet(request.url, await isAskedAsUser(asked))
}

/**
 * Whether our own look at the terms may take the user's cookies along: all of them, also those that
 * the browser keeps from what another site starts. So only for what a site asks of itself, and for a
 * document only where it is known that no other site led there.
 */
async function isAskedAsUser(asked: AskedTerms): Promise<boolean> {
  const { request, seen, site, asker, payeeOrigin, privateWindow } = asked
  if (privateWindow || asker !== undefined || payeeOrigin !== site) return false
  if (request.kind === 'navigation' && !seen) return false
  if (request.openedBy !== undefined && !isReopened(request)) return false
  return isOfOurContainer(request.tabId)
}

/** Our own requests have the cookies of Firefox's default container. Chromium has only one. */
async function isOfOurContainer(tabId: number): Promise<boolean> {
  if (tabId < 0) return !import.meta.env.FIREFOX
  const tab: object | undefined = await browser.tabs.get(tabId).catch(() => undefined)
  if (!tab) return false
  return !('cookieStoreId' in tab) || tab.cookieStoreId === 'firefox-default'
}

function fromHeaders(headers: HttpHeader[]): Offer | undefined {
  const [value, ...others] = headerValues(headers, PAYMENT_REQUIRED_HEADERS)
  if (value === undefined) return undefined
  // Two different sets of terms: there is no telling which one the server means.
  if (others.some((other) => other !== value)) throw new Problem('terms_malformed', { at: 'twice' })
  return decodeOfferHeader(value)
}

/** Asks the payee itself, where it may be as the user would: cookies included. */
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
