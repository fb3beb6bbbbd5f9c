import { browser } from 'wxt/browser'
import type { WorkerMessage } from '../../../lib/page-channel'
import type { PaidRequest } from '../../../lib/payment/request'
import { loadElementsAgain, loadScriptsAgain } from '../../../lib/relay/load-again'

/** A page that is asked whether it waits, and cannot say so in this time, is not paid for. */
const ANSWER_TIMEOUT_MS = 10_000

/** Nothing where nobody listens, or a page that is busy with itself does not let anybody answer. */
export function tell(request: PaidRequest, message: WorkerMessage): Promise<unknown> {
  const { tabId, documentId } = request
  return inTime(browser.tabs.sendMessage(tabId, message, { documentId }))
}

/**
 * Runs a function in the waiting document. What only a document that met a 402 needs is sent there
 * when it does: no other page carries it. Nothing where the document is gone or busy with itself.
 */
export function run<Args extends unknown[]>(
  { tabId, documentId }: PaidRequest,
  func: (...args: Args) => void,
  args: Args,
  world: 'ISOLATED' | 'MAIN' = 'ISOLATED',
): Promise<unknown> {
  const target = { tabId, documentIds: [documentId] }
  return inTime(
    browser.scripting.executeScript({ target, world, injectImmediately: true, func, args }),
  )
}

/** Has every element with the address of the request, or its download link, load it again. */
export async function loadAgain(request: PaidRequest): Promise<unknown> {
  const args: [string] = [request.url]
  const [done] = await Promise.all([
    run(request, loadElementsAgain, args),
    run(request, loadScriptsAgain, args, 'MAIN'),
  ])
  return done
}

function inTime(answer: Promise<unknown>): Promise<unknown> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const silence = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), ANSWER_TIMEOUT_MS)
  })
  return Promise.race([answer.catch(() => undefined), silence]).finally(() => clearTimeout(timer))
}
