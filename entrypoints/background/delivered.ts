import { type Browser, browser } from 'wxt/browser'
import type { PaidAnswer } from '../../lib/payment/payment'
import type { PaidRequest } from '../../lib/payment/request'
import { type DocumentSize, readDocumentSize } from '../../lib/relay/document-size'
import { withoutFragment } from './urls'

type Completed = Browser.webNavigation.WebNavigationFramedCallbackDetails

/** A document that loads for so long is not empty. */
const LOAD_TIMEOUT_MS = 20_000
/** Read as a stream of characters. What plays or is drawn may be fetched in another way. */
const TEXTUAL = /^text\/|[/+](?:html|json|xml)$/

/**
 * Whether a paid document turned out to have no content. A body in chunks has no length in its
 * headers: the document itself is asked once it is there. No other document is ever looked at.
 */
export function isDocumentEmpty(request: PaidRequest, answer: PaidAnswer): Promise<boolean> {
  const { tabId, frameId, url } = request
  return new Promise((resolve) => {
    const finish = (empty: boolean) => {
      clearTimeout(timer)
      browser.webNavigation.onCompleted.removeListener(onCompleted)
      browser.tabs.onRemoved.removeListener(onRemoved)
      resolve(empty)
    }
    const onCompleted = async (done: Completed) => {
      if (done.tabId !== tabId || done.frameId !== frameId) return
      if (withoutFragment(done.url) !== url) return finish(false)
      const size = await sizeOf(done)
      // The page that asked for payment may end its own loading only now.
      if (size?.status === answer.status) finish(size.bytes === 0)
    }
    const onRemoved = (removed: number) => removed === tabId && finish(false)
    const timer = setTimeout(() => finish(false), LOAD_TIMEOUT_MS)
    browser.webNavigation.onCompleted.addListener(onCompleted)
    browser.tabs.onRemoved.addListener(onRemoved)
  })
}

/** Whether only the document itself can tell how much has come. */
export function tellsNoLength({ kind }: PaidRequest, answer: PaidAnswer): boolean {
  const { status, mimeType, length } = answer
  if (kind !== 'navigation' && kind !== 'frame' && kind !== 'form') return false
  if (status < 200 || status >= 300 || length !== undefined) return false
  return mimeType === undefined || TEXTUAL.test(mimeType)
}

async function sizeOf({ tabId, frameId }: Completed): Promise<DocumentSize | undefined> {
  const target = { tabId, frameIds: [frameId] }
  const results = await browser.scripting
    .executeScript({ target, func: readDocumentSize })
    .catch(() => undefined)
  return results?.[0]?.result ?? undefined
}
