import { browser } from 'wxt/browser'
import type { PaidRequest } from '../../../lib/payment/request'
import { withoutFragment } from '../urls'

/**
 * Whether an image is the icon of its page: the browser wants it, not the page, and on a site that
 * sells everything it has a price too. `webRequest` shows it like any other image.
 */
export async function isFavicon({ kind, url, tabId, frameId }: PaidRequest): Promise<boolean> {
  if (kind !== 'element' || frameId !== 0 || tabId < 0) return false
  if (new URL(url).pathname === '/favicon.ico') return true
  const [found] = await browser.scripting
    .executeScript({ target: { tabId }, injectImmediately: true, func: iconAddresses })
    .catch(() => [])
  return (found?.result ?? []).some((address) => withoutFragment(address) === url)
}

/** Runs in the page. */
function iconAddresses(): string[] {
  return [...document.querySelectorAll<HTMLLinkElement>('link[rel*="icon" i]')].map(
    ({ href }) => href,
  )
}
