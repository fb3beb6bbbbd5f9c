import { browser } from 'wxt/browser'
import { choose } from '../../lib/payment/choose'
import type { Payment } from '../../lib/payment/payment'
import { type Decision, decide, type Reason } from '../../lib/payment/policy'
import { purchaseKey } from '../../lib/payment/purchase'
import { isReusable } from '../../lib/payment/retry'
import { toProblemData } from '../../lib/problem'
import type { Offer } from '../../lib/protocols/offer'
import { balanceKey } from '../../lib/store/balances'
import { db } from '../../lib/store/db'
import {
  letWait,
  liveSignatures,
  paidSince,
  reassign,
  record,
  spentToday,
} from '../../lib/store/ledger'
import { getUnlocked } from '../../lib/store/session'
import { getDisabledNetworks, getLimits, getSiteRule } from '../../lib/store/settings'
import type { Asked } from './asked'
import { callAttention } from './attention'
import { pay } from './pay'
import { keepOwn } from './platform'
import { readTerms } from './terms'

/** What became of it: `keep` gives the page its own 402 back. */
type Outcome = 'keep' | 'wait'

/** A document that was paid for this long ago is not paid for again without the user's word. */
const PAID_LATELY_MS = 24 * 60 * 60 * 1000

/**
 * The way of a 402 through the rooms decode, choose, decide; then it is reserved and paid, or it
 * waits for the user as persisted state.
 */
export async function ask(asked: Asked): Promise<Outcome> {
  const { request, site } = asked
  try {
    const offer = await readTerms(asked)
    return offer ? await consider(asked, offer) : 'keep'
  } catch (error) {
    // The page keeps its own answer; the popup has one clear line about it.
    await db.notices.put({
      tabId: request.tabId,
      documentId: request.documentId,
      site,
      url: request.url,
      problem: toProblemData(error, 'terms_unreadable'),
      at: Date.now(),
    })
    await callAttention(request.tabId, { prompt: false })
    return 'keep'
  }
}

async function consider(asked: Asked, offer: Offer): Promise<Outcome> {
  const payment = await paymentFor(asked, offer)
  const live = await liveSignatures(payment.purchase)
  const open = live.find((payment) => isReusable(payment, Date.now()))
  if (open && (await attach(open, asked))) return 'wait'
  if (await isAskedAgain(payment, asked.seen?.at)) return 'keep'
  const decision = await decideOn(payment, asked, live.length > 0)
  if (decision.verdict === 'refuse') return 'keep'
  if (decision.verdict === 'ask') return askUser(payment, decision.reasons)
  await record(payment)
  const result = await pay(payment, 'limits')
  if ('paying' in result) return 'wait'
  if ('problem' in result && result.problem.code !== 'wallet_locked') return 'keep'
  await db.payments.delete(payment.id)
  return askUser(payment, 'reasons' in result ? result.reasons : [{ code: 'wallet_locked' }])
}

/**
 * A signature for this very purchase lives: the user may send it again for the request that waits
 * now, never a second one. Whoever waited before gets its own 402.
 */
async function attach(open: Payment, { request }: Asked): Promise<boolean> {
  const before = await reassign(open.id, request)
  if (!before) return false
  void keepOwn(before)
  await callAttention(request.tabId, { prompt: true })
  return true
}

/** What nothing can hold asks again by itself: one question is enough. */
async function isAskedAgain(
  { purchase, request }: Payment,
  seenAt: number | undefined,
): Promise<boolean> {
  if (request.kind !== 'unheld') return false
  // An attempt from before the payment, which comes up only now.
  if (seenAt !== undefined && (await paidSince(purchase, seenAt))) return true
  const same = await db.payments.where('purchase').equals(purchase).toArray()
  return same.some(({ state }) => state === 'awaiting' || state === 'signed' || state === 'sent')
}

async function askUser(payment: Payment, reasons: Reason[]): Promise<Outcome> {
  if (!(await letWait({ ...payment, reasons }))) return 'keep'
  await callAttention(payment.request.tabId, { prompt: true })
  return 'wait'
}

async function paymentFor(
  { request, site, asker, payeeOrigin }: Asked,
  offer: Offer,
): Promise<Payment> {
  const wallet = await db.wallet.get('main')
  const balances = new Map((await db.balances.toArray()).map(({ key, amount }) => [key, amount]))
  const disabled = await getDisabledNetworks()
  const terms = choose(offer, {
    isEnabled: (network) => !disabled.has(network),
    balanceOf: (network, asset) =>
      wallet && balances.get(balanceKey(wallet.address, network, asset)),
  })
  const now = Date.now()
  return {
    id: crypto.randomUUID(),
    state: 'offered',
    trail: [{ state: 'offered', at: now }],
    createdAt: now,
    updatedAt: now,
    site,
    ...(asker && { asker }),
    payeeOrigin,
    request,
    offer: { protocol: offer.protocol, version: offer.version, resource: offer.resource },
    terms,
    purchase: purchaseKey(asker ? `${site} ${asker}` : site, request, terms),
    reasons: [],
  }
}

async function decideOn(payment: Payment, asked: Asked, alreadySigned: boolean): Promise<Decision> {
  const { terms, site, asker, payeeOrigin, request, purchase } = payment
  const tab =
    request.tabId < 0 ? undefined : await browser.tabs.get(request.tabId).catch(() => undefined)
  const isDocument = request.kind === 'navigation' || request.kind === 'frame'
  return decide({
    terms,
    site,
    asker,
    payeeOrigin,
    limits: await getLimits(),
    siteRule: await getSiteRule(site),
    payeeRule: payeeOrigin === site ? undefined : await getSiteRule(payeeOrigin),
    spentToday: await spentToday(terms.testnet),
    background: tab?.active !== true,
    alreadySigned,
    paidBefore: isDocument && (await paidSince(purchase, Date.now() - PAID_LATELY_MS)),
    privateWindow: asked.privateWindow,
    requestReasons: [
      ...asked.reasons,
      ...requestReasons(payment),
      ...(await walletReasons(payment)),
    ],
  })
}

/** What has to be done again by the page or by the user once it is paid. */
function requestReasons({ request }: Payment): Reason[] {
  if (request.kind === 'unheld') return [{ code: 'page_retries' }]
  if (request.kind === 'form' && !request.rebuilds) return [{ code: 'submit_again' }]
  return []
}

/** What the wallet itself says: a locked or empty one cannot pay by itself. */
async function walletReasons({ terms }: Payment): Promise<Reason[]> {
  if (!(await getUnlocked())) return [{ code: 'wallet_locked' }]
  const wallet = await db.wallet.get('main')
  const row =
    wallet && (await db.balances.get(balanceKey(wallet.address, terms.networkId, terms.asset)))
  return row && row.amount < terms.amount ? [{ code: 'low_balance' }] : []
}
