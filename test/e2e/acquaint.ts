import type { Acquaintance } from '../../lib/payment/acquaintance'
import type { World } from '../world/index'

/** Sites of the world that tests pay without asking. */
export function sitesOf({ news, almanac, workbench }: World): string[] {
  const hosts = ['a', 'b', 'shop', 'legacy', 'other'].map((name) => workbench.origin(name))
  return [news.url, almanac.url, ...hosts]
}

/** As if each of these sites had been paid once, with test money. */
export function acquaintances(sites: readonly string[]): Acquaintance[] {
  const since = Date.now()
  return sites.map((site) => {
    const key = `test ${site} ${site}`
    return { key, site, payeeOrigin: site, testnet: true, since, payTos: [], prices: [] }
  })
}

/** Runs in a page of the extension. What is known already stays. */
export function addAcquaintances(rows: Acquaintance[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const open = indexedDB.open('tuppence')
    open.onerror = () => reject(open.error)
    open.onsuccess = () => {
      const transaction = open.result.transaction('acquaintances', 'readwrite')
      const store = transaction.objectStore('acquaintances')
      for (const row of rows) {
        const known = store.getKey(row.key)
        known.onsuccess = () => known.result === undefined && store.put(row)
      }
      transaction.onerror = () => reject(transaction.error)
      transaction.oncomplete = () => {
        open.result.close()
        resolve()
      }
    }
  })
}
