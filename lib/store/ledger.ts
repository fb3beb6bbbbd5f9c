import { spent, startOfDay } from '../payment/budget'
import type { PaymentState } from '../payment/lifecycle'
import { advance, type Payment } from '../payment/payment'
import { limitReasons, type Reason } from '../payment/policy'
import { Problem } from '../problem'
import { db } from './db'
import { getLimits, getSiteRule } from './settings'

/** Waiting payments are capped: past this a page keeps its own 402. */
const MAX_AWAITING_PER_TAB = 25
const MAX_AWAITING = 250

type Change = Parameters<typeof advance>[3]

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
export function move(id: string, to: PaymentState, change: Change = {}): Promise<Payment> {
  return db.transaction('rw', db.payments, async () => {
    const moved = advance(await mustGet(id), to, Date.now(), change)
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
    const reserved = advance(payment, 'reserved', now, { approvedBy, spentAt: now, reasons: [] })
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
function mayStillPay({ state, authorization }: Payment, now: number): boolean {
  if (state === 'undelivered') return false
  return state !== 'unknown' || (authorization?.validBefore ?? 0) * 1000 > now
}

/** Payments in any of the states, oldest first. */
export async function paymentsIn(...states: PaymentState[]): Promise<Payment[]> {
  const rows = await db.payments.where('state').anyOf(states).toArray()
  return rows.sort((a, b) => a.createdAt - b.createdAt)
}

/** Whether one more payment may wait for the user. */
export async function mayAwait(tabId: number): Promise<boolean> {
  const awaiting = await db.payments.where('state').equals('awaiting').toArray()
  const ofTab = awaiting.filter((payment) => payment.request.tabId === tabId)
  return awaiting.length < MAX_AWAITING && ofTab.length < MAX_AWAITING_PER_TAB
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
