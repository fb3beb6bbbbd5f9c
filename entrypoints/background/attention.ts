import { browser } from 'wxt/browser'
import { db } from '../../lib/store/db'
import { countAwaiting } from '../../lib/store/ledger'

const ASK_COLOR = '#b45309'
const PAID_COLOR = '#15803d'
const TROUBLE_COLOR = '#b91c1c'

/** When the popup last opened by itself in a tab, and for which top-level document. */
const prompted = new Map<number, { documentId: string; at: number }>()
/** Once for a page is help, more is a nuisance; no page may make it more by being many. */
const MIN_INTERVAL_MS = 5_000

/** Shows on the tab's icon what waits there, and opens the popup where the browser allows it. */
export async function callAttention(tabId: number, { prompt }: { prompt: boolean }): Promise<void> {
  const waiting = await countAwaiting(tabId)
  const notice = await db.notices.get(tabId)
  const text = waiting > 0 ? String(waiting) : notice ? '!' : ''
  await setBadge(tabId, text, ASK_COLOR)
  if (prompt) await openPopup(tabId)
}

/** A quiet tick for what went through by itself. */
export async function showPaid(tabId: number): Promise<void> {
  await setBadge(tabId, '✓', PAID_COLOR)
}

/** The wallet itself is out of order: it shows on every tab. */
export function showUnavailable(): Promise<void> {
  return setBadge(-1, '!', TROUBLE_COLOR)
}

async function setBadge(tabId: number, text: string, color: string): Promise<void> {
  try {
    // What belongs to no tab shows on all.
    const where = tabId < 0 ? {} : { tabId }
    await browser.action.setBadgeText({ ...where, text })
    await browser.action.setBadgeBackgroundColor({ ...where, color })
  } catch {
    // The tab has gone meanwhile.
  }
}

/** Only for the tab that the user looks at, and once a document: a flood opens one popup. */
async function openPopup(tabId: number): Promise<void> {
  try {
    const tab = await browser.tabs.get(tabId)
    const window = await browser.windows.get(tab.windowId)
    if (!tab.active || !window.focused || !(await db.wallet.get('main'))) return
    const top = await browser.webNavigation.getFrame({ tabId, frameId: 0 })
    const documentId = top?.documentId ?? tab.url ?? ''
    const last = prompted.get(tabId)
    const soon = last && Date.now() - last.at < MIN_INTERVAL_MS
    if (last?.documentId === documentId || soon) return
    prompted.set(tabId, { documentId, at: Date.now() })
    await browser.action.openPopup({ windowId: tab.windowId })
  } catch {
    // No popup may open now (one is open, or the window has no focus): the badge calls.
  }
}
