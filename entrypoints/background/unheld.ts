import { browser } from 'wxt/browser'
import type { PaidRequest } from '../../lib/payment/request'
import { strangerAt } from './ancestors'
import { ask } from './ask'
import { askedBy, isReadable } from './asked'
import { claimIfLeft, type Seen402 } from './detect'
import { inOrder } from './sequence'
import { askTabless } from './tabless'
import { webOrigin } from './urls'

/** A request that the page script holds is claimed within milliseconds, or seconds in a storm. */
const UNCLAIMED_MS = 3_000

/**
 * A 402 that no document claims was met by something that cannot be held: a worker, an
 * EventSource, a synchronous XMLHttpRequest. What the page could not read is never paid; for the
 * rest the next attempt can be.
 */
export function watchUnclaimed(seen: Seen402): void {
  if (seen.type !== 'xmlhttprequest' || seen.prerendered) return
  setTimeout(() => {
    if (claimIfLeft(seen) && isReadable(seen)) void askFor(seen)
  }, UNCLAIMED_MS)
}

async function askFor(seen: Seen402): Promise<void> {
  const { url, method, tabId, frameId, documentId = '', initiator } = seen
  // No rule can be bound to an origin that is none: anybody's request would do.
  if (initiator === 'null') return
  const tab = tabId < 0 ? undefined : await browser.tabs.get(tabId).catch(() => undefined)
  const site = webOrigin(tab?.url ?? initiator)
  if (!site || !(await isStillThere(seen))) return
  const request: PaidRequest = {
    kind: 'unheld',
    url,
    method,
    tabId,
    frameId,
    documentId,
    ...(initiator && { initiator }),
  }
  const privateWindow = tab?.incognito === true
  const asked = askedBy({ site, origin: initiator ?? 'null', privateWindow }, request, seen)
  if (tabId < 0) await askTabless(asked)
  // What asks again within milliseconds is one question.
  else await inOrder(`unheld ${tabId} ${url}`, () => ask(asked))
}

/** What an earlier page of the tab has met is not asked about in the name of the next. */
async function isStillThere({ tabId, frameId, initiator }: Seen402): Promise<boolean> {
  if (tabId < 0 || !initiator) return true
  const frame = await browser.webNavigation.getFrame({ tabId, frameId }).catch(() => null)
  return frame !== null && strangerAt(frame.url, initiator) === undefined
}
