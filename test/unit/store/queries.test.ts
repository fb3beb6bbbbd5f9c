import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, it } from 'vitest'
import { startOfDay, startOfMonth } from '../../../lib/payment/budget'
import type { PaymentState } from '../../../lib/payment/lifecycle'
import { db } from '../../../lib/store/db'
import {
  history,
  recentPayments,
  siteRules,
  totals,
  totalsElsewhere,
} from '../../../lib/store/queries'
import { setSiteRule } from '../../../lib/store/settings'
import { aPayment, euroTerms, someTerms } from '../payment/samples'
import { freshStore, spentToday } from './fresh-store'
import { record } from './ledger-steps'

const now = new Date(2026, 10, 21, 12).getTime()
let count = 0

beforeEach(freshStore)

async function money(state: PaymentState, microUsd: bigint, spentAt: number, testnet = true) {
  const terms = someTerms({ amount: microUsd, testnet })
  await record(aPayment({ id: `p${count++}`, state, spentAt, terms }))
}

describe('totals', () => {
  it('are nothing at first', async () => {
    expect(await totals(true, now)).toEqual({ today: 0n, month: 0n, outstandingToday: 0n })
  })

  it('are by the calendar of the user, to the millisecond', async () => {
    await money('confirmed', 1n, now)
    await money('confirmed', 20n, startOfDay(now))
    await money('confirmed', 300n, startOfDay(now) - 1)
    await money('confirmed', 4_000n, startOfMonth(now))
    await money('confirmed', 50_000n, startOfMonth(now) - 1)
    expect(await totals(true, now)).toEqual({ today: 21n, month: 4_321n, outstandingToday: 0n })
  })

  it('on the first of the month have the day and nothing before', async () => {
    const first = startOfMonth(now)
    await money('settled', 7n, first)
    await money('settled', 90n, first - 1)
    expect(await totals(true, first + 1)).toMatchObject({ today: 7n, month: 7n })
  })

  it.each<[PaymentState, bigint, bigint]>([
    ['reserved', 5n, 5n],
    ['signed', 5n, 5n],
    ['sent', 5n, 5n],
    ['unknown', 5n, 5n],
    ['settled', 5n, 0n],
    ['undelivered', 5n, 0n],
    ['confirmed', 5n, 0n],
    ['released', 0n, 0n],
    ['expired', 0n, 0n],
  ])('count what is %s: %d, of which %d is out', async (state, counted, outstandingToday) => {
    await money(state, 5n, now)
    expect(await totals(true, now)).toEqual({ today: counted, month: counted, outstandingToday })
    expect(await spentToday(true, now)).toBe(counted)
  })

  it('keep test money and real money apart', async () => {
    await money('sent', 3n, now, true)
    await money('sent', 70n, now, false)
    expect(await totals(true, now)).toEqual({ today: 3n, month: 3n, outstandingToday: 3n })
    expect(await totals(false, now)).toEqual({ today: 70n, month: 70n, outstandingToday: 70n })
  })

  it('leave out what was never reserved', async () => {
    await db.payments.add(aPayment({ state: 'awaiting', createdAt: now }))
    expect((await totals(true, now)).today).toBe(0n)
  })
})

describe('totals in other currencies', () => {
  it('stand beside the dollars, by the same calendar', async () => {
    const euros = (id: string, amount: bigint, spentAt: number) =>
      aPayment({ id, state: 'confirmed', spentAt, terms: euroTerms({ amount }) })
    await db.payments.bulkAdd([
      euros('today', 1n, now),
      euros('this month', 20n, startOfMonth(now)),
      euros('before', 300n, startOfMonth(now) - 1),
    ])
    await money('confirmed', 7n, now)
    expect(await totalsElsewhere(true, now)).toEqual({
      today: [{ currency: 'EUR', micro: 1n }],
      month: [{ currency: 'EUR', micro: 21n }],
    })
    expect(await totalsElsewhere(false, now)).toEqual({ today: [], month: [] })
    expect(await totals(true, now)).toMatchObject({ today: 7n, month: 7n })
  })
})

describe('the history', () => {
  it('has what was signed, newest first, as many as asked', async () => {
    const states: PaymentState[] = [
      'confirmed',
      'declined',
      'sent',
      'reserved',
      'expired',
      'released',
      'awaiting',
      'unknown',
    ]
    await db.payments.bulkAdd(
      states.map((state, index) => aPayment({ id: state, state, createdAt: now + index })),
    )
    const signed = ['unknown', 'expired', 'sent', 'confirmed']
    expect((await history(100)).map(({ id }) => id)).toEqual(signed)
    expect((await history(2)).map(({ id }) => id)).toEqual(signed.slice(0, 2))
  })
})

describe('what the popup shows', () => {
  const day = 86_400_000
  const shown = async () => (await recentPayments(now, now - day)).map(({ id }) => id)

  it('is all that waits or is under way, however old, and what changed since, oldest first', async () => {
    const rows: [string, PaymentState, number, number][] = [
      ['new and confirmed', 'confirmed', now + 1, now + 1],
      ['of today and confirmed just now', 'confirmed', now - 1, now],
      ['of today and confirmed before', 'confirmed', now - 1, now - 1],
      ['old and looked at just now', 'unknown', now - 2 * day, now],
      ['old and waiting', 'awaiting', now - 3 * day, now - 3 * day],
      ['old and reserved', 'reserved', now - 3 * day + 1, now - 3 * day],
      ['old and sent', 'sent', now - 3 * day + 2, now],
      ['old and signed', 'signed', now - 3 * day + 3, now - 3 * day],
    ]
    await db.payments.bulkAdd(
      rows.map(([id, state, createdAt, updatedAt]) =>
        aPayment({ id, state, createdAt, updatedAt }),
      ),
    )
    expect(await shown()).toEqual([
      'old and waiting',
      'old and reserved',
      'old and sent',
      'old and signed',
      'of today and confirmed just now',
      'new and confirmed',
    ])
  })

  it('is found by a few rows, however much was paid today', async () => {
    const rows = Array.from({ length: 2_000 }, (_, index) => {
      const at = now - 100 - index
      return aPayment({ id: `p${index}`, state: 'confirmed', createdAt: at, updatedAt: at })
    })
    await db.payments.bulkAdd([...rows, aPayment({ id: 'waits', state: 'awaiting' })])
    let read = 0
    const count = <T>(row: T): T => {
      read++
      return row
    }
    db.payments.hook('reading', count)
    expect(await shown()).toEqual(['waits'])
    db.payments.hook('reading').unsubscribe(count)
    expect(read).toBe(1)
  })
})

describe('site rules', () => {
  it('are listed by site', async () => {
    await setSiteRule('https://b.example', { mode: 'never' })
    await setSiteRule('https://a.example', { mode: 'auto', perPayment: 5n })
    expect(await siteRules()).toEqual([
      { site: 'https://a.example', mode: 'auto', perPayment: 5n },
      { site: 'https://b.example', mode: 'never' },
    ])
  })
})
