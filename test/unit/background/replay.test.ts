import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { browser } from 'wxt/browser'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import type { PaidRequest } from '../../../lib/payment/request'
import { aPayment } from '../payment/samples'
import { fakeRules } from './rules'

const header = { name: 'PAYMENT-SIGNATURE', value: 'signed' } as const
const site = 'https://example.com'
const events = {
  onSent: vi.fn(),
  onAnswered: vi.fn(),
  onFailed: vi.fn(),
  onNotRepeated: vi.fn(),
}
/** Each test has a worker that has just started. */
let replay: typeof import('../../../entrypoints/background/replay')
const listeners = new Map<string, (details: object) => void>()
let added = 0

beforeEach(async () => {
  fakeBrowser.reset()
  vi.resetModules()
  listeners.clear()
  added = 0
  for (const event of Object.values(events)) event.mockReset()
  const event = (name: string) => ({
    addListener: (listener: (details: object) => void) => {
      added++
      listeners.set(name, listener)
    },
    removeListener: (listener: (details: object) => void) => {
      if (listeners.get(name) === listener) listeners.delete(name)
    },
  })
  const names = ['onSendHeaders', 'onHeadersReceived', 'onErrorOccurred']
  Object.assign(browser, {
    webRequest: Object.fromEntries(names.map((name) => [name, event(name)])),
    tabs: { sendMessage: async () => true, reload: async () => undefined },
  })
  replay = await import('../../../entrypoints/background/replay')
})
afterEach(() => vi.useRealTimers())

const paymentFor = (request: Partial<PaidRequest>) =>
  aPayment({ request: { ...aPayment().request, url: `${site}/article`, ...request } })

/** A request leaves, as `webRequest` shows it. */
let count = 0
const leaves = (details: object) =>
  listeners.get('onSendHeaders')?.({
    requestId: String(++count),
    url: `${site}/article`,
    method: 'GET',
    requestHeaders: [{ name: 'payment-signature', value: 'signed' }],
    ...details,
  })
const WITHOUT = { requestHeaders: [{ name: 'accept', value: '*/*' }] }

describe('a rule that is bound to an origin', () => {
  const behindWorker = { kind: 'navigation', viaServiceWorker: true, tabId: 1 } as const
  const ofWorker = { type: 'xmlhttprequest', tabId: -1 }

  it('pays for what a service worker passes on for its own site only', async () => {
    const { rules } = fakeRules()
    await replay.repeat(paymentFor(behindWorker), header, events)
    const ofNoTab = [...rules.values()].filter(({ condition }) => condition.tabIds?.includes(-1))
    expect(ofNoTab).not.toEqual([])
    for (const { condition } of ofNoTab) expect(condition.initiatorDomains).toEqual(['example.com'])
  })

  it.each(['https://user.example.com', 'https://example.com:8443', 'http://example.com'])(
    'is taken away when a request of %s has got the payment',
    async (initiator) => {
      const { rules } = fakeRules()
      const payment = paymentFor(behindWorker)
      await replay.repeat(payment, header, events)
      expect(rules.size).toBeGreaterThan(0)
      leaves({ ...ofWorker, initiator })
      await expect.poll(() => rules.size).toBe(0)
      expect(events.onNotRepeated).toHaveBeenCalledExactlyOnceWith(payment)
      leaves({ ...ofWorker, initiator: site })
      expect(events.onSent).not.toHaveBeenCalled()
    },
  )

  it.each(['https://user.example.com', 'https://evil.example', 'null', undefined, site])(
    'stays for its own request when one of %s leaves without the payment',
    async (initiator) => {
      fakeRules()
      const payment = paymentFor(behindWorker)
      await replay.repeat(payment, header, events)
      leaves({ ...ofWorker, initiator, ...WITHOUT })
      expect(events.onSent).not.toHaveBeenCalled()
      expect(events.onNotRepeated).not.toHaveBeenCalled()
      leaves({ ...ofWorker, initiator: site })
      expect(events.onSent).toHaveBeenCalledExactlyOnceWith(payment)
    },
  )

  it('is taken away in a tab, too, where nothing can hold the request', async () => {
    const { rules } = fakeRules()
    const payment = paymentFor({ kind: 'unheld', tabId: 1, initiator: site })
    const validBefore = Math.floor(Date.now() / 1000) + 60
    const authorization = { ...payment.authorization, validBefore } as never
    await replay.repeat({ ...payment, authorization }, header, events)
    leaves({ type: 'xmlhttprequest', tabId: 1, initiator: 'https://user.example.com' })
    await expect.poll(() => rules.size).toBe(0)
    expect(events.onNotRepeated).toHaveBeenCalledOnce()
  })
})

describe('two payments of requests that are alike', () => {
  const form = { kind: 'form', method: 'POST', tabId: 1 } as const
  const alike = { requestId: 'the same', method: 'POST', type: 'main_frame', tabId: 1 }
  const sent = () => events.onSent.mock.calls.map(([{ id }]) => id)

  it('are told apart by what the request carries', async () => {
    fakeRules()
    for (const id of ['one', 'two']) {
      await replay.repeat({ ...paymentFor(form), id }, { ...header, value: id }, events)
    }
    leaves({ ...alike, requestHeaders: [{ name: 'Payment-Signature', value: 'two' }] })
    expect(sent()).toEqual(['two'])
    expect(events.onNotRepeated).not.toHaveBeenCalled()
  })

  it('have one sent, of whose request two listeners tell', async () => {
    fakeRules()
    for (const id of ['one', 'two']) {
      await replay.repeat({ ...paymentFor(form), id }, header, events)
    }
    leaves(alike)
    leaves(alike)
    expect(sent()).toEqual(['one'])
  })
})

describe('while the browser puts the rules in place', () => {
  const page = { type: 'main_frame', tabId: 1 }
  const navigation = { kind: 'navigation', tabId: 1 } as const

  it('a request may leave with the payment: nothing is repeated, and the rules go', async () => {
    const { rules } = fakeRules()
    const tell = vi.spyOn(browser.tabs, 'sendMessage')
    const repeated = replay.repeat(paymentFor(navigation), header, events)
    leaves(page)
    await repeated
    expect(events.onSent).toHaveBeenCalledOnce()
    expect(tell).not.toHaveBeenCalled()
    await expect.poll(() => rules.size).toBe(0)
  })

  it('nothing is under way where it takes none', async () => {
    fakeRules()
    vi.mocked(browser.declarativeNetRequest.updateSessionRules).mockRejectedValueOnce(
      new Error('too many') as never,
    )
    const payment = paymentFor(navigation)
    await expect(replay.repeat(payment, header, events)).rejects.toThrow('too many')
    leaves(page)
    expect(events.onSent).not.toHaveBeenCalled()
    await replay.repeat(payment, header, events)
    leaves(page)
    expect(events.onSent).toHaveBeenCalledOnce()
  })
})

describe('a worker that follows one that was stopped while it paid', () => {
  it('adds as many listeners as that one, by which the browser knows them, and takes them away', async () => {
    fakeRules()
    const listening = { hosts: ['example.com', 'example.org'], rounds: 5 }
    await browser.storage.local.set({ listening })
    await replay.resetReplay()
    expect(added).toBe(5 * 3)
    expect(listeners.size).toBe(0)
    await replay.resetReplay()
    expect(added).toBe(5 * 3)
  })
})

describe('before anything is signed', () => {
  it.each([
    [`${site}/article`, 3],
    // Nothing can be listened to there but everything.
    ['https://example.com./article', 0],
    ['http://[::1]:8080/article', 0],
  ])('the browser listens to %s alone, or not yet', async (url, count) => {
    fakeRules()
    await replay.standBy(paymentFor({ kind: 'fetch', url }))
    expect(listeners.size).toBe(count)
  })

  const long = `${site}/a|b?${'x'.repeat(600)}`

  it.each(['navigation', 'fetch'] as const)(
    'a %s whose address is more than the browser takes is refused',
    async (kind) => {
      fakeRules()
      const refused = replay.standBy(paymentFor({ kind, url: long }))
      await expect(refused).rejects.toMatchObject({ code: 'address_unsupported' })
      expect(await replay.standBy(paymentFor({ kind, url: `${site}/a|b` }))).toBe(true)
    },
  )

  it('rules are taken away that could not be when their request had left', async () => {
    const { rules } = fakeRules()
    const payment = paymentFor({ kind: 'navigation', tabId: 1 })
    await replay.standBy(payment)
    await replay.repeat(payment, header, events)
    const update = vi.mocked(browser.declarativeNetRequest.updateSessionRules)
    update.mockRejectedValueOnce(new Error('not now') as never)
    leaves({ type: 'main_frame', tabId: 1 })
    expect(events.onSent).toHaveBeenCalledOnce()
    await expect.poll(() => update.mock.settledResults.at(-1)?.type).toBe('rejected')
    expect(rules.size).toBeGreaterThan(0)

    update.mockRejectedValueOnce(new Error('nor now') as never)
    await expect(replay.standBy(payment)).rejects.toThrow('nor now')
    expect(await replay.standBy(payment)).toBe(true)
    expect(rules.size).toBe(0)
  })

  it('rules are swept that could not be when the worker started', async () => {
    const { rules, getSessionRules } = fakeRules([{ id: 1, condition: {} }])
    getSessionRules.mockRejectedValueOnce(new Error('not now'))
    await expect(replay.resetReplay()).rejects.toThrow('not now')
    getSessionRules.mockRejectedValueOnce(new Error('nor now'))
    await expect(replay.standBy(paymentFor({}))).rejects.toThrow('nor now')
    expect(await replay.standBy(paymentFor({}))).toBe(true)
    expect(rules.size).toBe(0)
    await replay.repeat(paymentFor({}), header, events)
    expect(
      [...rules.values()].every(({ condition }) => 'isUrlFilterCaseSensitive' in condition),
    ).toBe(true)
  })
})
