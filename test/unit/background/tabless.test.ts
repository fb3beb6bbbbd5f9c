import 'fake-indexeddb/auto'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { browser } from 'wxt/browser'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { ask } from '../../../entrypoints/background/ask'
import { type ResponseDetails, rememberSeen } from '../../../entrypoints/background/detect'
import { idle } from '../../../entrypoints/background/sequence'
import { endTabless, TABLESS_ALARM } from '../../../entrypoints/background/tabless'
import { watchUnclaimed } from '../../../entrypoints/background/unheld'
import { db } from '../../../lib/store/db'
import { letWait } from '../../../lib/store/ledger'
import { aPayment } from '../payment/samples'
import { freshStore } from '../store/fresh-store'

vi.mock('../../../entrypoints/background/ask', () => ({ ask: vi.fn() }))
vi.mock('../../../entrypoints/background/attention', () => import('./quiet-attention'))

const MINUTE = 60_000
let count = 0

beforeEach(async () => {
  await freshStore()
  fakeBrowser.reset()
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] })
  vi.mocked(ask)
    .mockReset()
    .mockImplementation(async ({ request, site }) => {
      const id = `payment ${++count}`
      const waits = await letWait(aPayment({ id, site, request, createdAt: Date.now() }))
      return waits ? 'wait' : 'keep'
    })
})
afterEach(() => vi.useRealTimers())

/** A shared worker, or one of a service, meets this many. */
async function meet(site: string, times: number): Promise<void> {
  for (let at = 0; at < times; at++) {
    const request = { url: `${site}/${at}`, method: 'GET', tabId: -1, frameId: -1 }
    const answer = { type: 'xmlhttprequest', statusCode: 402, responseHeaders: [] }
    const details = { ...request, ...answer, initiator: site } as unknown as ResponseDetails
    watchUnclaimed(rememberSeen(details, undefined)!)
  }
  vi.advanceTimersByTime(3_001)
  await vi.waitFor(async () => expect(await waitingOf(site)).toBe(Math.min(times, 10)))
  await idle(`tabless ${site}`)
}

const waitingOf = (site: string) => db.payments.where({ site, state: 'awaiting' }).count()

describe('questions of workers without a tab', () => {
  it('are few of one site, and leave room for others', async () => {
    await meet('https://evil.example', 60)
    await meet('https://evil-too.example', 60)
    await meet('https://news.example', 1)
    expect(await waitingOf('https://evil.example')).toBe(10)
  })

  it('wait for minutes, not until the browser starts again', async () => {
    await meet('https://evil.example', 3)
    expect(await browser.alarms.get(TABLESS_ALARM)).toMatchObject({ periodInMinutes: 1 })
    vi.setSystemTime(Date.now() + 6 * MINUTE)
    await endTabless()
    expect(await db.payments.count()).toBe(3)
    await meet('https://news.example', 1)
    vi.setSystemTime(Date.now() + 6 * MINUTE)
    await endTabless()
    expect(await waitingOf('https://evil.example')).toBe(0)
    expect(await waitingOf('https://news.example')).toBe(1)
    vi.setSystemTime(Date.now() + 6 * MINUTE)
    await endTabless()
    expect(await db.payments.count()).toBe(0)
    expect(await browser.alarms.get(TABLESS_ALARM)).toBeFalsy()
  })

  it('leave those of tabs alone', async () => {
    await letWait(aPayment({ id: 'of a tab', createdAt: Date.now() }))
    vi.setSystemTime(Date.now() + 60 * MINUTE)
    await endTabless()
    expect(await db.payments.count()).toBe(1)
  })
})
