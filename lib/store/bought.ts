import { countsAsSpent, type PaymentState } from '../payment/lifecycle'
import type { Payment } from '../payment/payment'
import type { Reason } from '../payment/policy'
import { isBoughtOnce, mayBeReopened } from '../payment/request'
import type { Meanwhile } from '../payment/reservation'
import { db } from './db'

/** What came of earlier payments for the same thing. Reads a few rows, however many there are. */

const PAID: readonly PaymentState[] = ['settled', 'confirmed', 'undelivered']

/** A document that was paid for this long ago is not paid for again without the user's word. */
const PAID_LATELY_MS = 24 * 60 * 60 * 1000
/** So many payments for one thing, of each state, are looked at where the latest are meant. */
const LATEST = 10
/** Pages that other sites open are paid for without a question at most so often. */
const OPENED_APART_MS = 60_000

/** What speaks against paying without a question, as it is now. */
export async function meanwhile(payment: Payment, now: number): Promise<Meanwhile> {
  const { request } = payment
  const latelySince = mayBeReopened(request) ? 0 : now - PAID_LATELY_MS
  const [paidBefore, openedAgain] = await Promise.all([
    isBoughtOnce(request) && boughtSince(payment, latelySince),
    openedSince(payment, now - OPENED_APART_MS),
  ])
  return { paidBefore, openedAgain }
}

/**
 * A page that steers a tab from one priced page to the next would spend what the user allows their
 * site: one page a minute it may lead to, as a link does.
 */
async function openedSince({ id, request }: Payment, since: number): Promise<Reason | undefined> {
  const { openedBy } = request
  if (!openedBy) return undefined
  const others = await db.payments
    .where('spentAt')
    .above(since)
    .filter(
      (other) =>
        other.id !== id &&
        other.request.openedBy !== undefined &&
        other.approvedBy === 'limits' &&
        countsAsSpent(other.state),
    )
    .count()
  return others > 0 ? { code: 'opened_again', opener: openedBy } : undefined
}

/**
 * Whether a payment for the same purchase has come through since then, of the latest few: it may have
 * been signed long before.
 */
export async function paidSince(payment: Payment, since: number): Promise<boolean> {
  const rows = await Promise.all(
    PAID.map((state) => paid(payment, state, 0).reverse().limit(LATEST).toArray()),
  )
  return rows.flat().some(({ purchase, trail }) => {
    const through = trail.find(({ state }) => PAID.includes(state))
    return purchase === payment.purchase && through !== undefined && through.at > since
  })
}

/** Whether the same thing was paid since then, at whatever price, by another document. */
export function boughtSince(payment: Payment, since: number): Promise<boolean> {
  // Counted at one moment: what is paid between two counts would hide another.
  return db.transaction('r', db.payments, async () => {
    const byOthers = await Promise.all(
      PAID.map(async (state) => {
        const [all, own] = await Promise.all([
          paid(payment, state, since).count(),
          // Where there is no document (yet), nothing was bought by it.
          payment.request.documentId ? paidByDocument(payment, state, since).count() : 0,
        ])
        return all > own
      }),
    )
    return byOthers.includes(true)
  })
}

/** The latest payment for the same thing, whatever it cost, if it was bought before. */
export async function boughtBefore(payment: Payment): Promise<Payment | undefined> {
  const rows = await Promise.all(
    PAID.map((state) => paid(payment, state, 0).reverse().limit(2).toArray()),
  )
  const others = rows.flat().filter(({ id }) => id !== payment.id)
  return others.sort((a, b) => (b.spentAt ?? 0) - (a.spentAt ?? 0))[0]
}

function paid({ thing }: Payment, state: PaymentState, since: number) {
  return between('[thing+state+spentAt]', [thing, state], since)
}

function paidByDocument({ thing, request }: Payment, state: PaymentState, since: number) {
  const key = [thing, request.documentId, state]
  return between('[thing+request.documentId+state+spentAt]', key, since)
}

function between(index: string, key: string[], since: number) {
  const end = [...key, Number.POSITIVE_INFINITY]
  return db.payments.where(index).between([...key, since], end, true, true)
}
