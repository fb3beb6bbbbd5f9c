import 'fake-indexeddb/auto'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { browser } from 'wxt/browser'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { ask } from '../../../entrypoints/background/ask'
import { type ResponseDetails, rememberSeen } from '../../../entrypoints/background/detect'
import { handleReport } from '../../../entrypoints/background/reports'
import { watchUnclaimed } from '../../../entrypoints/background/unheld'
import { freshStore } from '../store/fresh-store'

vi.mock('../../../entrypoints/background/ask', () => ({ ask: vi.fn() }))
vi.mock('../../../entrypoints/background/attention', () => import('./quiet-attention'))

const site = 'https://news.example'
const goods = `${site}/goods`
const documentId = 'document'

beforeEach(async () => {
  await freshStore()
  fakeBrowser.reset()
  vi.mocked(ask).mockReset().mockResolvedValue('wait')
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] })
})
afterEach(() => vi.useRealTimers())

const asked = () => vi.mocked(ask).mock.calls.map(([{ request }]) => request.url)

/** The browser sees the 402 of a request by a page in this stage of its life. */
function seen(documentLifecycle: 'active' | 'prerender', tabId: number, url = goods) {
  const request = { url, method: 'GET', tabId, frameId: 0, documentId, initiator: site }
  const answer = { type: 'xmlhttprequest', statusCode: 402, responseHeaders: [], documentLifecycle }
  return rememberSeen({ ...request, ...answer } as unknown as ResponseDetails, undefined)!
}

/** Its script says that it holds the request. */
const report = (documentLifecycle: 'active' | 'prerender') =>
  handleReport(
    { report: 'held-402', kind: 'fetch', ticket: '1', url: goods, method: 'GET', bodyHint: false },
    {
      id: browser.runtime.id,
      tab: { id: 1, incognito: false, url: `${site}/page` },
      frameId: 0,
      documentId,
      documentLifecycle,
      url: `${site}/page`,
      origin: site,
    } as Parameters<typeof handleReport>[1],
  )

describe('a page that nobody has seen yet', () => {
  it('is not listened to before it is shown', async () => {
    seen('prerender', 1)
    expect(report('prerender')).toBeUndefined()
    expect(asked()).toEqual([])
    await report('active')
    expect(asked()).toEqual([goods])
  })

  it('has nothing asked about that no page holds', async () => {
    watchUnclaimed(seen('prerender', -1))
    watchUnclaimed(seen('active', -1, `${goods}?later`))
    vi.advanceTimersByTime(3_001)
    await vi.waitFor(() => expect(asked()).toEqual([`${goods}?later`]))
  })
})
