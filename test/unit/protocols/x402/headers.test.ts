import { describe, expect, it } from 'vitest'
import {
  headerValues,
  PAYMENT_REQUIRED_HEADERS,
  PAYMENT_RESPONSE_HEADERS,
} from '../../../../lib/protocols/x402/headers'

describe('headerValues', () => {
  const headers = [
    { name: 'Content-Type', value: 'text/html' },
    { name: 'PAYMENT-REQUIRED', value: 'one' },
    { name: 'Payment-Required', value: 'two' },
    { name: 'payment-required' },
    { name: 'X-Payment-Required', value: '' },
    { name: 'payment-required-not', value: 'three' },
  ]

  it('gives every value in order, whatever the case of the name, so that two of them show', () => {
    expect(headerValues(headers, PAYMENT_REQUIRED_HEADERS)).toEqual(['one', 'two', ''])
  })

  it.each([[undefined], [[]], [[{ name: 'payment-required' }]]])('gives none for %j', (none) => {
    expect(headerValues(none, PAYMENT_REQUIRED_HEADERS)).toEqual([])
  })

  it('reads receipts under the names of both versions', () => {
    const receipts = [
      { name: 'Payment-Response', value: 'v2' },
      { name: 'X-PAYMENT-RESPONSE', value: 'v1' },
    ]
    expect(headerValues(receipts, PAYMENT_RESPONSE_HEADERS)).toEqual(['v2', 'v1'])
  })
})
