import { acquaintanceKey, getToKnow } from '../payment/acquaintance'
import { budgetsFor } from '../payment/budget'
import { displayedTerms } from '../payment/displayed'
import type { Cause, PaymentState } from '../payment/lifecycle'
import { ruleFor } from '../payment/limits'
import { advance, type Payment, type Signature } from '../payment/payment'
import type { Reason, Standing } from '../payment/policy'
import type { PaidRequest } from '../payment/request'
import { LIVE, reservation } from '../payment/reservation'
import { Problem } from '../problem'
import { meanwhile } from './bought'
import { db } from './db'
import { getLimits, getPairRule, getSiteRule } from './settings'
import { applyTotals, statesOf } from './totals'

/** Waiting payments are capped: past this a page keeps its own 402. */
const MAX_AWAITING_PER_TAB = 100
const MAX_AWAITING = 500

type Change = Parameters<typeof advance>[4]

export function getPayment(id: string): Promise<Payment | undefined> {
  return db.payments.get(id)
}

/**
 * One step of the life cycle in one transaction: the state is read, checked and written together.
 * @throws {LifecycleError} when another context moved it on first
 * @throws {Problem} `payment_not_found`
 */
export function move(
  id: string,
  to: PaymentState,
  by: Cause,
  change: Change = {},
): Promise<Payment> {
  return db.transaction('rw', db.payments, db.totals, async () => {
    const payment = await mustGet(id)
    return write(payment, advance(payment, to, by, Date.now(), change))
  })
}

/** Notes facts that do not change the state: receipt details, a title. */
export async function annotate(id: string, change: Change): Promise<void> {
  await db.payments.update(id, { ...change, updatedAt: Date.now() })
}

/**
 * Reserves the amount, signs, and stores what spends it: every limit is checked and the payment
 * written in one transaction, so that no two payments can pass the same check, nothing is signed
 * that was refused, and no signature can leave that was not counted. What waits for the user is on
 * record already; what is within the limits is new. `sign` waits for nothing: the transaction would
 * be over. See `reservation`.
 * @throws {LifecycleError} when another context moved it on first
 * @throws {Problem} `payment_not_found`, `terms_changed`, and what `sign` throws
 */
export function reserve(
  payment: Payment,
  approvedBy: 'user' | 'limits',
  sign: (reserved: Payment) => Promise<Signature>,
): Promise<{ signed: Payment } | { reasons: Reason[] }> {
  return db.transaction('rw', RESERVING, async () => {
    const now = Date.now()
    const key = acquaintanceKey(payment)
    const [stored, same, standing, since, known] = await Promise.all([
      asOnRecord(payment),
      liveOfSameThing(payment),
      standingOf(payment, now),
      meanwhile(payment, now),
      db.acquaintances.get(key),
    ])
    const result = reservation(stored, approvedBy, standing, same, since, now)
    if ('reasons' in result) {
      if (approvedBy === 'user') await explain(stored, result.reasons)
      return result
    }
    const signature = await sign(result.reserved)
    const signed = advance(result.reserved, 'signed', 'wallet', now, signature)
    const [written] = await Promise.all([
      write(stored, signed),
      db.acquaintances.put(getToKnow(known, payment, now)),
    ])
    return { signed: written }
  })
}

/** What has come about meanwhile is shown to the user with the rest. */
async function explain(payment: Payment, reasons: Reason[]): Promise<void> {
  const news = reasons.filter(({ code }) => !payment.reasons.some((old) => old.code === code))
  if (payment.state !== 'awaiting' || news.length === 0) return
  await db.payments.put({ ...payment, reasons: [...payment.reasons, ...news] })
}

/** What is signed has to be what is on record, where it is: nothing less was shown to the user. */
async function asOnRecord(payment: Payment): Promise<Payment> {
  const stored = await db.payments.get(payment.id)
  if (!stored && payment.state === 'offered') return payment
  if (!stored) throw new Problem('payment_not_found')
  if (displayedTerms(stored) !== displayedTerms(payment)) throw new Problem('terms_changed')
  return stored
}

/** What a decision depends on, and a reservation with it. */
export const RESERVING = [
  db.payments,
  db.totals,
  db.acquaintances,
  db.settings,
  db.siteRules,
  db.pairRules,
]

/** The user's standing orders for a payment, and what counts against them now. */
export async function standingOf(
  { site, payeeOrigin, terms }: Pick<Payment, 'site' | 'payeeOrigin' | 'terms'>,
  now = Date.now(),
): Promise<Standing> {
  const isOther = payeeOrigin !== site
  const [limits, ...rules] = await Promise.all([
    getLimits(),
    getSiteRule(site),
    isOther ? getPairRule(site, payeeOrigin) : undefined,
    isOther ? getSiteRule(payeeOrigin) : undefined,
  ])
  const [siteRule, pairRule, payeeRule] = rules.map((rule) => ruleFor(rule, terms.testnet))
  const wanted = budgetsFor(limits, { siteRule, pairRule }, now)
  const budgets = await statesOf(wanted, terms.testnet, site, payeeOrigin)
  return { limits, siteRule, pairRule, payeeRule, budgets }
}

/** The record and the totals that it counts in are always written together. */
async function write(before: Payment, after: Payment): Promise<Payment> {
  await db.payments.put(after)
  await applyTotals(before, after)
  return after
}

/** Whether the same purchase waits for the user, or is on its way. */
export async function isUnderWay({ thing, purchase }: Payment): Promise<boolean> {
  const same = await ofSameThing({ thing }, ['awaiting', 'signed', 'sent'])
  return same.some((other) => other.purchase === purchase)
}

/** Payments for the same thing that are not done with, whatever it cost. */
export function liveOfSameThing(payment: Pick<Payment, 'thing'>): Promise<Payment[]> {
  return ofSameThing(payment, LIVE)
}

/** Those in these states only: what was bought is history, however much of it there is. */
function ofSameThing({ thing }: Pick<Payment, 'thing'>, states: readonly PaymentState[]) {
  const keys = states.map((state) => [thing, state])
  return db.payments.where('[thing+state]').anyOf(keys).toArray()
}

/** Payments in any of the states, oldest first. */
export async function paymentsIn(...states: PaymentState[]): Promise<Payment[]> {
  const rows = await db.payments.where('state').anyOf(states).toArray()
  return rows.sort((a, b) => a.createdAt - b.createdAt)
}

/** Payments that the chain may have more to say about. */
export async function lookedFor(): Promise<Payment[]> {
  const [open, noted] = await Promise.all([
    paymentsIn('unknown', 'settled', 'undelivered'),
    db.payments.where('lookAt').above(0).toArray(),
  ])
  return [...open, ...noted.filter(({ state }) => state === 'confirmed')]
}

/**
 * Lets a payment wait for the user, unless too many wait already: counted and written in one
 * transaction. Gives whether it waits.
 */
export function letWait(payment: Payment): Promise<boolean> {
  return db.transaction('rw', db.payments, async () => {
    const { tabId } = payment.request
    const all = await db.payments.where('state').equals('awaiting').count()
    const ofTab = await db.payments
      .where('[request.tabId+state]')
      .equals([tabId, 'awaiting'])
      .count()
    if (all >= MAX_AWAITING || ofTab >= MAX_AWAITING_PER_TAB) return false
    await db.payments.put(advance(payment, 'awaiting', 'page', Date.now()))
    return true
  })
}

/** How many payments wait for the user in a tab. */
export function countAwaiting(tabId: number): Promise<number> {
  return db.payments.where('[request.tabId+state]').equals([tabId, 'awaiting']).count()
}

/** What one document asked for, in any of the states. */
export function paymentsOf(
  documentId: string,
  states: readonly PaymentState[],
): Promise<Payment[]> {
  const keys = states.map((state) => [documentId, state])
  return db.payments.where('[request.documentId+state]').anyOf(keys).toArray()
}

/** Whether this request of a document is known, whatever became of it. */
export async function isTicketKnown(documentId: string, ticket: string): Promise<boolean> {
  const index = '[request.documentId+request.ticket]'
  return (await db.payments.where(index).equals([documentId, ticket]).count()) > 0
}

/**
 * Gives an open payment to the request that waits for the same purchase now. Gives what it was
 * for before, or nothing when the payment is not open any more.
 */
export function reassign(id: string, request: PaidRequest): Promise<Payment | undefined> {
  return db.transaction('rw', db.payments, async () => {
    const payment = await mustGet(id)
    if (payment.state !== 'unknown' && payment.state !== 'undelivered') return undefined
    await db.payments.put({ ...payment, request, updatedAt: Date.now() })
    return payment
  })
}

/**
 * Deletes offers that nobody waits for any more; nothing was signed for them. One transaction, so
 * that none is deleted which was reserved meanwhile.
 */
export function forgetUnpaid(match: (payment: Payment) => boolean): Promise<Payment[]> {
  return db.transaction('rw', db.payments, async () => {
    const rows = (await paymentsIn('offered', 'awaiting')).filter(match)
    await db.payments.bulkDelete(rows.map(({ id }) => id))
    return rows
  })
}

async function mustGet(id: string): Promise<Payment> {
  const payment = await db.payments.get(id)
  if (!payment) throw new Problem('payment_not_found')
  return payment
}
