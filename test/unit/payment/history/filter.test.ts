import { describe, expect, it } from 'vitest'
import { type HistoryFilter, matches } from '../../../../lib/payment/history/filter'
import { searchTerms } from '../../../../lib/payment/history/search'
import type { PaymentState } from '../../../../lib/payment/lifecycle'
import { aPayment, euroTerms, someTerms } from '../samples'

const payment = aPayment({
  id: '3f2a6c1e-payment',
  state: 'confirmed',
  spentAt: 1_000,
  site: 'https://news.example',
  payeeOrigin: 'https://pay.example',
  title: 'Straße der Möwen',
  offer: { ...aPayment().offer, resource: { description: 'The Last Keeper, part 2' } },
  terms: someTerms({ amount: 50_000n }),
  authorization: { payer: '0xAbCdEf0123', nonce: '0x01', validAfter: 0, validBefore: 1 },
  transaction: `0x${'c0ffee'.repeat(10)}1234`,
})

const finds = (text: string) => matches(payment, { terms: searchTerms(text) })

describe('the search', () => {
  it.each([
    ['', 'nothing typed'],
    ['  ', 'spaces only'],
    ['news.example', 'the site'],
    ['PAY.EXAMPLE', 'who was paid, in capitals'],
    ['möwen', 'the title'],
    ['Mo\u0308wen', 'the title in other code points'],
    ['keeper last', 'words in any order'],
    ['part 2', 'a number in words'],
    ['0xabcdef', 'the payer'],
    ['c0ffeec0ff', 'a piece of the transaction'],
    [`0x${'c0ffee'.repeat(10)}1234`, 'the whole transaction'],
    ['3f2a6c1e', 'the id'],
    ['0.05', 'the amount'],
    ['$0.050', 'the amount with its sign'],
    ['0,05', 'the amount with a comma'],
    ['0,05 $', 'the amount with its sign behind it'],
    ['usdc', 'the token'],
    ['/article', 'the path'],
  ])('finds %j: %s', (text) => {
    expect(finds(text)).toBe(true)
  })

  it.each([
    ['0.5', 'another amount'],
    ['0.0500001', 'nearly the amount'],
    ['0,5', 'another amount with a comma'],
    ['keeper nobody', 'a word that is not there'],
    ['fee', 'a piece too short to mean anything in a hash'],
    ['1234', 'digits of a hash'],
  ])('does not find %j: %s', (text) => {
    expect(finds(text)).toBe(false)
  })
})

describe('the filter', () => {
  it.each<[string, HistoryFilter, boolean]>([
    ['nothing', {}, true],
    ['the site', { site: 'https://news.example' }, true],
    ['who was paid', { site: 'https://pay.example' }, true],
    ['another site', { site: 'https://example' }, false],
    ['its state', { states: ['settled', 'confirmed'] }, true],
    ['another state', { states: ['unknown'] }, false],
    ['its network', { networkId: 'eip155:84532' }, true],
    ['another network', { networkId: 'eip155:8453' }, false],
    ['its account, in any case', { payer: '0xABCDEF0123' }, true],
    ['another account', { payer: '0x00' }, false],
    ['from that moment', { since: 1_000 }, true],
    ['after it', { since: 1_001 }, false],
    ['until after it', { until: 1_001 }, true],
    ['until that moment', { until: 1_000 }, false],
    ['exactly its amount', { least: 50_000n, most: 50_000n }, true],
    ['a millionth more', { least: 50_001n }, false],
    ['a millionth less', { most: 49_999n }, false],
    ['test money', { testnet: true }, true],
    ['real money', { testnet: false }, false],
    ['all but one that fits', { site: 'https://news.example', testnet: false }, false],
  ])('by %s', (_name, filter, expected) => {
    expect(matches(payment, filter)).toBe(expected)
  })

  it('counts amounts in their own currency', () => {
    const euros = { ...payment, terms: euroTerms({ amount: 50_000n }) }
    expect(matches(euros, { least: 50_000n, most: 50_000n })).toBe(true)
  })

  it.each<[PaymentState, boolean]>([
    ['offered', false],
    ['awaiting', false],
    ['declined', false],
    ['reserved', false],
    ['released', false],
    ['signed', true],
    ['unknown', true],
    ['undelivered', true],
    ['expired', true],
    ['cancelled', true],
  ])('lets what is %s into the history: %s', (state, expected) => {
    expect(matches({ ...payment, state }, {})).toBe(expected)
  })
})
