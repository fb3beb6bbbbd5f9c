import { browser } from 'wxt/browser'
import { choose } from '../../lib/payment/choose'
import type { Payment } from '../../lib/payment/payment'
import { type Decision, decide, type Reason } from '../../lib/payment/policy'
import { purchaseKey } from '../../lib/payment/purchase'
import { toProblemData } from '../../lib/problem'
import type { Offer } from '../../lib/protocols/offer'
import { balanceKey } from '../../lib/store/balances'
import { db } from '../../lib/store/db'
import {
  annotate,
  liveSignatures,
  mayAwait,
  move,
  record,
  spentToday,
} from '../../lib/store/ledger'
import { getUnlocked } from '../../lib/store/session'
import { getLimits, getSiteRule } from '../../lib/store/settings'
import type { Asked } from './asked'
import { callAttention } from './attention'
import { isReusable, pay } from './pay'
import { readTerms } from './terms'

/** What became of it: `keep` gives the page its own 402 back. */
type Outcome = 'keep' | 'wait'

/**
 * The way of a 402 through the rooms decode, choose, decide; then it is reserved and paid, or it
 * waits for the user as persisted state.
 */
export async function ask(asked: Asked): Promise<Outcome> {
  const { request, site } = asked
  try {
    const offer = await readTerms(request, asked.seen)
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
  const [live] = await liveSignatures(payment.purchase)
  if (live && isReusable(live)) {
    // A signature for this very purchase lives: the user may send it again, never a second one.
    await annotate(live.id, { request: asked.request })
    await callAttention(asked.request.tabId, { prompt: true })
    return 'wait'
  }
  const decision = await decideOn(payment, live !== undefined)
  if (decision.verdict === 'refuse') {
    await record({
      ...payment,
      ...trailOf('refused', payment.createdAt),
      reasons: decision.reasons,
    })
    return 'keep'
  }
  if (decision.verdict === 'ask') return askUser(payment, decision.reasons)
  await record(payment)
  const result = await pay(payment, 'limits')
  if ('paying' in result) return 'wait'
  if (!('reasons' in result)) return 'keep'
  await db.payments.delete(payment.id)
  return askUser(payment, result.reasons)
}

async function askUser(payment: Payment, reasons: Reason[]): Promise<Outcome> {
  const { tabId } = payment.request
  if (!(await mayAwait(tabId))) return 'keep'
  await record({ ...payment, reasons })
  await move(payment.id, 'awaiting')
  await callAttention(tabId, { prompt: true })
  return 'wait'
}

async function paymentFor({ request, site, payeeOrigin }: Asked, offer: Offer): Promise<Payment> {
  const wallet = await db.wallet.get('main')
  const balances = new Map((await db.balances.toArray()).map(({ key, amount }) => [key, amount]))
  const terms = choose(offer, {
    isEnabled: () => true,
    balanceOf: (network, asset) =>
      wallet && balances.get(balanceKey(wallet.address, network, asset)),
  })
  const now = Date.now()
  return {
    id: crypto.randomUUID(),
    ...trailOf('offered', now),
    createdAt: now,
    site,
    payeeOrigin,
    request,
    offer: { protocol: offer.protocol, version: offer.version, resource: offer.resource },
    terms,
    purchase: purchaseKey(site, request, terms),
    reasons: [],
  }
}

async function decideOn(payment: Payment, alreadySigned: boolean): Promise<Decision> {
  const { terms, site, payeeOrigin, request } = payment
  const tab = await browser.tabs.get(request.tabId).catch(() => undefined)
  const decision = decide({
    terms,
    site,
    payeeOrigin,
    limits: await getLimits(),
    siteRule: await getSiteRule(site),
    spentToday: await spentToday(terms.testnet),
    background: tab?.active !== true,
    alreadySigned,
  })
  if (decision.verdict === 'refuse') return decision
  const reasons = [
    ...(decision.verdict === 'ask' ? decision.reasons : []),
    ...(await walletReasons(payment)),
  ]
  return reasons.length > 0 ? { verdict: 'ask', reasons } : { verdict: 'approve' }
}

/** What the wallet itself says: a locked or empty one cannot pay by itself. */
async function walletReasons({ terms }: Payment): Promise<Reason[]> {
  if (!(await getUnlocked())) return [{ code: 'wallet_locked' }]
  const wallet = await db.wallet.get('main')
  const row =
    wallet && (await db.balances.get(balanceKey(wallet.address, terms.networkId, terms.asset)))
  return row && row.amount < terms.amount ? [{ code: 'low_balance' }] : []
}

function trailOf(
  state: 'offered' | 'refused',
  at: number,
): Pick<Payment, 'state' | 'trail' | 'updatedAt'> {
  return { state, updatedAt: at, trail: [{ state, at }] }
}
