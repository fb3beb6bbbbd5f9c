import type { Page } from '@playwright/test'

/** The totals cannot be read any more in this page, as on a damaged disk; until it is loaded anew. */
export async function breakReading(page: Page): Promise<void> {
  await page.evaluate(() => {
    const { getAll } = IDBObjectStore.prototype
    IDBObjectStore.prototype.getAll = function (...args: Parameters<typeof getAll>) {
      if (this.name === 'totals') throw new DOMException('The disk is damaged', 'UnknownError')
      return getAll.apply(this, args)
    }
  })
}
