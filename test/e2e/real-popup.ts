import { type Browser, type BrowserContext, chromium, type Page } from '@playwright/test'

/**
 * The popup that the browser itself has opened. It is not among Playwright's pages: a second
 * connection, made while it is open, sees it.
 */
export async function attachToPopup(context: BrowserContext, debugPort: number) {
  const deadline = Date.now() + 10_000
  for (;;) {
    const browser = await chromium.connectOverCDP(`http://127.0.0.1:${debugPort}`)
    const popup = popupOf(browser)
    if (popup) return { popup, detach: () => browser.close() }
    await browser.close()
    if (Date.now() > deadline) throw new Error('The popup did not open by itself')
    await context.pages()[0]?.waitForTimeout(100)
  }
}

function popupOf(browser: Browser): Page | undefined {
  const pages = browser.contexts().flatMap((context) => context.pages())
  return pages.find((page) => page.url().endsWith('/popup.html'))
}
