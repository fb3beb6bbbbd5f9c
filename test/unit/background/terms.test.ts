import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { browser } from 'wxt/browser'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import type { Asked } from '../../../entrypoints/background/asked'
import type { Seen402 } from '../../../entrypoints/background/detect'
import { readTerms } from '../../../entrypoints/background/terms'
import { answer402V1, encodeHeader, paymentRequiredV2 } from '../../world/terms'
import { problemOfAsync } from '../protocols/problem-of'

const BANK = 'https://bank.example'
const EVIL = 'https://evil.example'
const url = `${BANK}/act`

/** Whether each of our own looks took cookies along. */
let looks: (string | undefined)[] = []

beforeEach(() => {
  fakeBrowser.reset()
  looks = []
  const { headers, body } = answer402V1()
  vi.stubGlobal('fetch', async (_url: string, init: RequestInit) => {
    looks.push(init.credentials)
    return new Response(body, { status: 402, headers: headers as Record<string, string> })
  })
  inContainer(undefined)
})
afterEach(() => {
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

function inContainer(cookieStoreId: string | undefined) {
  const tab = { id: 1, ...(cookieStoreId && { cookieStoreId }) }
  vi.spyOn(browser.tabs, 'get').mockResolvedValue(tab as never)
}

/** A 402 with JSON and no header, as the browser saw it. */
function aSeen(change: Partial<Seen402> = {}): Seen402 {
  return {
    url,
    status: 402,
    method: 'GET',
    type: 'xmlhttprequest',
    tabId: 1,
    frameId: 0,
    headers: [{ name: 'content-type', value: 'application/json' }],
    userInfo: false,
    prerendered: false,
    at: 1,
    ...change,
  }
}

/** A page of the bank that asks the bank. */
function anAsked({ request, ...change }: Partial<Omit<Asked, 'request'>> & { request?: object }) {
  const ofTab = { tabId: 1, frameId: 0, documentId: 'd' }
  const asked = { site: BANK, payeeOrigin: BANK, seen: aSeen(), privateWindow: false, reasons: [] }
  return {
    ...asked,
    ...change,
    request: { kind: 'fetch', url, method: 'GET', ...ofTab, ...request },
  } as Asked
}

const seenDocument = aSeen({ type: 'main_frame' })
const led = (openedBy?: string) => ({ kind: 'navigation', ...(openedBy && { openedBy }) })

describe("the wallet's own look at terms", () => {
  it.each<[string, Parameters<typeof anAsked>[0]]>([
    ['of a page at its own site', {}],
    ['of an element of its own site', { seen: undefined, request: { kind: 'element' } }],
    ['of a page that the user went to', { seen: seenDocument, request: led() }],
    [
      'of a page that was opened from ours',
      { seen: seenDocument, request: led('chrome-extension://abc') },
    ],
    [
      'of a frame of the site itself',
      { seen: aSeen({ type: 'sub_frame' }), request: { kind: 'frame' } },
    ],
  ])('is as the user would: %s', async (_name, change) => {
    expect(await readTerms(anAsked(change))).toMatchObject({ version: 1 })
    expect(looks).toEqual(['include'])
  })

  it.each<[string, Parameters<typeof anAsked>[0]]>([
    ['a page of another site asks', { site: EVIL }],
    ['a page of another site asks, unseen', { site: EVIL, seen: undefined }],
    ['a frame of another site asks', { asker: EVIL }],
    ['another site has it in a frame', { site: EVIL, asker: BANK }],
    [
      'a page of another site has it in a frame of a frame',
      { asker: EVIL, request: { kind: 'frame' } },
    ],
    ['another site led there', { seen: seenDocument, request: led(EVIL) }],
    ['who has no name led there', { seen: seenDocument, request: led('null') }],
    ['nobody knows who led there', { seen: undefined, request: led() }],
    ['the window is a private one', { privateWindow: true }],
  ])('has no cookies where %s', async (_name, change) => {
    expect(await readTerms(anAsked(change))).toMatchObject({ version: 1 })
    expect(looks).toEqual(['omit'])
  })

  it.each([
    ['firefox-default', 'include'],
    ['firefox-container-2', 'omit'],
  ])('has the cookies of the one container that is ours: %s', async (container, credentials) => {
    inContainer(container)
    await readTerms(anAsked({}))
    expect(looks).toEqual([credentials])
  })
})

describe('an address', () => {
  const long = `${BANK}/${'x'.repeat(8 * 1024)}`
  const header = { name: 'PAYMENT-REQUIRED', value: encodeHeader(paymentRequiredV2()) }

  it('longer than any server takes is not put on record', async () => {
    const asked = anAsked({ request: { url: long }, seen: aSeen({ headers: [header] }) })
    expect((await problemOfAsync(() => readTerms(asked))).code).toBe('terms_too_large')
  })

  it('of 8 KB is', async () => {
    const asked = anAsked({
      request: { url: long.slice(0, 8 * 1024) },
      seen: aSeen({ headers: [header] }),
    })
    expect(await readTerms(asked)).toMatchObject({ version: 2 })
  })

  it('is no matter where there is nothing to pay', async () => {
    vi.stubGlobal('fetch', async () => new Response('{}', { status: 402 }))
    expect(await readTerms(anAsked({ request: { url: long } }))).toBeUndefined()
  })
})
