import { browser } from 'wxt/browser'
import { inOrder } from './sequence'

/**
 * Who led each tab to the address where it met a 402, in `storage.session`: a page that loads itself
 * again has itself to thank, but nobody has asked for it but who led there first.
 */
const KEY = 'openers'
/** Tabs that are kept in mind; of more, the oldest are forgotten. */
const MOST = 200

interface Opener {
  tabId: number
  url: string
  openedBy: string
}

/** Keeps in mind who led the tab to this address, and gives who did so before where nobody is named. */
export function openerOf(
  tabId: number,
  url: string,
  openedBy: string | undefined,
): Promise<string | undefined> {
  return inOrder(KEY, async () => {
    const { [KEY]: openers = [] } = await browser.storage.session.get<{ [KEY]?: Opener[] }>(KEY)
    if (!openedBy) return openers.find((one) => one.tabId === tabId && one.url === url)?.openedBy
    const others = openers.filter((one) => one.tabId !== tabId).slice(1 - MOST)
    await browser.storage.session.set({ [KEY]: [...others, { tabId, url, openedBy }] })
    return openedBy
  })
}
