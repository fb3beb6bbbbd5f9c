import { beforeEach, describe, expect, it } from 'vitest'
import { browser } from 'wxt/browser'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import type { ResponseDetails } from '../../../entrypoints/background/firefox/details'
import { noteOpener } from '../../../entrypoints/background/firefox/opened'
import { questionOf } from '../../../entrypoints/background/firefox/question'

const site = 'https://news.example'
const stranger = 'https://evil.example'

beforeEach(() => fakeBrowser.reset())

const met = (details: Partial<ResponseDetails>) =>
  questionOf(
    {
      requestId: '1',
      url: `${site}/a`,
      method: 'GET',
      type: 'main_frame',
      tabId: 1,
      frameId: 0,
      statusCode: 402,
      responseHeaders: [],
      ...details,
    },
    'ticket',
  )

describe('Firefox: whoever led to a page', () => {
  const openerOf = (originUrl?: string) =>
    met({ ...(originUrl !== undefined && { originUrl }) })?.request.openedBy

  it('is named where it is another site', () => {
    expect(openerOf(`${stranger}/page`)).toBe(stranger)
    expect(openerOf('http://news.example/')).toBe('http://news.example')
  })

  it('is nobody where it is the user or the site itself', () => {
    expect(openerOf()).toBeUndefined()
    expect(openerOf(`${site}/home`)).toBeUndefined()
  })

  it('is known for a page of ours, and no other extension passes for one', () => {
    const own = browser.runtime.getURL('/')
    expect(openerOf(`${own}dashboard.html`)).toBe(own.slice(0, -1))
    expect(openerOf('moz-extension://another/page.html')).toBe('null')
  })

  it('has no name where it is no web page', () => {
    expect(openerOf('data:text/html,page')).toBe('null')
  })

  it('shows where it has no origin and the browser does not name it', () => {
    const sent = (requestId: string, value: string) =>
      noteOpener({
        requestId,
        url: `${site}/a`,
        method: 'GET',
        type: 'main_frame',
        tabId: 1,
        frameId: 0,
        requestHeaders: [{ name: 'Sec-Fetch-Site', value }],
      })
    sent('by the user', 'none')
    sent('by a sandboxed page', 'cross-site')
    expect(met({ requestId: 'by the user' })?.request).not.toHaveProperty('openedBy')
    expect(met({ requestId: 'by a sandboxed page' })?.request.openedBy).toBe('null')
  })

  it('is named for a form, too, and not for what is inside a page', () => {
    const form = met({ method: 'POST', originUrl: `${stranger}/form` })
    expect(form?.request).toMatchObject({ kind: 'form', openedBy: stranger })
    const picture = met({ type: 'image', documentUrl: `${site}/`, originUrl: `${stranger}/style` })
    expect(picture?.request).not.toHaveProperty('openedBy')
  })
})

describe('Firefox: a frame', () => {
  const framed = (...around: string[]) =>
    met({
      type: 'sub_frame',
      frameId: 7,
      frameAncestors: around.map((url, at) => ({ url, frameId: around.length - 1 - at })),
      originUrl: around[0] ?? site,
      documentUrl: around[0] ?? site,
    })

  it('always asks: nobody knows whether it is in view', () => {
    expect(framed(`${site}/top`)?.reasons).toEqual([{ code: 'frame_asks', asker: site }])
  })

  it('of another site is named by that, once', () => {
    const question = met({
      url: `${stranger}/ad`,
      type: 'sub_frame',
      frameId: 7,
      frameAncestors: [{ url: `${site}/top`, frameId: 0 }],
    })
    expect(question).toMatchObject({ site, asker: stranger, reasons: [] })
  })

  it('of the site in the frame of a stranger is named by the stranger', () => {
    expect(framed(`${stranger}/ad`, `${site}/top`)).toMatchObject({ site, asker: stranger })
    const further = framed('about:blank', `${stranger}/ad`, `${site}/inner`, `${site}/top`)
    expect(further).toMatchObject({ site, asker: stranger })
    expect(framed('data:text/html,ad', `${site}/top`)).toMatchObject({ asker: 'null' })
  })

  it('within frames of its own site has no stranger around it', () => {
    expect(framed('about:srcdoc', `${site}/inner`, `${site}/top`)).not.toHaveProperty('asker')
  })

  it('names the stranger around it for what it fetches, too', () => {
    const fetched = met({
      type: 'xmlhttprequest',
      frameId: 7,
      documentId: 'inner',
      documentUrl: `${site}/inner`,
      originUrl: `${site}/inner`,
      frameAncestors: [
        { url: `${stranger}/ad`, frameId: 5 },
        { url: `${site}/top`, frameId: 0 },
      ],
    })
    expect(fetched).toMatchObject({ site, asker: stranger })
  })
})
