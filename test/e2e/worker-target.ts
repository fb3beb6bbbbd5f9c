import type { BrowserContext, CDPSession } from '@playwright/test'
import { expect } from './expect'
import { extensionId } from './extension-id'

interface Received {
  id?: number
  result?: unknown
  params?: unknown
}

export interface WorkerDebugger {
  send<Result>(method: string, params?: object): Promise<Result>
  onEvent(listen: (params: unknown) => void): void
}

/** What the browser itself is asked about its targets. */
export async function onBrowser<T>(
  context: BrowserContext,
  use: (session: CDPSession) => Promise<T>,
): Promise<T> {
  const browser = context.browser()
  if (!browser) throw new Error('No browser')
  const session = await browser.newBrowserCDPSession()
  return use(session).finally(() => session.detach())
}

/** The extension's worker, while it runs. */
export async function findWorker(session: CDPSession): Promise<string | undefined> {
  const { targetInfos } = await session.send('Target.getTargets')
  const worker = targetInfos.find(
    ({ type, url }) =>
      type === 'service_worker' && url.startsWith(`chrome-extension://${extensionId}/`),
  )
  return worker?.targetId
}

/** Gives whether there was one. */
export async function closeWorker(session: CDPSession): Promise<boolean> {
  const targetId = await findWorker(session)
  if (targetId) await session.send('Target.closeTarget', { targetId })
  return targetId !== undefined
}

/** Closed until nothing that the browser still had to tell it starts it again. */
export async function stopForGood(session: CDPSession): Promise<void> {
  await expect(async () => {
    expect(await closeWorker(session)).toBe(false)
  }).toPass({ intervals: [250] })
}

/** Debugs the worker, which Playwright does for pages only; nothing while it is not running. */
export async function debugWorker<T>(
  context: BrowserContext,
  use: (worker: WorkerDebugger) => Promise<T>,
): Promise<T | undefined> {
  return onBrowser(context, async (session) => {
    const targetId = await findWorker(session)
    return targetId ? use(await attach(session, targetId)) : undefined
  })
}

async function attach(session: CDPSession, targetId: string): Promise<WorkerDebugger> {
  const { sessionId } = await session.send('Target.attachToTarget', { targetId, flatten: false })
  const waiting = new Map<number, (result: unknown) => void>()
  let listener: (params: unknown) => void = () => undefined
  session.on('Target.receivedMessageFromTarget', (received) => {
    const { id, result, params }: Received = JSON.parse(received.message)
    if (id === undefined) listener(params)
    else waiting.get(id)?.(result)
  })
  let id = 0
  return {
    send: <Result>(method: string, params: object = {}) =>
      new Promise<Result>((resolve, reject) => {
        id += 1
        waiting.set(id, (result) => resolve(result as Result))
        const message = JSON.stringify({ id, method, params })
        session.send('Target.sendMessageToTarget', { sessionId, message }).catch(reject)
      }),
    onEvent: (listen) => {
      listener = listen
    },
  }
}
