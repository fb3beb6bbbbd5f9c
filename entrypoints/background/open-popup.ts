import { browser } from 'wxt/browser'
import { getAttention } from '../../lib/store/attention'
import { db } from '../../lib/store/db'

/** When the popup last opened by itself in a tab, and for which top-level document. */
const prompted = new Map<number, { documentId: string; at: number }>()
/** Once for a page is help, more is a nuisance; no page may make it more by being many. */
const MIN_INTERVAL_MS = 5_000

/** Only for the tab that the user looks at, and once a document: a flood opens one popup. */
export async function openPopup(tabId: number): Promise<void> {
  const last = prompted.get(tabId)
  if (last && Date.now() - last.at < MIN_INTERVAL_MS) return
  try {
    const tab = await browser.tabs.get(tabId)
    const window = await browser.windows.get(tab.windowId)
    if (!tab.active || !window.focused || !(await db.wallet.get('main'))) return
    if (!(await getAttention()).openPopup) return
    const top = await browser.webNavigation.getFrame({ tabId, frameId: 0 })
    const documentId = top?.documentId ?? tab.url ?? ''
    if (prompted.get(tabId)?.documentId === documentId) return
    prompted.set(tabId, { documentId, at: Date.now() })
    await browser.action.openPopup({ windowId: tab.windowId })
  } catch {
    // No popup may open now (one is open, or the window has no focus): the badge calls.
  }
}
