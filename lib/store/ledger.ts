import { spent, startOfDay } from '../payment/budget'
import type { Cause, PaymentState } from '../payment/lifecycle'
import { advance, type Payment } from '../payment/payment'
import { limitReasons, type Reason } from '../payment/policy'
import type { PaidRequest } from '../payment/request'
import { Problem } from '../problem'
import { db } from './db'
import { getLimits, getSiteRule } from './settings'

/** Waiting payments are capped: past this a page keeps its own 402. */
const MAX_AWAITING_PER_TAB = 100
const MAX_AWAITING = 500

type Change = Parameters<typeof advance>[4]

/** Writes a new record. Nothing about money has happened yet. */
export async function record(payment: Payment): Promise<void> {
  await db.payments.add(payment)
}

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
  return db.transaction('rw', db.payments, async () => {
    const moved = advance(await mustGet(id), to, by, Date.now(), change)
    await db.payments.put(moved)
    return moved
  })
}

/** Notes facts that do not change the state: receipt details, a title. */
export async function annotate(id: string, change: Change): Promise<void> {
  await db.payments.update(id, { ...change, updatedAt: Date.now() })
}

export type Reservation = { reserved: Payment } | { reasons: Reason[] }

/**
 * Reserves the amount: checks every limit and writes the payment in one transaction, so that no
 * two payments can pass the same check. `user` may go over the limits, `limits` may not.
 */
export function reserve(id: string, approvedBy: 'user' | 'limits'): Promise<Reservation> {
  return db.transaction('rw', db.payments, db.settings, db.siteRules, async () => {
    const payment = await mustGet(id)
    const now = Date.now()
    if (approvedBy === 'limits') {
      const reasons = limitReasons({
        terms: payment.terms,
        limits: await getLimits(),
        siteRule: await getSiteRule(payment.site),
        spentToday: await spentToday(payment.terms.testnet, now),
      })
      if (reasons.length > 0) return { reasons }
    }
    const others = (await liveSignatures(payment.purchase)).filter((other) => other.id !== id)
    if (others.some((other) => approvedBy === 'limits' || mayStillPay(other, now))) {
      return { reasons: [{ code: 'already_signed' } as const] }
    }
    const reserved = advance(payment, 'reserved', approvedBy, now, {
      approvedBy,
      spentAt: now,
      reasons: [],
    })
    await db.payments.put(reserved)
    return { reserved }
  })
}

/** Micro-dollars spent or outstanding since midnight. */
export async function spentToday(testnet: boolean, now = Date.now()): Promise<bigint> {
  const today = await db.payments.where('spentAt').aboveOrEqual(startOfDay(now)).toArray()
  return spent(today, testnet)
}

/** Payments of the same purchase that are not done with: a second signature needs the user's word. */
export async function liveSignatures(purchase: string): Promise<Payment[]> {
  const same = await db.payments.where('purchase').equals(purchase).toArray()
  return same.filter((payment) => LIVE.has(payment.state))
}

const LIVE: ReadonlySet<PaymentState> = new Set([
  'reserved',
  'signed',
  'sent',
  'unknown',
  'undelivered',
])

/** Under way, or its signature can still be taken: then not even the user may sign a second one. */
function mayStillPay({ state, authorization, provenSpent }: Payment, now: number): boolean {
  if (state !== 'unknown' && state !== 'undelivered') return true
  if (provenSpent) return false
  return ((authorization?.validBefore ?? 0) + CLOCK_MARGIN_SECONDS) * 1000 > now
}

/** Our clock and the chain's may differ by ten minutes. */
const CLOCK_MARGIN_SECONDS = 600

/** Payments in any of the states, oldest first. */
export async function paymentsIn(...states: PaymentState[]): Promise<Payment[]> {
  const rows = await db.payments.where('state').anyOf(states).toArray()
  return rows.sort((a, b) => a.createdAt - b.createdAt)
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

/** What one document asked for, whatever became of it. */
export function paymentsOf(documentId: string): Promise<Payment[]> {
  return db.payments.where('request.documentId').equals(documentId).toArray()
}

/** Whether the same purchase was paid since then: a reload is no reason to pay again. */
export async function paidSince(purchase: string, since: number): Promise<boolean> {
  const same = await db.payments.where('purchase').equals(purchase).toArray()
  return same.some(({ state, spentAt = 0 }) => PAID.has(state) && spentAt >= since)
}

const PAID: ReadonlySet<PaymentState> = new Set(['settled', 'confirmed', 'undelivered'])

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
