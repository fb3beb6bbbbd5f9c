import { browser } from 'wxt/browser'
import { webOrigin } from './urls'

/**
 * The origin of a page of another site that a frame is in, though frame and tab are of one site: a
 * stranger's frame in a page can embed pages of the site around it. `null` where that is not known.
 */
export async function strangerAround(
  tabId: number,
  frameId: number,
  site: string,
): Promise<string | undefined> {
  if (frameId === 0) return undefined
  const frames = (await browser.webNavigation.getAllFrames({ tabId }).catch(() => null)) ?? []
  const byId = new Map(frames.map((frame) => [frame.frameId, frame]))
  let at = byId.get(frameId)?.parentFrameId
  while (at !== 0) {
    const frame = at === undefined ? undefined : byId.get(at)
    // It has gone, or the browser does not show what it is: nobody knows whose it is.
    if (!frame) return 'null'
    const stranger = strangerAt(frame.url, site)
    if (stranger) return stranger
    at = frame.parentFrameId
  }
  return undefined
}

/** Blank frames are of whoever made them, who is further out or further in. */
export function strangerAt(url: string | undefined, site: string): string | undefined {
  if (!url || url.startsWith('about:')) return undefined
  const origin = webOrigin(url) ?? 'null'
  return origin === site ? undefined : origin
}
