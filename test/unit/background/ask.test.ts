import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { browser } from 'wxt/browser'
import { approve } from '../../../entrypoints/background/approve'
import { ask } from '../../../entrypoints/background/ask'
import { type Asked, askedBy } from '../../../entrypoints/background/asked'
import { drawTrouble } from '../../../entrypoints/background/icon'
import { isWaiting, repeat, standBy } from '../../../entrypoints/background/platform'
import { displayedTerms } from '../../../lib/payment/displayed'
import { db } from '../../../lib/store/db'
import { letWait, move } from '../../../lib/store/ledger'
import { setSiteRule } from '../../../lib/store/settings'
import { payingWallet, termsIn } from './paying'

vi.mock('../../../entrypoints/background/platform', () => import('./quiet-platform'))
vi.mock('../../../entrypoints/background/attention', () => import('./quiet-attention'))

vi.mock('../../../entrypoints/background/icon', async (original) => ({
  ...(await original<object>()),
  drawTrouble: vi.fn(async () => undefined),
}))

const SITE = 'https://shop.example'
const tab = { id: 1, active: true, incognito: false }

beforeEach(async () => {
  await payingWallet()
  await setSiteRule(SITE, { mode: 'auto', perPayment: 1_000_000n })
  vi.spyOn(browser.tabs, 'get').mockResolvedValue(tab as never)
})

/** A `fetch` of the site's own page has met a 402, and has just said so. */
function met(change: Partial<Asked> = {}, kind: 'fetch' | 'unheld' = 'fetch'): Asked {
  const url = `${SITE}/a`
  const place = { url, method: 'GET', tabId: 1, frameId: 0, documentId: 'the shop' }
  const seen = {
    ...place,
    status: 402,
    type: 'xmlhttprequest' as const,
    headers: termsIn(url),
    userInfo: false,
    prerendered: false,
    at: Date.now(),
  }
  const request = { ...place, kind, ticket: '1' }
  const from = { site: SITE, origin: SITE, privateWindow: false, reportedAt: performance.now() }
  return { ...askedBy(from, request, seen), ...change }
}

const states = async () => (await db.payments.toArray()).map(({ state }) => state)

describe('what limits may pay', () => {
  it('is paid without asking the page that has just reported it', async () => {
    expect(await ask(met())).toBe('wait')
    expect(await states()).toEqual(['signed'])
    expect(isWaiting).not.toHaveBeenCalled()
  })

  it('is paid to a page that still waits where its report is old', async () => {
    vi.mocked(isWaiting).mockResolvedValueOnce(false)
    expect(await ask(met({ reportedAt: performance.now() - 5_000 }))).toBe('keep')
    expect(await states()).toEqual([])
    expect(await ask(met({ reportedAt: performance.now() - 5_000 }))).toBe('wait')
    expect(await states()).toEqual(['signed'])
  })
})

describe('what is signed', () => {
  const failOnce = () => {
    const fail = () => {
      db.payments.hook('updating').unsubscribe(fail)
      throw new Error('no space')
    }
    db.payments.hook('updating', fail)
  }

  it('stays signed though it could not leave, and that could not be written down', async () => {
    vi.mocked(repeat).mockRejectedValueOnce(new Error('no rules'))
    failOnce()
    expect(await ask(met())).toBe('wait')
    const [signed, ...others] = await db.payments.toArray()
    expect(others).toEqual([])
    expect(signed).toMatchObject({ state: 'signed', approvedBy: 'limits' })
    expect(signed?.header).toBeDefined()
    expect(drawTrouble).toHaveBeenCalled()

    // The same once more: the signature that there is may still be used, so nothing is paid.
    await ask(met())
    expect((await states()).sort()).toEqual(['awaiting', 'signed'])
    expect(await db.payments.get(signed?.id ?? '')).toEqual(signed)
  })

  it('is never written over by a question', async () => {
    await ask(met())
    const [signed] = await db.payments.toArray()
    if (!signed) throw new Error('Nothing is signed')
    await expect(letWait({ ...signed, state: 'offered' })).rejects.toThrow()
    expect(await db.payments.toArray()).toEqual([signed])
  })
})

describe('what limits will not pay', () => {
  it.each<[string, () => unknown, () => Asked]>([
    ['a blocked site', () => setSiteRule(SITE, { mode: 'never' }), () => met()],
    ['a site that asks', () => setSiteRule(SITE, { mode: 'ask' }), () => met()],
    ['a request that nothing holds', () => undefined, () => met({}, 'unheld')],
    ['a private window', () => undefined, () => met({ privateWindow: true })],
    ['a frame of another site', () => undefined, () => met({ asker: 'https://other.example' })],
  ])('makes nothing ready in the browser: %s', async (_, given, asks) => {
    await given()
    await ask(asks())
    expect(standBy).not.toHaveBeenCalled()
    expect(isWaiting).not.toHaveBeenCalled()
  })

  it('is asked about though the browser could not be made ready for it', async () => {
    await setSiteRule(SITE, { mode: 'auto', perPayment: 1n })
    vi.mocked(standBy).mockRejectedValueOnce(new Error('no rules'))
    expect(await ask(met())).toBe('wait')
    expect(await states()).toEqual(['awaiting'])
    expect(await db.notices.count()).toBe(0)
  })

  it('does not wait for a page that is busy', async () => {
    await setSiteRule(SITE, { mode: 'auto', perPayment: 1n })
    vi.mocked(isWaiting).mockReturnValueOnce(new Promise(() => undefined))
    expect(await ask(met({ reportedAt: performance.now() - 5_000 }))).toBe('wait')
    expect(await states()).toEqual(['awaiting'])
  })
})

describe('what nothing can hold', () => {
  /** One more attempt of it, which the browser saw at that time and nobody claims. */
  const tried = (at: number) => {
    const asked = met({}, 'unheld')
    return ask({ ...asked, ...(asked.seen && { seen: { ...asked.seen, at } }) })
  }

  /** The user approves what waits, and the next attempt carries it. */
  async function comesThrough() {
    const [payment] = await db.payments.where('state').equals('awaiting').toArray()
    if (!payment) throw new Error('Nothing waits')
    await approve(payment.id, displayedTerms(payment))
    vi.setSystemTime(Date.now() + 100)
    await move(payment.id, 'sent', 'page')
    vi.setSystemTime(Date.now() + 100)
    await move(payment.id, 'settled', 'server')
  }

  it('is asked about again only for attempts after its payment came through', async () => {
    vi.useFakeTimers({ toFake: ['Date'] })
    try {
      await tried(Date.now())
      const signedAt = Date.now()
      await comesThrough()
      for (const after of [0, 50, 150]) expect(await tried(signedAt + after)).toBe('keep')
      expect(await states()).toEqual(['settled'])
      vi.setSystemTime(Date.now() + 1_000)
      expect(await tried(Date.now())).toBe('wait')
      expect((await states()).sort()).toEqual(['awaiting', 'settled'])
    } finally {
      vi.useRealTimers()
    }
  })
})
