import type { Page } from '@playwright/test'

/** Marks what JSON has no word for: an amount, or nothing where it is alone. */
const MARK = '\0'

/**
 * What some stores of the extension hold at one moment, read in one of its pages. It comes as one
 * text: Playwright would take a millisecond for each row.
 */
export async function rowsIn<Tables extends Record<string, unknown>>(
  console: Page,
  ...tables: (keyof Tables & string)[]
): Promise<{ [Table in keyof Tables]: Tables[Table][] }> {
  const text = await console.evaluate(readRows, { tables, mark: MARK })
  return restored(JSON.parse(text))
}

function restored<Value>(value: Value): Value
function restored(value: unknown): unknown {
  if (typeof value === 'string' && value.startsWith(MARK)) {
    return value === MARK ? undefined : BigInt(value.slice(1))
  }
  if (typeof value === 'object' && value !== null) {
    const parts = value as Record<string, unknown>
    for (const [name, part] of Object.entries(parts)) parts[name] = restored(part)
  }
  return value
}

/** Runs in a page of the extension: no function in it has a name, which some loaders would note. */
function readRows({ tables, mark }: { tables: string[]; mark: string }): Promise<string> {
  return new Promise((resolve, reject) => {
    const open = indexedDB.open('tuppence')
    open.onerror = () => reject(open.error)
    open.onsuccess = () => {
      const transaction = open.result.transaction(tables)
      const requests = tables.map((table) => transaction.objectStore(table).getAll())
      transaction.onerror = () => reject(transaction.error)
      transaction.oncomplete = () => {
        open.result.close()
        const rows = tables.map((table, index) => [table, requests[index]?.result])
        resolve(
          JSON.stringify(Object.fromEntries(rows), (_key, value: unknown) =>
            typeof value === 'bigint' || value === undefined ? `${mark}${value ?? ''}` : value,
          ),
        )
      }
    }
  })
}
