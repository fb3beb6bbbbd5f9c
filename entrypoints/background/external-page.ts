import { browser } from 'wxt/browser'
import { z } from 'zod'
import { askProvider, listProviders } from '../../lib/page/provider'
import type { Payment } from '../../lib/payment/payment'
import { Problem } from '../../lib/problem'
import type { AskProvider, ProviderAnswer } from '../../lib/wallet/external'
import { webOrigin } from './urls'

/** A document that leads to other wallets. Its page may be hostile: nothing from it is believed. */
export interface PageTarget {
  tabId: number
  /** Absent where the browser does not name the documents of tabs. */
  documentId: string | undefined
}

/** Wallets answer the EIP-6963 question at once, or soon after they have started. */
const ANNOUNCE_MS = 400
/** A page behind others on a busy machine takes its time to be asked at all. */
const LIST_MS = 10_000
/** Not every browser says so when a script's page goes. */
const CHECK_MS = 1_000
/** Within this time the browser knows that a document is gone. */
const SETTLE_MS = 300
/** No answer is longer. Characters. */
const MAX_ANSWER = 200_000

const answer = z.union([
  z.object({ missing: z.literal(true) }),
  z.object({ result: z.unknown() }).refine((it) => 'result' in it),
  z.object({ error: z.number().int().nullable() }),
])

/**
 * The page that a tab shows.
 * @throws {Problem} `page_gone`, `external_no_page` where no web page is that scripts can run in
 */
export async function pageOf(tabId: number): Promise<PageTarget & { origin: string }> {
  const tab = await browser.tabs.get(tabId).catch(() => undefined)
  if (!tab) throw new Problem('page_gone')
  const frame = await browser.webNavigation.getFrame({ tabId, frameId: 0 }).catch(() => null)
  const origin = webOrigin(frame?.url)
  if (!frame || !origin || frame.errorOccurred) throw new Problem('external_no_page')
  return { tabId, documentId: frame.documentId, origin }
}

/**
 * The document that waits for a payment; where the browser holds a navigation there is none yet,
 * and a page of the same site in that tab does as well.
 * @throws {Problem} `page_gone`, `external_no_page`
 */
export async function documentOf({ request, site }: Payment): Promise<PageTarget> {
  const { tabId, documentId } = request
  if (documentId) return { tabId, documentId }
  if (tabId < 0) throw new Problem('external_no_page')
  const page = await pageOf(tabId)
  if (page.origin !== site) throw new Problem('external_no_page')
  return page
}

/** What the wallets of a page announce, as they wrote it. @throws {Problem} as `walletIn` */
export function announcedIn(page: PageTarget): Promise<unknown> {
  return withinLife(page, run(page, listProviders, [ANNOUNCE_MS, MAX_ANSWER]), LIST_MS)
}

/**
 * The way to one wallet of a page, by its EIP-6963 name. Its questions throw `external_missing`,
 * `page_gone`, `external_no_page`, `external_timeout` and `external_failed`.
 */
export function walletIn(page: PageTarget, rdns: string): AskProvider {
  return async (method, params, timeoutMs): Promise<ProviderAnswer> => {
    const args: Parameters<typeof askProvider> = [
      rdns,
      method,
      JSON.stringify(params),
      ANNOUNCE_MS,
      MAX_ANSWER,
    ]
    const parsed = answer.safeParse(await withinLife(page, run(page, askProvider, args), timeoutMs))
    if (!parsed.success) throw new Problem('external_failed')
    if ('missing' in parsed.data) throw new Problem('external_missing')
    return parsed.data
  }
}

/** Runs a function in the page's own world; its answer is JSON text. */
async function run<Args extends unknown[]>(
  page: PageTarget,
  func: (...args: Args) => Promise<string>,
  args: Args,
): Promise<unknown> {
  const { tabId, documentId } = page
  const target = documentId ? { tabId, documentIds: [documentId] } : { tabId, frameIds: [0] }
  const [injected] = await browser.scripting
    .executeScript({ target, world: 'MAIN', injectImmediately: true, func, args })
    .catch(async () => {
      throw new Problem((await isThere(page)) ? 'external_no_page' : 'page_gone')
    })
  const text: unknown = injected?.result
  if (typeof text === 'string') return fromJson(text)
  // No script runs there, or the page goes, which shows a moment later.
  await new Promise((resolve) => setTimeout(resolve, SETTLE_MS))
  throw new Problem((await isThere(page)) ? 'external_no_page' : 'page_gone')
}

function fromJson(text: string): unknown {
  try {
    if (text.length <= MAX_ANSWER) return JSON.parse(text)
  } catch {
    // As good as too long.
  }
  throw new Problem('external_failed')
}

async function withinLife<T>(page: PageTarget, task: Promise<T>, timeoutMs: number): Promise<T> {
  const end = Promise.withResolvers<never>()
  const timer = setTimeout(() => end.reject(new Problem('external_timeout')), timeoutMs)
  const watch = setInterval(async () => {
    if (!(await isThere(page))) end.reject(new Problem('page_gone'))
  }, CHECK_MS)
  try {
    return await Promise.race([task, end.promise])
  } finally {
    clearTimeout(timer)
    clearInterval(watch)
  }
}

async function isThere({ documentId }: PageTarget): Promise<boolean> {
  if (!documentId) return true
  return (await browser.webNavigation.getFrame({ documentId }).catch(() => null)) !== null
}
