import { browser } from 'wxt/browser'
import type { PageReport, Verdict, WorkerMessage } from '../page-channel'

/** The worker may be stopped in the middle of an answer: asking again gives the same one. */
export async function report(message: PageReport): Promise<Verdict | undefined> {
  for (let attempt = 0; attempt < 2; attempt++) {
    try {
      return await browser.runtime.sendMessage(attempt ? { ...message, again: true } : message)
    } catch {
      // Stopped in the middle, or gone for good: the second attempt tells.
    }
  }
  return undefined
}

/** Gone when Tuppence was updated, switched off or removed while this page was open. */
export function isWorkerReachable(): boolean {
  return browser.runtime?.id !== undefined
}

type Handler<To extends WorkerMessage['to']> = (
  message: Extract<WorkerMessage, { to: To }>,
) => boolean | undefined
type Handlers = { [To in WorkerMessage['to']]: Handler<To> }

/** Listens to the worker. Only a document that met a 402 does. */
export function onWorkerMessage(handlers: Handlers): void {
  if (!isWorkerReachable()) return
  browser.runtime.onMessage.addListener((message: WorkerMessage, _sender, respond) => {
    const handle = handlers[message.to] as
      | ((message: WorkerMessage) => boolean | undefined)
      | undefined
    respond(handle?.(message))
  })
}
