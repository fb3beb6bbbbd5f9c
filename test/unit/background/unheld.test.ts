import 'fake-indexeddb/auto'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { browser } from 'wxt/browser'
import { type ResponseDetails, rememberSeen } from '../../../entrypoints/background/detect'
import { idle } from '../../../entrypoints/background/sequence'
import { watchUnclaimed } from '../../../entrypoints/background/unheld'
import { db } from '../../../lib/store/db'
import { payingWallet, termsIn } from './paying'

vi.mock('../../../entrypoints/background/platform', () => import('./quiet-platform'))
vi.mock('../../../entrypoints/background/attention', () => import('./quiet-attention'))

const SITE = 'https://news.example'
const url = `${SITE}/stream`

beforeEach(async () => {
  await payingWallet()
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const tab = { id: 1, active: true, incognito: false, url: `${SITE}/` }
  vi.spyOn(browser.tabs, 'get').mockResolvedValue(tab as never)
})
afterEach(() => vi.useRealTimers())

/** A worker of a page, or its EventSource, tries once. */
function meet(): void {
  const request = { url, method: 'GET', tabId: 1, frameId: 0, documentId: 'the page' }
  const answer = { type: 'xmlhttprequest', statusCode: 402, responseHeaders: termsIn(url) }
  watchUnclaimed(rememberSeen({ ...request, ...answer } as unknown as ResponseDetails, undefined)!)
}

it('what asks again within milliseconds is one question', async () => {
  for (let attempt = 0; attempt < 5; attempt++) meet()
  vi.advanceTimersByTime(3_001)
  await vi.waitFor(async () => {
    expect(await db.payments.count()).toBeGreaterThan(0)
    expect(await idle(`unheld 1 ${url}`)).toBe(false)
  })
  expect(await db.payments.toArray()).toMatchObject([{ state: 'awaiting' }])
})
