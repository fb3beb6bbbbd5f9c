import type { BrowserContext } from '@playwright/test'
import { extensionId } from '../tuppence'

type Message = { id?: number; method?: string; params?: { chunk?: string } }

/** Everything that is alive in the memory of the worker's JavaScript, as one text. */
export async function workerHeap(context: BrowserContext): Promise<string> {
  const browser = await context.browser()?.newBrowserCDPSession()
  if (!browser) throw new Error('No browser')
  const { targetInfos } = await browser.send('Target.getTargets')
  const worker = targetInfos.find(
    ({ type, url }) => type === 'service_worker' && url.includes(extensionId),
  )
  if (!worker) throw new Error('No worker')
  const { targetId } = worker
  const { sessionId } = await browser.send('Target.attachToTarget', { targetId, flatten: false })

  const chunks: string[] = []
  const waiting = new Map<number, () => void>()
  browser.on('Target.receivedMessageFromTarget', (received) => {
    const message = JSON.parse(received.message) as Message
    if (message.params?.chunk) chunks.push(message.params.chunk)
    if (message.id !== undefined) waiting.get(message.id)?.()
  })
  let id = 0
  const ask = (method: string, params: object = {}) =>
    new Promise<void>((resolve, reject) => {
      id += 1
      waiting.set(id, resolve)
      const message = JSON.stringify({ id, method, params })
      browser.send('Target.sendMessageToTarget', { sessionId, message }).catch(reject)
    })
  await ask('HeapProfiler.collectGarbage')
  await ask('HeapProfiler.takeHeapSnapshot', { reportProgress: false })
  await browser.detach()
  return chunks.join('')
}
