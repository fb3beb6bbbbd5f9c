import { browser } from 'wxt/browser'
import { getAttention } from '../../lib/store/attention'
import { db } from '../../lib/store/db'
import { showAskWindow } from './ask-window'
import { isPaidSince, mayPrompt } from './prompts'
import { inOrder } from './sequence'
import { webOrigin } from './urls'

/** A tab that goes from site to site has it open this seldom, unless the user pays there. */
const TAB_PAUSE_MS = 5_000
/** The top-level document that the popup last opened for by itself, and when, by tab. */
const prompted = new Map<number, { documentId: string; at: number }>()

/**
 * Only for the tab that the user looks at, once a document, and ever more seldom for a site where
 * nothing comes of it: a flood opens one popup, a page that loads itself again three. Where the
 * browser lets none open, a small window takes its place; not over a private window, whose sites
 * are nobody's business elsewhere.
 */
export async function openPopup(tabId: number): Promise<void> {
  try {
    const tab = await browser.tabs.get(tabId)
    const window = await browser.windows.get(tab.windowId)
    if (!tab.active || !window.focused || !(await db.wallet.get('main'))) return
    if (!(await getAttention()).openPopup) return
    const top = await browser.webNavigation.getFrame({ tabId, frameId: 0 })
    const documentId = top?.documentId ?? tab.url ?? ''
    const now = Date.now()
    const last = prompted.get(tabId)
    if (last?.documentId === documentId || (await isPausing(tabId, now))) return
    if (!(await mayPrompt(webOrigin(tab.url) ?? `tab ${tabId}`, now))) return
    prompted.set(tabId, { documentId, at: now })
    const openSmall = () => (tab.incognito ? undefined : showAskWindow(tabId, window))
    await inOrder('popup', () => openOver(tab.windowId).catch(openSmall))
  } catch {
    // Nothing may open now: the badge calls.
  }
}

async function isPausing(tabId: number, now: number): Promise<boolean> {
  const last = prompted.get(tabId)
  if (!last || now - last.at >= TAB_PAUSE_MS) return false
  return !(await isPaidSince(last.at, ({ request }) => request.tabId === tabId))
}

/** Not every browser has it, or lets it happen without a click. */
async function openOver(windowId: number): Promise<void> {
  await browser.action.openPopup({ windowId })
}
