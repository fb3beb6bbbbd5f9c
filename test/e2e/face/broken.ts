import type { Page } from '@playwright/test'

/**
 * These tables cannot be read any more in this page, as on a damaged disk; until it is loaded anew.
 */
export async function breakReading(page: Page, ...tables: string[]): Promise<void> {
  await page.evaluate((tables) => {
    const readers = ['get', 'getAll', 'getAllRecords', 'getAllKeys', 'openCursor', 'count']
    type Read = (this: IDBObjectStore | IDBIndex, ...args: unknown[]) => unknown
    for (const { prototype } of [IDBObjectStore, IDBIndex]) {
      const store = prototype as unknown as Record<string, Read | undefined>
      for (const name of readers) {
        const read = store[name]
        if (!read) continue
        store[name] = function (...args) {
          const table = 'objectStore' in this ? this.objectStore.name : this.name
          if (tables.includes(table)) throw new DOMException('The disk is damaged', 'UnknownError')
          return read.apply(this, args)
        }
      }
    }
  }, tables)
}
