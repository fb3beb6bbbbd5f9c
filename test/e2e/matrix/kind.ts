import type { BrowserContext, Page } from '@playwright/test'
import type { WorkbenchAnswer, WorkbenchRequest } from '../../world/workbench'

/** One way of a page to ask for something. */
export interface Kind {
  name: string
  /** How it is paid, for docs/COVERAGE.md. */
  mechanism: 'held' | 'reload' | 'form' | 'element' | 'download' | 'next attempt'
  method?: 'GET' | 'POST'
  /** Only on the page's own origin: across origins the platform does not let a page do it. */
  sameOriginOnly?: boolean
  /** The terms have to be in a header: why v1, which has them in the body, cannot be seen. */
  headerOnly?: string
  /** Never without asking: why. */
  alwaysAsks?: string
  unpaid?: WorkbenchAnswer
  deliver?: (request: WorkbenchRequest) => WorkbenchAnswer
  /** Makes the page ask; the promise is what the page gets in the end, for `PAID` to be in. */
  ask(page: Page, url: string, context: BrowserContext): Promise<() => Promise<string>>
}

export const html = { 'Content-Type': 'text/html' }
/** In what every paid answer brings. */
export const PAID = 'PAID goods'
/** What the page shows. */
export const text = (page: Page) => async () => (await page.locator('body').textContent()) ?? ''

export const frameText = (page: Page) => async () =>
  (await page.frameLocator('iframe').locator('body').textContent()) ?? ''

const got = (page: Page) => () =>
  page.evaluate(() => String((window as unknown as { got?: unknown }).got ?? ''))

/** A kind that a script of the page makes; the script leaves what it got on `window.got`. */
export const run =
  (script: (url: string) => void): Kind['ask'] =>
  async (page, url) => {
    await page.evaluate(script, url)
    return got(page)
  }
