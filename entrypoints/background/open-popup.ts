import { browser } from 'wxt/browser'
import { getAttention } from '../../lib/store/attention'
import { db } from '../../lib/store/db'
import { showAskWindow } from './ask-window'
import { inOrder } from './sequence'

/** When the popup last opened by itself in a tab, and for which top-level document. */
const prompted = new Map<number, { documentId: string; at: number }>()
/** Once for a page is help, more is a nuisance; no page may make it more by being many. */
const MIN_INTERVAL_MS = 5_000

/**
 * Only for the tab that the user looks at, and once a document: a flood opens one popup. Where the
 * browser lets none open, a small window takes its place.
 */
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
    await inOrder('popup', () => openOver(tab.windowId).catch(() => showAskWindow(tabId, window)))
  } catch {
    // Nothing may open now: the badge calls.
  }
}

/** Not every browser has it, or lets it happen without a click. */
async function openOver(windowId: number): Promise<void> {
  await browser.action.openPopup({ windowId })
}
