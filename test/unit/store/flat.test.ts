import 'fake-indexeddb/auto'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Payment } from '../../../lib/payment/payment'
import { boughtBefore, boughtSince, paidSince } from '../../../lib/store/bought'
import { db } from '../../../lib/store/db'
import { factsFor, standingOf } from '../../../lib/store/facts'
import { isTicketKnown, isUnderWay, paymentsOf } from '../../../lib/store/ledger'
import { setLimits } from '../../../lib/store/settings'
import { rebuildTotals } from '../../../lib/store/totals'
import { aPayment, someTerms } from '../payment/samples'
import { freshStore } from './fresh-store'
import { record, reserve } from './ledger-steps'

const PAYMENTS = 20_000
const SECOND = 1_000
const DAY = 24 * 60 * 60 * SECOND
const now = Date.now()
const midnight = new Date(now).setHours(0, 0, 0, 0)
const purchase = 'a metered call'
const terms = someTerms({ amount: 1n })
const { request } = aPayment()

let read = 0
const count = <T>(row: T): T => {
  read++
  return row
}

/** A service that one document has called all day long, once every four seconds. */
beforeAll(async () => {
  await freshStore()
  await setLimits({ autoApprove: true, perPayment: 1n, perDay: 10n ** 6n, perSiteDay: 10n ** 6n })
  const rows = Array.from({ length: PAYMENTS }, (_, index) => {
    const spentAt = now - index * 4 * SECOND
    const ticket = `t${index}`
    const made = { state: 'confirmed', spentAt, request: { ...request, ticket } } as const
    return aPayment({ id: `p${index}`, purchase, terms, ...made })
  })
  await db.payments.bulkAdd(rows)
  await rebuildTotals()
  for (const table of [db.payments, db.totals]) table.hook('reading', count)
}, 120_000)
afterEach(() => db.payments.delete('next'))

/** Everything that a decision on one more call asks the store. */
async function decide(next: Payment): Promise<void> {
  await isTicketKnown(request.documentId, 'next')
  await paymentsOf(request.documentId, ['awaiting', 'reserved', 'signed', 'sent'])
  await isUnderWay(next)
  await paidSince(next, now - 10 * SECOND)
  await factsFor(next, Date.now())
  await record(next)
  await reserve(next.id, 'limits')
}

describe(`one more call after ${PAYMENTS} for the same thing`, () => {
  it('is decided on by a few rows', async () => {
    read = 0
    await decide(aPayment({ id: 'next', purchase, terms }))
    expect((await db.payments.get('next'))?.state).toBe('signed')
    expect(read).toBeGreaterThan(0)
    // Totals of a day: 95 quarters of an hour at the most, for all sites and for this one, twice.
    expect(read).toBeLessThan(500)
  })

  it('counts each of them once', async () => {
    const made = await db.payments.where('spentAt').aboveOrEqual(midnight).count()
    const { budgets } = await standingOf(aPayment({ terms }), now)
    expect(budgets.map(({ settled }) => settled)).toEqual([BigInt(made), BigInt(made)])
  })

  it('finds the latest of them by a few rows', async () => {
    read = 0
    expect((await boughtBefore(aPayment({ id: 'next', purchase })))?.id).toBe('p0')
    expect(read).toBeLessThan(10)
  })

  it('is told from the same thing bought by another document', async () => {
    const next = aPayment({ id: 'next', purchase })
    expect(await boughtSince(next, now - DAY)).toBe(false)
    const other = { ...request, documentId: 'another' }
    const bought = { state: 'settled', spentAt: now - 2 * SECOND, request: other } as const
    await record(aPayment({ id: 'other', purchase, ...bought }))
    expect(await boughtSince(next, now - DAY)).toBe(true)
    expect(await boughtSince(next, now - SECOND)).toBe(false)
  })

  it("is no document's own where there is no document yet", async () => {
    const held = { ...request, documentId: '' }
    const bought = { state: 'settled', spentAt: now - 2 * SECOND, request: held } as const
    await record(aPayment({ id: 'held', purchase: 'article', ...bought }))
    const again = aPayment({ id: 'next', purchase: 'article', request: held })
    expect(await boughtSince(again, now - DAY)).toBe(true)
  })
})
