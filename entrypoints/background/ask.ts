import { browser } from 'wxt/browser'
import { choose } from '../../lib/payment/choose'
import { clockSkew, isTooFarOff } from '../../lib/payment/clock'
import { nameReasons } from '../../lib/payment/lookalike'
import type { Payment } from '../../lib/payment/payment'
import { decide, type PolicyInput, type Reason } from '../../lib/payment/policy'
import { buyerOf, purchaseKey, thingOf } from '../../lib/payment/purchase'
import { isReopened, type PaidRequest } from '../../lib/payment/request'
import { isInTheWay } from '../../lib/payment/reservation'
import { isReusable, isSignable } from '../../lib/payment/retry'
import { Problem, toProblemData } from '../../lib/problem'
import type { Offer } from '../../lib/protocols/offer'
import { headerValues } from '../../lib/protocols/x402/headers'
import { balanceKey } from '../../lib/store/balances'
import { paidSince } from '../../lib/store/bought'
import { db, type NoticeRow } from '../../lib/store/db'
import { type Facts, factsFor } from '../../lib/store/facts'
import { mustReachRecords } from '../../lib/store/health'
import { isUnderWay, letWait, reassign } from '../../lib/store/ledger'
import { externalAt, type Payer, payerOf } from '../../lib/store/payer'
import { isUnlocked } from '../../lib/store/session'
import { getDisabledNetworks, getLimits } from '../../lib/store/settings'
import type { Asked } from './asked'
import { callAttention } from './attention'
import { drawTrouble } from './icon'
import { openerOf } from './openers'
import { pay } from './pay'
import { isWaiting, keepOwn } from './platform'
import { readTerms } from './terms'
import { webOrigin } from './urls'

/** What became of it: `keep` gives the page its own 402 back. */
type Outcome = 'keep' | 'wait'

/**
 * The way of a 402 through the rooms decode, choose, decide; then it is reserved and paid, or it
 * waits for the user as persisted state.
 */
export async function ask(asked: Asked): Promise<Outcome> {
  const { request, site } = asked
  try {
    const offer = await readTerms(asked).catch(rethrowAsUnreadable)
    if (!offer) return 'keep'
    await mustReachRecords()
    return await consider({ ...asked, request: await ledTo(asked.request) }, offer)
  } catch (error) {
    // The page keeps its own answer; the popup has one clear line about it.
    const problem = toProblemData(error, 'storage_failed')
    await notify({ ...request, site, problem, at: Date.now() }).catch(drawTrouble)
    return 'keep'
  }
}

/** With who led the tab there, also where the page has only loaded itself again. */
async function ledTo(request: PaidRequest): Promise<PaidRequest> {
  if (request.kind !== 'navigation' && request.kind !== 'form') return request
  const openedBy = await openerOf(request.tabId, request.url, request.openedBy)
  return openedBy ? { ...request, openedBy } : request
}

function rethrowAsUnreadable(error: unknown): never {
  const { code, details } = toProblemData(error, 'terms_unreadable')
  throw new Problem(code, details)
}

async function notify({ tabId, documentId, site, url, problem, at }: NoticeRow): Promise<void> {
  await mustReachRecords()
  await db.notices.put({ tabId, documentId, site, url, problem, at })
  await callAttention(tabId, { prompt: false })
}

async function consider(asked: Asked, offer: Offer): Promise<Outcome> {
  const { payment, payer, isAutomatic } = await paymentFor(asked, offer)
  // The page is asked while the records are read: each takes its time.
  const waits = isAutomatic ? isWaiting(payment) : undefined
  const [facts, tab, ofWallet] = await Promise.all([
    factsFor(payment, Date.now()),
    tabOf(payment),
    walletReasons(payment, payer),
  ])
  const decision = decide(inputFor(payment, asked, facts, tab, ofWallet))
  if (decision.verdict === 'refuse') return 'keep'
  const open = await openOf(facts.same.filter(({ purchase }) => purchase === payment.purchase))
  if (open && (await attach(open, asked))) return 'wait'
  if (await isAskedAgain(payment, asked.seen?.at)) return 'keep'
  if (decision.verdict === 'ask') return askUser(payment, decision.reasons)
  // Without a wallet there is nothing that limits could spend.
  if (!payer) return askUser(payment, [{ code: 'wallet_locked' }])
  const stillWaits = async () => (await (waits ?? isWaiting(payment))) && !asked.hasLeft?.()
  const result = await pay(payment, 'limits', payer, stillWaits)
  if ('paying' in result) return 'wait'
  if ('reasons' in result) return askUser(payment, result.reasons)
  const { code, details } = result.problem
  if (code === 'page_gone') return 'keep'
  if (code === 'wallet_locked') return askUser(payment, [{ code }])
  throw new Problem(code, details)
}

/** What can be sent again, or be signed by the other wallet that was asked for it. */
async function openOf(live: readonly Payment[]): Promise<Payment | undefined> {
  const now = Date.now()
  const sendable = live.find((payment) => isReusable(payment, now))
  const asked = live.find((payment) => isSignable(payment, now))
  if (sendable || !asked) return sendable
  return (await externalAt(asked.authorization?.payer ?? '')) && asked
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
async function isAskedAgain(payment: Payment, seenAt: number | undefined): Promise<boolean> {
  if (payment.request.kind !== 'unheld') return false
  // An attempt from before the payment, which comes up only now.
  if (seenAt !== undefined && (await paidSince(payment, seenAt))) return true
  return isUnderWay(payment)
}

async function askUser(payment: Payment, reasons: Reason[]): Promise<Outcome> {
  if (!(await letWait({ ...payment, reasons }))) return 'keep'
  await callAttention(payment.request.tabId, { prompt: true })
  return 'wait'
}

async function paymentFor(
  { request, site, asker, payeeOrigin, seen }: Asked,
  offer: Offer,
): Promise<{ payment: Payment; payer: PayerWithBalance | undefined; isAutomatic: boolean }> {
  const [payer, rows, disabled, { autoApprove }] = await Promise.all([
    payerOf({ site }),
    db.balances.toArray(),
    getDisabledNetworks(),
    getLimits(),
  ])
  const balances = new Map(rows.map(({ key, amount }) => [key, amount]))
  const balanceOf = (network: string, asset: string) =>
    payer && balances.get(balanceKey(payer.address, network, asset))
  const terms = choose(offer, { isEnabled: (network) => !disabled.has(network), balanceOf })
  const now = Date.now()
  const skew = seen && clockSkew(headerValues(seen.headers, ['date'])[0], seen.at)
  const payment: Payment = {
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
    purchase: purchaseKey(buyerOf({ site, asker }), request, terms),
    thing: thingOf({ site, asker, request }),
    ...(payer && { payer: payer.address }),
    reasons: [],
    ...(skew !== undefined && { clockSkewSeconds: skew }),
  }
  const balance = balanceOf(terms.networkId, terms.asset)
  return { payment, payer: payer && { ...payer, balance }, isAutomatic: autoApprove }
}

interface PayerWithBalance extends Payer {
  /** Of the token that is asked for, as last seen; atomic units. */
  balance: bigint | undefined
}

async function tabOf({ request: { tabId } }: Payment) {
  return tabId < 0 ? undefined : browser.tabs.get(tabId).catch(() => undefined)
}

function inputFor(
  payment: Payment,
  asked: Asked,
  { standing, known, same, paidBefore, openedAgain, familiar }: Facts,
  tab: { active: boolean } | undefined,
  ofWallet: Reason[],
): PolicyInput {
  const { terms, site, asker, payeeOrigin, request } = payment
  return {
    ...standing,
    terms,
    site,
    asker,
    payeeOrigin,
    known,
    background: tab?.active !== true,
    alreadySigned: same.some((other) => isInTheWay(other, payment)),
    paidBefore,
    privateWindow: asked.privateWindow,
    requestReasons: [
      ...asked.reasons,
      ...(openedAgain ? [openedAgain] : []),
      ...(isReopened(request) && !paidBefore ? [{ code: 'reopened' } as const] : []),
      ...requestReasons(payment),
      ...(known ? [] : nameReasons(site, familiar)),
      ...ofWallet,
    ],
  }
}

/** What has to be done again by the page or by the user once it is paid. */
function requestReasons({ request, offer, payeeOrigin, clockSkewSeconds = 0 }: Payment): Reason[] {
  const reasons: Reason[] = []
  const named = webOrigin(offer.resource.url)
  // Servers behind a proxy do not know their own scheme and port; their name they know.
  if (named && new URL(named).hostname !== new URL(payeeOrigin).hostname) {
    reasons.push({ code: 'other_resource', origin: named })
  }
  if (isTooFarOff(clockSkewSeconds)) {
    reasons.push({ code: 'clock_differs', seconds: clockSkewSeconds })
  }
  if (request.kind === 'unheld') reasons.push({ code: 'page_retries' })
  if (request.kind === 'form' && !request.rebuilds) reasons.push({ code: 'submit_again' })
  return reasons
}

/** What the wallet itself says: one that is locked, empty or another one cannot pay by itself. */
async function walletReasons(
  { terms }: Payment,
  payer: PayerWithBalance | undefined,
): Promise<Reason[]> {
  if (!(await isUnlocked())) return [{ code: 'wallet_locked' }]
  if (!payer) return []
  const { external, balance } = payer
  const reasons: Reason[] = external ? [{ code: 'external_wallet' }] : []
  const isLow = balance !== undefined && balance < terms.amount
  return isLow ? [...reasons, { code: 'low_balance' }] : reasons
}
