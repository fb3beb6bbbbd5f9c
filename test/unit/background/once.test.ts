import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { browser } from 'wxt/browser'
import { approve, openUnpaid } from '../../../entrypoints/background/approve'
import { type ResponseDetails, rememberSeen } from '../../../entrypoints/background/detect'
import { handleReport } from '../../../entrypoints/background/reports'
import { displayedTerms } from '../../../lib/payment/displayed'
import { db } from '../../../lib/store/db'
import { move } from '../../../lib/store/ledger'
import { setLimits, setSiteRule } from '../../../lib/store/settings'
import type { AccountKey } from '../../../lib/wallet/account'
import { payees } from '../../world/accounts'
import { usdcAddress, usdcDomain } from '../../world/test-usdc'
import { payingWallet } from './paying'

vi.mock('../../../entrypoints/background/platform', () => ({
  isWaiting: vi.fn(),
  keepOwn: () => Promise.resolve(),
  repeat: vi.fn(),
  repeatUnpaid: () => Promise.resolve(),
  resetReplay: () => Promise.resolve(),
  standBy: vi.fn(),
}))
vi.mock('../../../entrypoints/background/attention', () => ({
  callAttention: () => Promise.resolve(),
  showPaid: () => Promise.resolve(),
}))
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

/** A tab shows a document that is a 402. */
async function meet({ path = '/a', tabId = 1, initiator, amount = 10_000 }: Meeting = {}) {
  const url = `${SITE}${path}`
  const terms = {
    x402Version: 2,
    resource: { url },
    accepts: [
      {
        scheme: 'exact',
        network: 'eip155:84532',
        amount: String(amount),
        asset: usdcAddress,
        payTo: payees.workbench,
        maxTimeoutSeconds: 60,
        extra: usdcDomain,
      },
    ],
  }
  const details = {
    url,
    method: 'GET',
    tabId,
    frameId: 0,
    type: 'main_frame',
    statusCode: 402,
    responseHeaders: [{ name: 'PAYMENT-REQUIRED', value: btoa(JSON.stringify(terms)) }],
    ...(initiator && { initiator }),
  }
  rememberSeen(details as unknown as ResponseDetails, undefined)
  const sender = {
    id: browser.runtime.id,
    tab: { id: tabId, incognito: false, url },
    frameId: 0,
    documentId: `document ${documents++}`,
    url,
    origin: SITE,
  }
  await handleReport({ report: 'document-402' }, sender as Parameters<typeof handleReport>[1])
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
