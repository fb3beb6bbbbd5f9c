import type { PaidRequest } from '../../lib/payment/request'
import type { Seen402 } from './detect'
import { run } from './replay/document'
import { webOrigin } from './urls'

/**
 * Who led to a document of a site, where it is not the site itself. Behind the page's own service
 * worker the browser names that worker only: there the document knows where it was led from, or
 * nobody does (`null`).
 */
export async function ledBy(
  request: PaidRequest,
  site: string,
  { tabId, initiator }: Seen402,
): Promise<string | undefined> {
  const origin = tabId === -1 ? await referrerOf(request) : initiator
  return origin === site ? undefined : origin
}

async function referrerOf(request: PaidRequest): Promise<string> {
  const results = await run(request, readReferrer, [])
  const [first] = Array.isArray(results) ? (results as { result?: unknown }[]) : []
  return webOrigin(typeof first?.result === 'string' ? first.result : undefined) ?? 'null'
}

/** Runs in our own world of the document, which no page can meddle with. */
function readReferrer(): string {
  return document.referrer
}
