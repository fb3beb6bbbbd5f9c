import type { Page } from '@playwright/test'
import type { Tuppence } from '../e2e/tuppence'

let turn: Promise<unknown> = Promise.resolve()

/** Opens a window of its own, in which its tab is in front whatever the others do. */
export function openWindow(
  tuppence: Tuppence,
  url: string,
  type: 'normal' | 'popup' = 'normal',
): Promise<Page> {
  // One at a time: what opens is known by its order.
  const opened = turn.then(() => open(tuppence, url, type))
  turn = opened.catch(() => undefined)
  return opened
}

async function open({ context, console }: Tuppence, url: string, type: 'normal' | 'popup') {
  const page = context.waitForEvent('page', {
    predicate: (page) => page !== console,
    timeout: 10_000,
  })
  const create = (options: { url: string; type: 'normal' | 'popup' }) =>
    chrome.windows.create({ ...options, width: 500, height: 640 })
  await console.evaluate(create, { url, type })
  return page
}
