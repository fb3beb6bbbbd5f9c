import { describe, expect, it } from 'vitest'
import {
  type Acquaintance,
  acquaintanceKey,
  getToKnow,
  unfamiliar,
  usualPrice,
} from '../../../lib/payment/acquaintance'
import { aPayment, euroTerms, someTerms } from './samples'

const address = (digit: string) => `0x${digit.repeat(40)}`
const met = (amount: bigint, payTo = address('a')) =>
  aPayment({ terms: someTerms({ amount, payTo }) })

/** Known from payments of these amounts, in order. */
function known(...amounts: bigint[]): Acquaintance {
  let one: Acquaintance | undefined
  for (const amount of amounts) one = getToKnow(one, met(amount), 1)
  if (!one) throw new Error('Nothing paid')
  return one
}

describe('the usual price', () => {
  it.each<[bigint[], bigint | undefined]>([
    [[], undefined],
    [[7n], 7n],
    [[9n, 1n], 1n],
    [[9n, 1n, 5n], 5n],
    [[100n, 1n, 1n, 1n], 1n],
  ])('of [%s] is %s', (prices, usual) => {
    expect(usualPrice(prices)).toBe(usual)
  })

  it('is that of the latest twenty', () => {
    const one = known(...Array(30).fill(1n), ...Array(20).fill(50n))
    expect(one.prices).toHaveLength(20)
    expect(usualPrice(one.prices)).toBe(50n)
  })
})

describe('what is unlike everything before', () => {
  const asked = (microUsd: bigint, payTo = address('a')) => ({ microUsd, payTo })

  it('is the first payment', () => {
    expect(unfamiliar(undefined, asked(1n))).toEqual([{ code: 'first_payment' }])
  })

  it('is a price above three times the usual one, by one micro-dollar', () => {
    expect(unfamiliar(known(100n), asked(300n))).toEqual([])
    expect(unfamiliar(known(100n), asked(301n))).toEqual([{ code: 'price_unusual', usual: 100n }])
    expect(unfamiliar(known(100n), asked(1n))).toEqual([])
  })

  it('is a new address, whatever its letters', () => {
    expect(unfamiliar(known(100n), asked(100n, address('b')))).toEqual([{ code: 'pay_to_changed' }])
    expect(unfamiliar(known(100n), asked(100n, address('A')))).toEqual([])
  })

  it('is both', () => {
    const codes = unfamiliar(known(1n), asked(9n, address('b'))).map(({ code }) => code)
    expect(codes).toEqual(['pay_to_changed', 'price_unusual'])
  })

  it('is no price in another currency', () => {
    const euros = getToKnow(undefined, aPayment({ terms: euroTerms() }), 1)
    expect(euros.prices).toEqual([])
    expect(unfamiliar(euros, asked(10n ** 9n, euroTerms().payTo))).toEqual([])
  })
})

describe('an acquaintance', () => {
  it('is of real or of test money, of one site and one payee', () => {
    const payment = aPayment({ payeeOrigin: 'https://cdn.example' })
    expect(acquaintanceKey(payment)).toBe('test https://news.example https://cdn.example')
    const real = { ...payment, terms: someTerms({ testnet: false }) }
    expect(acquaintanceKey(real)).toBe('real https://news.example https://cdn.example')
  })

  it('remembers when it began, and the latest fifty addresses, each once', () => {
    let one = getToKnow(undefined, met(1n, address('a')), 5)
    for (let n = 0; n < 60; n++)
      one = getToKnow(one, met(1n, `0x${String(n).padStart(40, '0')}`), 9)
    one = getToKnow(one, met(1n, `0x${'59'.padStart(40, '0')}`), 10)
    expect(one.since).toBe(5)
    expect(one.payTos).toHaveLength(50)
    expect(one.payTos).not.toContain(address('a'))
    expect(one.payTos.at(-1)).toBe(`0x${'59'.padStart(40, '0')}`)
  })
})
