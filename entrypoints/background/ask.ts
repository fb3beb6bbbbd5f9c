import { browser } from 'wxt/browser'
import { choose } from '../../lib/payment/choose'
import { clockSkew } from '../../lib/payment/clock'
import type { Payment } from '../../lib/payment/payment'
import { type Decision, hasReason, type Reason } from '../../lib/payment/policy'
import { buyerOf, purchaseKey, thingOf } from '../../lib/payment/purchase'
import type { PaidRequest } from '../../lib/payment/request'
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
import { meansFor } from '../../lib/store/means'
import { externalAt, type Payer } from '../../lib/store/payer'
import { type Keys, openKeys } from '../../lib/store/session'
import type { Asked } from './asked'
import { callAttention } from './attention'
import { drawTrouble } from './icon'
import { type Judge, judgeOf, type PayerWithBalance } from './judge'
import { openerOf } from './openers'
import { type PayResult, pay } from './pay'
import { isWaiting, keepOwn } from './platform'
import { idle } from './sequence'
import { tabSequence } from './settle'
import { readTerms } from './terms'

/** What a page says holds so long that it need not be asked again. */
const JUST_MS = 1_000

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

async function consider(asked: Asked, offer: Offer, isSecond = false): Promise<Outcome> {
  // What the browser has to be asked takes as long as what is read here.
  const [{ payment, payer, isAutomatic }, tab, keys] = await Promise.all([
    paymentFor(asked, offer),
    tabOf(asked.request),
    openKeys(),
  ])
  const judge = judgeOf(payment, asked, payer, {
    isInFront: tab?.active === true,
    isOpen: keys !== undefined,
  })
  const atOnce = !import.meta.env.FIREFOX && isJustReported(asked)
  const before = atOnce ? undefined : await factsFor(payment, Date.now())

  // Decided and paid in one transaction. Where that takes the page's answer, or sends its request on
  // its way as in Firefox, not for what will be asked about.
  const mayPay = isAutomatic && !judge.isToBeAsked && (!before || isApproved(judge.decide(before)))
  const tried =
    mayPay && payer && keys && (await payByLimits(payment, { payer, keys }, asked, judge))
  if (tried && 'paying' in tried) return 'wait'

  const facts =
    tried && 'facts' in tried ? tried.facts : (before ?? (await factsFor(payment, Date.now())))
  const decision = judge.decide(facts)
  if (decision.verdict === 'refuse') return 'keep'
  // What the page has bought already, if only the outcome is still to be written down.
  const isOnItsWay = !isSecond && isAsked(decision, 'already_signed')
  if (isOnItsWay && (await idle(tabSequence(asked.request.tabId)))) {
    return consider(asked, offer, true)
  }
  const open = await openOf(facts.same.filter(({ purchase }) => purchase === payment.purchase))
  if (open && (await attach(open, asked))) return 'wait'
  if (await isAskedAgain(payment, asked)) return 'keep'
  if (decision.verdict === 'ask') return askUser(payment, decision.reasons)
  if (tried) return unpaid(payment, tried)
  return askUser(payment, payer ? [] : NO_WALLET)
}

function payByLimits(
  payment: Payment,
  { payer, keys }: { payer: Payer; keys: Keys },
  asked: Asked,
  judge: Judge,
): Promise<PayResult> {
  const how = {
    keys,
    allows: (facts: Facts) => isApproved(judge.decide(facts)) && !asked.hasLeft?.(),
    // A page that has only just said so need not be asked.
    stillWaits: async () => isJustReported(asked) || isWaiting(payment),
  }
  // Whether that is anything to speak of depends on what is decided.
  const failed = (error: unknown) => ({ problem: toProblemData(error, 'storage_failed') })
  return pay(payment, 'limits', payer, how).catch(failed)
}

/** Limits would have paid it, and did not. */
function unpaid(payment: Payment, result: Exclude<PayResult, { paying: Payment }>) {
  if ('reasons' in result) return askUser(payment, result.reasons)
  // Who asked has left meanwhile.
  if ('facts' in result || result.problem.code === 'page_gone') return 'keep'
  const { code, details } = result.problem
  if (code === 'wallet_locked') return askUser(payment, NO_WALLET)
  throw new Problem(code, details)
}

/** Without a wallet there is nothing that limits could spend. */
const NO_WALLET: Reason[] = [{ code: 'wallet_locked' }]

function isAsked(decision: Decision, why: Reason['code']): boolean {
  return decision.verdict === 'ask' && hasReason(decision.reasons, why)
}

function isApproved({ verdict }: Decision): boolean {
  return verdict === 'approve'
}

function isJustReported({ reportedAt }: Asked): boolean {
  return reportedAt !== undefined && performance.now() - reportedAt < JUST_MS
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
async function isAskedAgain(payment: Payment, { seen }: Asked): Promise<boolean> {
  if (payment.request.kind !== 'unheld') return false
  // In this order: what is under way may come through meanwhile, and never the other way round.
  if (await isUnderWay(payment)) return true
  // An attempt from before that, which comes up only now.
  return seen !== undefined && paidSince(payment, seen.at)
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
  const { payer, balances, disabled, isAutomatic } = await meansFor(site)
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
  return { payment, payer: payer && { ...payer, balance }, isAutomatic }
}

async function tabOf({ tabId }: PaidRequest) {
  return tabId < 0 ? undefined : browser.tabs.get(tabId).catch(() => undefined)
}
