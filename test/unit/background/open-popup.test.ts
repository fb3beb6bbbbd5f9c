import 'fake-indexeddb/auto'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { browser } from 'wxt/browser'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { openPopup } from '../../../entrypoints/background/open-popup'
import { setAttention } from '../../../lib/store/attention'
import { db } from '../../../lib/store/db'
import { accountOf, newPhrase } from '../../../lib/wallet/account'
import { aPayment } from '../payment/samples'
import { freshStore } from '../store/fresh-store'
import { unlockAs } from '../store/unlocked'

/** What the browser is asked for; each test says what it answers. */
const openByBrowser = vi.fn<() => Promise<void>>()
const create = vi.fn<(window: object) => Promise<{ id: number }>>()
const update = vi.fn<(id: number) => Promise<void>>()
const popups = vi.fn<() => Promise<object[]>>()
let focused: boolean
let active: boolean
let incognito: boolean
/** Documents and tabs are new in each test: once a document is enough. */
let count = 0

beforeEach(async () => {
  await freshStore()
  fakeBrowser.reset()
  await unlockAs(accountOf({ kind: 'phrase', phrase: newPhrase() }))
  focused = active = true
  incognito = false
  openByBrowser.mockReset().mockRejectedValue(new Error('Could not open the popup'))
  create.mockReset().mockImplementation(async () => ({ id: 70 + create.mock.calls.length }))
  update.mockReset().mockResolvedValue()
  popups.mockReset().mockResolvedValue([])
  Object.assign(browser, {
    action: { openPopup: openByBrowser },
    extension: {},
    tabs: {
      get: async (id: number) => ({ id, active, incognito, windowId: 5, url: `${siteOf(id)}/` }),
    },
    windows: {
      get: async () => ({ id: 5, focused, left: 100, top: 50, width: 1200 }),
      create,
      update,
    },
    webNavigation: { getFrame: async () => ({ documentId: `document ${count}` }) },
  })
  Object.assign(browser.runtime, { getContexts: popups, getURL: (path: string) => `own:${path}` })
})

/** A page in a tab that nobody has asked for before. */
const newPage = () => ++count
const siteOf = (tab: number) => `https://site-${tab}.example`

describe('the small window', () => {
  it('opens where the popup may not, once for a question', async () => {
    const tab = newPage()
    await openPopup(tab)
    await openPopup(tab)
    expect(create.mock.calls).toEqual([
      [
        {
          url: `own:/popup.html?tab=${tab}&window`,
          type: 'popup',
          focused: true,
          width: 400,
          height: 640,
          left: 884,
          top: 122,
        },
      ],
    ])
  })

  it('opens where the browser knows no way to open the popup', async () => {
    Object.assign(browser, { action: {} })
    await openPopup(newPage())
    expect(create).toHaveBeenCalledOnce()
  })

  it('does not open where the popup does', async () => {
    openByBrowser.mockResolvedValue()
    await openPopup(newPage())
    expect(create).not.toHaveBeenCalled()
  })

  it('does not open beside a popup that is open', async () => {
    popups.mockResolvedValue([{}])
    await openPopup(newPage())
    expect(create).not.toHaveBeenCalled()
  })

  it('is one: the next question brings it to the front', async () => {
    await openPopup(newPage())
    await openPopup(newPage())
    expect(create).toHaveBeenCalledOnce()
    expect(update).toHaveBeenCalledExactlyOnceWith(71, { focused: true })
  })

  it('is one when two pages ask at the same moment', async () => {
    const first = newPage()
    await Promise.all([openPopup(first), openPopup(first), openPopup(first + 1_000)])
    expect(create).toHaveBeenCalledOnce()
  })

  it('opens anew once it was closed', async () => {
    await openPopup(newPage())
    update.mockRejectedValue(new Error('No window with id: 71'))
    await openPopup(newPage())
    expect(create).toHaveBeenCalledTimes(2)
  })

  it('opens where the browser likes where its corner is not on a screen', async () => {
    create.mockRejectedValueOnce(new Error('Invalid value for bounds'))
    await openPopup(newPage())
    expect(create).toHaveBeenCalledTimes(2)
    expect(create.mock.lastCall?.[0]).not.toHaveProperty('left')
  })

  it('never opens for a tab in the background, nor over another program', async () => {
    active = false
    await openPopup(newPage())
    active = true
    focused = false
    await openPopup(newPage())
    expect([openByBrowser, create].map(({ mock }) => mock.calls.length)).toEqual([0, 0])
  })

  it('never opens where the user does not want it', async () => {
    await setAttention({ openPopup: false, notifyFrom: null })
    await openPopup(newPage())
    expect([openByBrowser, create].map(({ mock }) => mock.calls.length)).toEqual([0, 0])
  })

  it('never opens for a private tab, whose site it would name elsewhere', async () => {
    incognito = true
    await openPopup(newPage())
    expect(openByBrowser).toHaveBeenCalledOnce()
    expect(create).not.toHaveBeenCalled()
  })
})

describe('a page that loads itself again and again', () => {
  const second = 1_000
  const minute = 60 * second
  afterEach(() => vi.useRealTimers())

  /** Opens a new document in a tab of its site so often, so far apart; gives how often it prompted. */
  async function reloads(tab: number, times: number, apart: number): Promise<number> {
    const before = openByBrowser.mock.calls.length
    for (let at = 0; at < times; at++) {
      newPage()
      await openPopup(tab)
      vi.setSystemTime(Date.now() + apart)
    }
    return openByBrowser.mock.calls.length - before
  }

  async function pays(tab: number, approvedBy: 'user' | 'limits'): Promise<void> {
    const request = { ...aPayment().request, tabId: tab }
    const spent = { site: siteOf(tab), approvedBy, spentAt: Date.now() }
    const id = `paid ${await db.payments.count()}`
    await db.payments.put(aPayment({ id, state: 'settled', request, ...spent }))
  }

  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['Date'] })
    openByBrowser.mockResolvedValue()
  })

  it('is shown ever more seldom', async () => {
    const tab = newPage()
    expect(await reloads(tab, 3, 6 * second)).toBe(2)
    expect(await reloads(tab, 8, 10 * second)).toBe(1)
    expect(await reloads(tab, 60, 10 * second)).toBe(1)
    expect(await reloads(tab, 180, 10 * second)).toBe(3)
  })

  it('gains nothing by going from site to site', async () => {
    const tab = newPage()
    const other = newPage()
    await openPopup(tab)
    const get = async () => ({ active, windowId: 5, url: `${siteOf(other)}/` })
    Object.assign(browser.tabs, { get })
    newPage()
    await openPopup(tab)
    expect(openByBrowser).toHaveBeenCalledOnce()
    vi.setSystemTime(Date.now() + 6 * second)
    await openPopup(tab)
    expect(openByBrowser).toHaveBeenCalledTimes(2)
  })

  it('leaves other sites alone', async () => {
    const tab = newPage()
    await reloads(tab, 30, 6 * second)
    expect(await reloads(newPage(), 1, 0)).toBe(1)
  })

  it('is no nuisance where the user pays for it', async () => {
    const tab = newPage()
    for (let paid = 0; paid < 4; paid++) {
      expect(await reloads(tab, 1, second)).toBe(1)
      await pays(tab, 'user')
      vi.setSystemTime(Date.now() + second)
    }
  })

  it('is one where limits pay for it, or the user pays somewhere else', async () => {
    const tab = newPage()
    const other = newPage()
    expect(await reloads(tab, 1, second)).toBe(1)
    await pays(tab, 'limits')
    await pays(other, 'user')
    expect(await reloads(tab, 1, second)).toBe(0)
  })

  it('stays so while the worker is stopped, and begins anew after a quiet hour', async () => {
    const tab = newPage()
    await reloads(tab, 20, 6 * second)
    vi.resetModules()
    const { openPopup: ofNextWorker } = await import('../../../entrypoints/background/open-popup')
    newPage()
    openByBrowser.mockClear()
    await ofNextWorker(tab)
    expect(openByBrowser).not.toHaveBeenCalled()
    vi.setSystemTime(Date.now() + 70 * minute)
    expect(await reloads(tab, 3, 6 * second)).toBe(2)
  })
})
