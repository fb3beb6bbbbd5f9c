import type { BrowserContext, Page } from '@playwright/test'
import { debugWorker } from '../e2e/worker-target'

/** What the JavaScript of a page holds after a collection, its content scripts included. Bytes. */
export async function heapOf(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page)
  try {
    await session.send('HeapProfiler.collectGarbage')
    const { usedSize } = await session.send('Runtime.getHeapUsage')
    return usedSize
  } finally {
    await session.detach()
  }
}

/** The least that a page holds in a while without anything to do. Bytes. */
export async function heapAtRest(page: Page): Promise<number> {
  let least = Number.POSITIVE_INFINITY
  for (let look = 0; look < 6; look++) {
    await new Promise((next) => setTimeout(next, 1_000))
    least = Math.min(least, await heapOf(page))
  }
  return least
}

/** What the worker holds after a collection, bytes; nothing while it is not running. */
export function heapOfWorker(context: BrowserContext): Promise<number | undefined> {
  return debugWorker(context, async ({ send }) => {
    await send('HeapProfiler.collectGarbage')
    const { usedSize } = await send<{ usedSize: number }>('Runtime.getHeapUsage')
    return usedSize
  })
}
