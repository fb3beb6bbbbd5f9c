import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { browser } from 'wxt/browser'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { ask } from '../../../entrypoints/background/ask'
import { type ResponseDetails, rememberSeen } from '../../../entrypoints/background/detect'
import { askForErrorPage } from '../../../entrypoints/background/error-page'
import { freshStore } from '../store/fresh-store'

vi.mock('../../../entrypoints/background/ask', () => ({ ask: vi.fn() }))

const site = 'https://news.example'
let tabId = 0

beforeEach(async () => {
  await freshStore()
  fakeBrowser.reset()
  vi.mocked(ask).mockReset().mockResolvedValue('wait')
  Object.assign(browser.tabs, { get: async (id: number) => ({ id, incognito: false }) })
  tabId++
})

/** A navigation that ends in an error page, and the request that is asked about, if any. */
async function asked(
  details: Partial<ResponseDetails>,
  documentLifecycle: 'active' | 'prerender' = 'active',
) {
  const at = { url: `${site}/a`, method: 'GET', tabId, frameId: 0, ...details }
  const answer = { type: 'main_frame', statusCode: 402, responseHeaders: [] }
  rememberSeen({ ...at, ...answer } as unknown as ResponseDetails, undefined)
  await askForErrorPage({ tabId, frameId: 0, url: at.url, documentLifecycle })
  return vi.mocked(ask).mock.lastCall?.[0].request
}

describe('an error page in place of a 402', () => {
  it('knows which site led to it', async () => {
    expect(await asked({ initiator: 'https://evil.example' })).toMatchObject({
      errorPage: true,
      openedBy: 'https://evil.example',
    })
    expect(await asked({ initiator: 'null' })).toMatchObject({ openedBy: 'null' })
    const own = 'chrome-extension://own'
    expect(await asked({ initiator: own })).toMatchObject({ openedBy: own })
  })

  it('was opened by nobody else where the site or the user did it', async () => {
    expect(await asked({ initiator: site })).not.toHaveProperty('openedBy')
    expect(await asked({})).not.toHaveProperty('openedBy')
  })

  it('knows that its address has a user name in it, and not which', async () => {
    const request = await asked({ url: 'https://me:secret@news.example/a' })
    expect(request).toMatchObject({ url: `${site}/a`, userInfo: true })
  })

  it('asks nothing where the page was only made ready in advance', async () => {
    expect(await asked({ documentLifecycle: 'prerender' })).toBeUndefined()
    expect(await asked({}, 'prerender')).toBeUndefined()
  })
})
