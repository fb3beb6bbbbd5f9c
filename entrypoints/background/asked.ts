import type { PaidRequest } from '../../lib/payment/request'
import type { Seen402 } from './detect'
import { webOrigin } from './urls'

/** One request that met a 402, with everything about it from the browser. */
export interface Asked {
  request: PaidRequest
  /** Top-level origin of the tab: whose page asks. */
  site: string
  payeeOrigin: string
  seen: Seen402 | undefined
}

/** The question that a request asks, for the site that it was made for. */
export function askedBy(site: string, request: PaidRequest, seen: Seen402 | undefined): Asked {
  return { request, site, payeeOrigin: webOrigin(request.url) ?? site, seen }
}

/** A page may read the answer of its own origin, or one whose server lets it. */
export function isReadable({ url, initiator, headers }: Seen402): boolean {
  const origin = webOrigin(url)
  if (!initiator || initiator === origin) return true
  const allowed = headers.find(({ name }) => name.toLowerCase() === 'access-control-allow-origin')
  return allowed?.value === '*' || allowed?.value === initiator
}
