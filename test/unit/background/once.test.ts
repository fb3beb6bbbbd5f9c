import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { browser } from 'wxt/browser'
import { approve, openUnpaid } from '../../../entrypoints/background/approve'
import { type ResponseDetails, rememberSeen } from '../../../entrypoints/background/detect'
import { handleReport } from '../../../entrypoints/background/reports'
import { inOrder } from '../../../entrypoints/background/sequence'
import { tabSequence } from '../../../entrypoints/background/settle'
import { displayedTerms } from '../../../lib/payment/displayed'
import { db } from '../../../lib/store/db'
import { move } from '../../../lib/store/ledger'
import { setLimits, setSiteRule } from '../../../lib/store/settings'
import type { AccountKey } from '../../../lib/wallet/account'
import { payingWallet, termsIn } from './paying'

vi.mock('../../../entrypoints/background/platform', () => import('./quiet-platform'))
vi.mock('../../../entrypoints/background/attention', () => import('./quiet-attention'))
vi.mock('../../../entrypoints/background/reconcile', () => ({
  reconcile: () => Promise.resolve(),
  reconcileAll: () => Promise.resolve(),
}))
vi.mock('../../../entrypoints/background/balances', () => ({
  refreshBalance: () => Promise.resolve(),
}))

const SITE = 'https://news.example'
const STRANGER = 'https://casino.example'
const SHELF = 'chrome-extension://own'
const DAY = 24 * 60 * 60_000
let own: AccountKey
let documents = 0

beforeEach(async () => {
  own = await payingWallet()
  await setSiteRule(SITE, { mode: 'auto', perPayment: 1_000_000n })
  const inFront = { id: 1, active: true, incognito: false }
  vi.spyOn(browser.tabs, 'get').mockResolvedValue(inFront as never)
})

interface Meeting {
  path?: string
  tabId?: number
  /** Who led there, as the browser says. */
  initiator?: string
  amount?: number
}

function answerOf(url: string, amount = 10_000) {
  const responseHeaders = termsIn(url, String(amount))
  return { url, method: 'GET', frameId: 0, statusCode: 402, responseHeaders }
}

/** A tab shows a document that is a 402. */
async function meet({ path = '/a', tabId = 1, initiator, amount = 10_000 }: Meeting = {}) {
  const url = `${SITE}${path}`
  const details = {
    ...answerOf(url, amount),
    tabId,
    type: 'main_frame',
    ...(initiator && { initiator }),
  }
  rememberSeen(details as unknown as ResponseDetails, undefined)
  await handleReport({ report: 'document-402' }, senderOf(`document ${documents++}`, tabId, url))
}

/** A script of one document calls something that is a 402. */
async function call(ticket: string) {
  const url = `${SITE}/call`
  const documentId = 'the caller'
  const seen = { ...answerOf(url), tabId: 1, documentId, type: 'xmlhttprequest' }
  rememberSeen(seen as unknown as ResponseDetails, undefined)
  const held = { kind: 'fetch', ticket, url, method: 'GET', bodyHint: true } as const
  await handleReport({ report: 'held-402', ...held }, senderOf(documentId, 1, `${SITE}/app`))
}

function senderOf(documentId: string, tabId: number, url: string) {
  const sender = {
    id: browser.runtime.id,
    tab: { id: tabId, incognito: false, url },
    frameId: 0,
    documentId,
    url,
    origin: SITE,
  }
  return sender as Parameters<typeof handleReport>[1]
}

/** What the wallet has on record, oldest first: how each stands, and why it was asked about. */
async function records() {
  const payments = await db.payments.orderBy('createdAt').toArray()
  return payments.map(({ state, reasons }) => [state, ...reasons.map(({ code }) => code)].join(' '))
}

/** The server has taken the money of all that is under way. */
async function settle() {
  for (const { id } of await db.payments.where('state').equals('signed').toArray()) {
    await move(id, 'sent', 'page')
    await move(id, 'settled', 'server')
  }
}

async function bought(path = '/a', daysAgo = 0) {
  await meet({ path })
  await settle()
  const at = Date.now() - daysAgo * DAY - 1
  await db.payments.toCollection().modify({ spentAt: at, createdAt: at })
}

async function waiting() {
  const [payment] = await db.payments.where('state').equals('awaiting').toArray()
  return payment!
}

describe('what was bought is not bought again without a question', () => {
  it('when it is loaded again', async () => {
    await bought()
    await meet()
    expect(await records()).toEqual(['settled', 'awaiting paid_before'])
  })

  it('when it is opened from the shelf, however long ago it was', async () => {
    await bought('/a', 400)
    await meet({ initiator: SHELF })
    expect(await records()).toEqual(['settled', 'awaiting paid_before'])
  })

  it('when the user has it opened without paying, and the site still wants money', async () => {
    await bought('/a', 400)
    await meet({ initiator: SHELF })
    await openUnpaid((await waiting()).id)
    await meet({ initiator: SITE })
    expect(await records()).toEqual(['settled', 'declined paid_before', 'awaiting paid_before'])
  })

  it('when the user asks the site again, which limits would pay by now', async () => {
    await setSiteRule(SITE, { mode: 'ask' })
    await meet()
    const asked = await waiting()
    await setSiteRule(SITE, { mode: 'auto', perPayment: 1_000_000n })
    await openUnpaid(asked.id)
    await meet({ initiator: SITE })
    expect((await waiting()).reasons).toContainEqual({ code: 'reopened' })
  })

  it('when what the shelf opened loads itself again', async () => {
    await bought('/a', 400)
    await meet({ initiator: SHELF })
    await meet({ initiator: SITE })
    expect(await records()).toEqual(['settled', 'awaiting paid_before'])
  })

  it('when what the shelf opened lands somewhere else', async () => {
    await bought()
    await meet({ path: '/a?session=2', initiator: SHELF })
    expect(await records()).toEqual(['settled', 'awaiting reopened'])
  })

  it('when the first one is still under way at another price', async () => {
    await meet({ tabId: 1, amount: 10_000 })
    await meet({ tabId: 2, amount: 10_001 })
    expect(await records()).toEqual(['signed', 'awaiting already_signed'])
  })
})

describe('a page that buys one call after the other', () => {
  it('is paid for the next while the outcome of the last is being written down', async () => {
    await setSiteRule(SITE, { mode: 'auto', perPayment: 1_000_000n })
    await call('1')
    const [payment] = await db.payments.toArray()
    let write = () => {}
    const isWritten = new Promise<void>((resolve) => {
      write = resolve
    })
    void inOrder(tabSequence(1), async () => {
      await isWritten
      await move(payment!.id, 'sent', 'page')
      await move(payment!.id, 'settled', 'server')
    })
    const next = call('2')
    // It has every chance to be decided on before that.
    await Promise.race([next, new Promise((resolve) => setTimeout(resolve, 300))])
    write()
    await next
    expect(await records()).toEqual(['settled', 'signed'])
  })

  it('is not paid for what it has given up meanwhile', async () => {
    const asked = call('1')
    await handleReport({ report: 'gone', ticket: '1' }, senderOf('the caller', 1, `${SITE}/app`))
    await asked
    expect(await records()).toEqual([])
  })

  it('is asked about while the last is under way', async () => {
    await call('1')
    await call('2')
    expect(await records()).toEqual(['signed', 'awaiting already_signed'])
  })
})

describe('a stranger who leads from one priced page to the next', () => {
  it('gets one a minute, also where the page loads itself again', async () => {
    await meet({ path: '/a', initiator: STRANGER })
    await meet({ path: '/b', initiator: STRANGER })
    await meet({ path: '/b', initiator: SITE })
    expect(await records()).toEqual(['signed', 'awaiting opened_again'])
  })

  it('does not stand in the way of where the user goes next', async () => {
    await meet({ path: '/a', initiator: STRANGER })
    await meet({ path: '/b', initiator: SITE })
    expect(await records()).toEqual(['signed', 'signed'])
  })
})

describe('the same article that waits in two tabs', () => {
  it('is paid in one of them; the other says so before it is paid again', async () => {
    await setLimits({ autoApprove: false, perPayment: 0n, perDay: 0n })
    await setSiteRule(SITE, { mode: 'ask' })
    await meet({ tabId: 1 })
    await meet({ tabId: 2 })
    const [first, second] = await db.payments.orderBy('createdAt').toArray()
    const shown = displayedTerms({ ...second!, payer: own.address })
    await approve(first!.id, displayedTerms({ ...first!, payer: own.address }))
    await settle()
    const approved = approve(second!.id, shown)
    await expect(approved).rejects.toMatchObject({ code: 'bought_meanwhile' })
    expect(await records()).toEqual(['settled', 'awaiting site_asks first_payment paid_before'])
    await approve(second!.id, shown)
    expect(await records()).toEqual(['settled', 'signed'])
  })
})

describe('a site that the user has blocked', () => {
  it('does not ask again for what is still open', async () => {
    await meet({ tabId: 1 })
    const [payment] = await db.payments.toArray()
    await move(payment!.id, 'sent', 'page')
    await move(payment!.id, 'unknown', 'server')
    await setSiteRule(SITE, { mode: 'never' })
    await meet({ tabId: 2 })
    expect((await db.payments.get(payment!.id))?.request.tabId).toBe(1)
  })
})
