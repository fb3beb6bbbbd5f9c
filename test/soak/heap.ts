import type { BrowserContext, CDPSession, Page } from '@playwright/test'
import { extensionId } from '../e2e/tuppence'

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
export async function heapOfWorker(context: BrowserContext): Promise<number | undefined> {
  const session = await context.browser()?.newBrowserCDPSession()
  if (!session) throw new Error('No browser')
  try {
    const { targetInfos } = await session.send('Target.getTargets')
    const worker = targetInfos.find(
      ({ type, url }) => type === 'service_worker' && url.includes(extensionId),
    )
    return worker && (await measure(session, worker.targetId))
  } finally {
    await session.detach()
  }
}

async function measure(session: CDPSession, targetId: string): Promise<number> {
  const { sessionId } = await session.send('Target.attachToTarget', { targetId, flatten: false })
  const answer = new Promise<number>((resolve) => {
    session.on('Target.receivedMessageFromTarget', ({ message }) => {
      const { id, result } = JSON.parse(message)
      if (id === 2) resolve(result.usedSize)
    })
  })
  for (const [id, method] of ['HeapProfiler.collectGarbage', 'Runtime.getHeapUsage'].entries()) {
    const message = JSON.stringify({ id: id + 1, method })
    await session.send('Target.sendMessageToTarget', { sessionId, message })
  }
  return answer
}
