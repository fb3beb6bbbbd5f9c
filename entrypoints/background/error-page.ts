import { type Browser, browser } from 'wxt/browser'
import type { PaidRequest } from '../../lib/payment/request'
import { ask } from './ask'
import { askedBy } from './asked'
import { claimSeen } from './detect'
import { forgetOtherDocuments } from './forget'
import { ledBy } from './led'
import { idle } from './sequence'
import { tabSequence } from './settle'
import { webOrigin, withoutFragment } from './urls'

type Details = Pick<
  Browser.webNavigation.WebNavigationFramedErrorCallbackDetails,
  'tabId' | 'frameId' | 'url' | 'documentLifecycle'
>

/**
 * A 402 without a body, or with one that the browser would save, shows the browser's own error
 * page: no script of ours runs there. The tab itself waits.
 */
export async function askForErrorPage(details: Details): Promise<void> {
  const { tabId, frameId, documentLifecycle } = details
  const site = webOrigin(details.url)
  // What is made ready in advance nobody has asked to see: the tab shows another page.
  if (frameId !== 0 || !site || documentLifecycle === 'prerender') return
  await idle(tabSequence(tabId))
  const url = withoutFragment(details.url)
  const seen = await claimSeen(
    (one) =>
      one.url === url && one.type === 'main_frame' && one.tabId === tabId && !one.prerendered,
  )
  if (!seen) return
  await forgetOtherDocuments(tabId, '')
  const { method } = seen
  const kind = method === 'POST' ? 'form' : 'navigation'
  const request: PaidRequest = {
    kind,
    url,
    method,
    tabId,
    frameId,
    documentId: '',
    errorPage: true,
  }
  const openedBy = await ledBy(request, site, seen)
  if (openedBy) request.openedBy = openedBy
  // It reloads with the user name that it was opened with.
  if (seen.userInfo) request.userInfo = true
  const { incognito } = await browser.tabs.get(tabId)
  await ask(askedBy({ site, origin: site, privateWindow: incognito }, request, seen))
}
