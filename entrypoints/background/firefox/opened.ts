import { ownOrigin, webOrigin } from '../urls'
import type { RequestDetails, SendingDetails } from './details'

const MAX_KEPT = 100
const requests = new Set<string>()

/**
 * A document without an origin (a sandboxed one, a `data:` address) can lead to a page, too. The
 * browser names no such opener; that the user did not do it shows in what it tells the server.
 */
export function noteOpener({ requestId, originUrl, requestHeaders }: SendingDetails): undefined {
  const isSite = ({ name }: { name: string }) => name.toLowerCase() === 'sec-fetch-site'
  const from = requestHeaders?.find(isSite)?.value
  if (originUrl !== undefined || from === undefined || from === 'none') return
  const [oldest] = requests
  if (requests.size >= MAX_KEPT && oldest !== undefined) requests.delete(oldest)
  requests.add(requestId)
}

/**
 * Origin of the page that led here, of ours too; `null` where it has none, nothing where it was the
 * user.
 */
export function openerOf({ requestId, originUrl }: RequestDetails): string | undefined {
  if (originUrl === undefined) return requests.has(requestId) ? 'null' : undefined
  const own = ownOrigin()
  return originUrl.startsWith(`${own}/`) ? own : (webOrigin(originUrl) ?? 'null')
}
