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

beforeEach(async () => {
  fakeBrowser.reset()
  vi.resetModules()
  listeners.clear()
  for (const event of Object.values(events)) event.mockReset()
  const event = (name: string) => ({
    addListener: (listener: (details: object) => void) => listeners.set(name, listener),
    removeListener: () => listeners.delete(name),
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
    ...details,
  })

describe('a rule that is bound to an origin', () => {
  const behindWorker = { kind: 'navigation', viaServiceWorker: true, tabId: 1 } as const
  const ofWorker = { type: 'xmlhttprequest', tabId: -1 }

  it.each(['https://user.example.com', 'https://example.com:8443', 'http://example.com'])(
    'is taken away when a request of %s may have got the payment',
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

  it.each(['https://notexample.com', 'https://evil.example', 'null', undefined])(
    'stays for its own request when one of %s leaves, which it cannot match',
    async (initiator) => {
      fakeRules()
      const payment = paymentFor(behindWorker)
      await replay.repeat(payment, header, events)
      leaves({ ...ofWorker, initiator })
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

describe('before anything is signed', () => {
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
