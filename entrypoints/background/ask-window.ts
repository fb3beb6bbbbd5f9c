import { browser } from 'wxt/browser'

/** Where the id of the small window is kept: it outlives this worker, not the browser. */
const KEY = 'askWindow'
/** Pixels; about what the popup takes. */
const SIZE = { width: 400, height: 640 }
/** How far it stands from the corner that the popup would hang from, pixels. */
const INSET = { side: 16, top: 72 }

/** The window over which it opens. */
interface Anchor {
  left?: number | undefined
  top?: number | undefined
  width?: number | undefined
}

/**
 * A small window with the popup's page for a tab, where the browser lets no popup open. There is one
 * at most, whatever asks: it shows all that waits and closes itself when nothing does.
 */
export async function showAskWindow(tabId: number, anchor: Anchor): Promise<void> {
  if (await hasPopup()) return
  const { [KEY]: open } = await browser.storage.session.get<{ [KEY]?: number }>(KEY)
  if (open !== undefined && (await raise(open))) return
  const url = browser.runtime.getURL(`/popup.html?tab=${tabId}&window`)
  const small = { url, type: 'popup', focused: true, ...SIZE } as const
  const created = await browser.windows
    .create({ ...small, ...cornerOf(anchor) })
    // That corner is not on a screen.
    .catch(() => browser.windows.create(small))
  if (created?.id !== undefined) await browser.storage.session.set({ [KEY]: created.id })
}

/** The popup is open, which is why no other one may: it shows what waits. */
async function hasPopup(): Promise<boolean> {
  const views = browser.extension?.getViews?.({ type: 'popup' })
  if (views) return views.length > 0
  const popups = await browser.runtime.getContexts({ contextTypes: ['POPUP'] })
  return popups.length > 0
}

/** Brings it before the others; whether it is still there. */
async function raise(windowId: number): Promise<boolean> {
  try {
    await browser.windows.update(windowId, { focused: true })
    return true
  } catch {
    return false
  }
}

function cornerOf({ left, top, width }: Anchor): { left?: number; top?: number } {
  if (left === undefined || top === undefined || width === undefined) return {}
  return { left: left + width - SIZE.width - INSET.side, top: top + INSET.top }
}
