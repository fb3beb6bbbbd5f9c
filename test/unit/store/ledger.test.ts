import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, it } from 'vitest'
import type { PaymentState } from '../../../lib/payment/lifecycle'
import { LifecycleError } from '../../../lib/payment/payment'
import { db } from '../../../lib/store/db'
import {
  annotate,
  forgetUnpaid,
  getPayment,
  letWait,
  move,
  paymentsIn,
} from '../../../lib/store/ledger'
import { aPayment } from '../payment/samples'
import { freshStore } from './fresh-store'
import { record, reserve } from './ledger-steps'

beforeEach(freshStore)

const STATES: PaymentState[] = [
  'offered',
  'awaiting',
  'declined',
  'reserved',
  'released',
  'signed',
  'sent',
  'unknown',
  'settled',
  'undelivered',
  'confirmed',
  'expired',
]

async function oneOfEach(): Promise<void> {
  const at = 1_750_000_000_000
  await db.payments.bulkAdd(
    STATES.map((state, index) => aPayment({ id: state, state, createdAt: at - index })),
  )
}

describe('a record', () => {
  it('keeps amounts as they are, beyond what a double holds', async () => {
    const payment = aPayment()
    const amount = 2n ** 200n + 1n
    await record({ ...payment, terms: { ...payment.terms, amount, microUsd: amount } })
    expect((await getPayment(payment.id))?.terms).toMatchObject({ amount, microUsd: amount })
  })

  it('is never written over by another of the same id', async () => {
    await record(aPayment({ state: 'sent' }))
    await expect(record(aPayment())).rejects.toThrow()
    expect((await getPayment('payment-1'))?.state).toBe('sent')
  })

  it('is nothing where there is none', async () => {
    expect(await getPayment('nobody')).toBeUndefined()
  })
})

describe('a move', () => {
  it('is stored with its facts before it is answered', async () => {
    await record(aPayment({ state: 'reserved' }))
    const header = { name: 'X-PAYMENT', value: 'c2lnbmVk' } as const
    const moved = await move('payment-1', 'signed', 'wallet', { header })
    expect(moved).toMatchObject({ state: 'signed', header })
    expect(await getPayment('payment-1')).toEqual(moved)
  })

  it('that does not exist changes nothing', async () => {
    await record(aPayment())
    await expect(move('payment-1', 'signed', 'wallet')).rejects.toBeInstanceOf(LifecycleError)
    expect(await getPayment('payment-1')).toEqual(aPayment())
  })

  it('of nothing is an error', async () => {
    await expect(move('nobody', 'sent', 'page')).rejects.toMatchObject({
      code: 'payment_not_found',
    })
  })
})

describe('a note', () => {
  it('leaves state and trail alone', async () => {
    await record(aPayment({ state: 'settled' }))
    await annotate('payment-1', { title: 'The Last Keeper' })
    const { state, trail, title } = (await getPayment('payment-1'))!
    expect({ state, trail, title }).toEqual({
      state: 'settled',
      trail: aPayment({ state: 'settled' }).trail,
      title: 'The Last Keeper',
    })
  })

  it('of nothing makes no record', async () => {
    await annotate('nobody', { title: 'x' })
    expect(await db.payments.count()).toBe(0)
  })
})

describe('paymentsIn', () => {
  it('gives those in any of the states, oldest first', async () => {
    await oneOfEach()
    const found = await paymentsIn('offered', 'unknown', 'settled')
    expect(found.map(({ id }) => id)).toEqual(['settled', 'unknown', 'offered'])
    expect(await paymentsIn()).toEqual([])
  })
})

describe('how many may wait for the user', () => {
  const aPaymentIn = (tabId: number) =>
    aPayment({ id: 'one more', state: 'offered', request: { ...aPayment().request, tabId } })

  async function waiting(
    count: number,
    tabOf: (index: number) => number,
    state = 'awaiting' as PaymentState,
  ) {
    const { request } = aPayment()
    await db.payments.bulkAdd(
      Array.from({ length: count }, (_, index) =>
        aPayment({ id: `${index}`, state, request: { ...request, tabId: tabOf(index) } }),
      ),
    )
  }

  it.each([
    ['none', 0, true],
    ['99', 99, true],
    ['100', 100, false],
    ['10,000', 10_000, false],
  ])('in one tab: beside %s', async (_what, count, may) => {
    await waiting(count, () => 1)
    expect(await letWait(aPaymentIn(1))).toBe(may)
  })

  it.each([
    [499, true],
    [500, false],
  ])('in all tabs: beside %i', async (count, may) => {
    await waiting(count, (index) => 100 + Math.floor(index / 10))
    expect(await letWait(aPaymentIn(1))).toBe(may)
  })

  it('is counted and written at once: of 150 together, 100 wait', async () => {
    const together = Array.from({ length: 150 }, (_, index) =>
      letWait({ ...aPaymentIn(1), id: `${index}` }),
    )
    expect((await Promise.all(together)).filter(Boolean)).toHaveLength(100)
    expect(await db.payments.where('state').equals('awaiting').count()).toBe(100)
  })

  it('does not depend on the flood in another tab', async () => {
    await waiting(100, () => 1)
    expect(await letWait(aPaymentIn(2))).toBe(true)
  })

  it('does not depend on what waits no more', async () => {
    await waiting(300, () => 1, 'declined')
    expect(await letWait(aPaymentIn(1))).toBe(true)
  })
})

describe('forgetUnpaid', () => {
  it('deletes what only waits, and nothing else, whatever it is asked to match', async () => {
    await oneOfEach()
    const forgotten = await forgetUnpaid(() => true)
    expect(forgotten.map(({ id }) => id).sort()).toEqual(['awaiting', 'offered'])
    const left = (await db.payments.toArray()).map(({ id }) => id)
    expect(left.sort()).toEqual(
      STATES.filter((state) => !forgotten.some(({ id }) => id === state)).sort(),
    )
  })

  it('deletes only what matches', async () => {
    await record(aPayment({ id: 'mine', state: 'awaiting' }))
    await record(aPayment({ id: 'other', state: 'awaiting' }))
    expect(await forgetUnpaid(({ id }) => id === 'mine')).toHaveLength(1)
    expect(await getPayment('other')).toBeDefined()
  })

  it.each(['reserved first', 'forgotten first'])(
    'never deletes what is reserved at the same moment: %s',
    async (order) => {
      await record(aPayment({ state: 'awaiting' }))
      const forget = () => forgetUnpaid(() => true)
      const forgetting = order === 'forgotten first' ? forget() : undefined
      const reserving = reserve('payment-1', 'user').then(
        () => true,
        () => false,
      )
      await (forgetting ?? forget())
      // Either the one or the other: money that is reserved stays on record.
      const state = (await reserving) ? 'signed' : undefined
      expect((await getPayment('payment-1'))?.state).toBe(state)
    },
  )
})
