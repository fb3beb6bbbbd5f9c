import { describe, expect, it } from 'vitest'
import { inOrder, kindOf, neighbourOf, popupQueue } from '../../../components/payment/queue'
import type { PaymentState } from '../../../lib/payment/lifecycle'
import { samplePayment } from './payments'

const OPENED_AT = 1_000_000
const viewing = {
  tabId: 1,
  currentId: undefined,
  dismissed: new Set<string>(),
  openedAt: OPENED_AT,
}
const ids = (payments: { id: string }[]) => payments.map(({ id }) => id).join(' ')

describe('inOrder', () => {
  it('puts the payments of the tab first, then the oldest', () => {
    const payments = [
      samplePayment({ id: 'other', tabId: 2, createdAt: 1 }),
      samplePayment({ id: 'late', createdAt: 3 }),
      samplePayment({ id: 'early', createdAt: 2 }),
    ]
    expect(ids(inOrder(payments, 1))).toBe('early late other')
    expect(ids(inOrder(payments, undefined))).toBe('other early late')
  })

  it('does not depend on the order that the store gives', () => {
    const same = ['c', 'a', 'b'].map((id) => samplePayment({ id, createdAt: 5 }))
    expect(ids(inOrder(same, 1))).toBe('a b c')
  })
})

describe('popupQueue', () => {
  const first = samplePayment({ id: 'first', createdAt: 1 })
  const second = samplePayment({ id: 'second', createdAt: 2 })

  it('shows what waits, the oldest of the tab first', () => {
    const { shown, waiting } = popupQueue([second, first], viewing)
    expect(shown).toMatchObject({ kind: 'ask', payment: { id: 'first' } })
    expect(ids(waiting)).toBe('first second')
  })

  it('stays on the payment that is on the screen, whatever comes', () => {
    const { shown } = popupQueue([first, second], { ...viewing, currentId: 'second' })
    expect(shown?.payment.id).toBe('second')
  })

  it('stays on it while it is paid and once it is paid', () => {
    for (const state of ['reserved', 'sent', 'settled', 'confirmed'] as const) {
      const paid = samplePayment({ id: 'second', state, updatedAt: OPENED_AT })
      const { shown, waiting } = popupQueue([first, paid], { ...viewing, currentId: 'second' })
      expect(shown?.payment.id).toBe('second')
      expect(ids(waiting)).toBe('first')
    }
  })

  it('moves on when the payment on the screen is gone', () => {
    const { shown } = popupQueue([second], { ...viewing, currentId: 'first' })
    expect(shown?.payment.id).toBe('second')
  })

  it.each([
    ['just now in this tab', { updatedAt: OPENED_AT - 59_000 }, true],
    ['too long ago', { updatedAt: OPENED_AT - 61_000 }, false],
    ['in another tab', { updatedAt: OPENED_AT, tabId: 2 }, false],
  ])('shows what was paid %s: %o', (_, sample, isShown) => {
    const { shown } = popupQueue([samplePayment({ state: 'settled', ...sample })], viewing)
    expect(shown !== undefined).toBe(isShown)
  })

  it('does not take the confirmation of an old payment for news', () => {
    const trail = [
      { state: 'settled' as const, at: 5 },
      { state: 'confirmed' as const, at: OPENED_AT },
    ]
    const old = samplePayment({ state: 'confirmed', updatedAt: OPENED_AT, trail })
    expect(popupQueue([old], viewing).shown).toBeUndefined()
  })

  it('shows an open outcome again when its page asks again', () => {
    const trail = [{ state: 'unknown' as const, at: 5 }]
    const touched = samplePayment({ state: 'unknown', updatedAt: OPENED_AT, trail })
    expect(popupQueue([touched], viewing).shown?.kind).toBe('failed')
  })

  it('puts away what was dismissed, but never what still waits', () => {
    const dismissed = new Set(['a', 'first'])
    const paid = samplePayment({ id: 'a', state: 'settled', updatedAt: OPENED_AT })
    expect(popupQueue([paid], { ...viewing, dismissed }).shown).toBeUndefined()
    expect(popupQueue([first], { ...viewing, dismissed }).shown?.payment.id).toBe('first')
  })
})

describe('neighbourOf', () => {
  const waiting = ['a', 'b', 'c'].map((id) => samplePayment({ id }))

  it.each([
    ['a', 'b'],
    ['b', 'c'],
    ['c', 'b'],
  ])('after %s comes %s', (id, next) => {
    expect(neighbourOf(waiting, id)).toBe(next)
  })

  it('is nothing after the last one left', () => {
    expect(neighbourOf(waiting.slice(0, 1), 'a')).toBeUndefined()
  })
})

describe('kindOf', () => {
  const problem = { code: 'page_gone' as const }
  const kinds: [PaymentState, ReturnType<typeof kindOf>][] = [
    ['offered', undefined],
    ['awaiting', 'ask'],
    ['declined', undefined],
    ['reserved', 'paying'],
    ['released', 'failed'],
    ['signed', 'paying'],
    ['sent', 'paying'],
    ['unknown', 'failed'],
    ['settled', 'paid'],
    ['undelivered', 'failed'],
    ['confirmed', 'paid'],
    ['expired', 'failed'],
  ]
  it.each(kinds)('%s gets the card %s', (state, kind) => {
    expect(kindOf({ state, problem })).toBe(kind)
  })

  it('leaves out a refusal that the user asked for', () => {})
})
