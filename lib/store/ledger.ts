import type { Cause, PaymentState } from '../payment/lifecycle'
import { advance, type Payment } from '../payment/payment'
import type { PaidRequest } from '../payment/request'
import { LIVE } from '../payment/reservation'
import { Problem } from '../problem'
import { db } from './db'
import { applyTotals } from './totals'

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
    return writeStep(payment, advance(payment, to, by, Date.now(), change))
  })
}

/** Notes facts that do not change the state: receipt details, a title. */
export async function annotate(id: string, change: Change): Promise<void> {
  await db.payments.update(id, { ...change, updatedAt: Date.now() })
}

/** The record and the totals that it counts in are always written together. */
export async function writeStep(before: Payment, after: Payment): Promise<Payment> {
  await Promise.all([db.payments.put(after), applyTotals(before, after)])
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
    // Added, never put: what is on record by that id may have been signed.
    await db.payments.add(advance(payment, 'awaiting', 'page', Date.now()))
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
