import { describe, expect, it } from 'vitest'
import { displayedTerms } from '../../../lib/payment/displayed'
import type { Payment } from '../../../lib/payment/payment'
import type { ChosenTerms } from '../../../lib/payment/terms'
import { aPayment, euroTerms, someTerms } from './samples'

const digest = displayedTerms(aPayment())
const terms = (change: Partial<ChosenTerms>): Partial<Payment> => ({
  terms: someTerms({ microUsd: 10_000n, ...change }),
})

describe('the digest of what is displayed', () => {
  it('is the same for the same payment, whatever order its fields come in', () => {
    const reversed = Object.fromEntries(Object.entries(aPayment()).reverse()) as unknown as Payment
    expect(displayedTerms(reversed)).toBe(digest)
  })

  it.each<[string, Partial<Payment>]>([
    ['payment', { id: 'payment-2' }],
    ['site', { site: 'https://news.example.evil' }],
    ['frame that asks', { asker: 'https://ads.example' }],
    ['payee', { payeeOrigin: 'https://cdn.example' }],
    ['amount', terms({ amount: 10_001n })],
    ['value in dollars', terms({ microUsd: 10_001n })],
    ['currency', terms({ currency: 'EUR' })],
    ['name of the token', terms({ symbol: 'EURC' })],
    ['decimals', terms({ decimals: 18 })],
    ['token', terms({ asset: `0x${'1'.repeat(40)}` })],
    ['payee address', terms({ payTo: `0x${'1'.repeat(40)}` })],
    ['network', terms({ networkId: 'eip155:8453' })],
    ['validity', terms({ maxTimeoutSeconds: 300 })],
  ])('changes with the %s', (_what, change) => {
    expect(displayedTerms(aPayment(change))).not.toBe(digest)
  })

  it('covers a price that has no value in dollars', () => {
    const euros = (amount: bigint) => displayedTerms(aPayment({ terms: euroTerms({ amount }) }))
    expect(euros(5n)).toBe(euros(5n))
    expect(euros(5n)).not.toBe(euros(6n))
  })

  it('cannot be imitated by moving text from one field to the next', () => {
    const a = displayedTerms(aPayment({ site: 'https://a.example","https://b.example' }))
    const b = displayedTerms(
      aPayment({ site: 'https://a.example', payeeOrigin: 'https://b.example' }),
    )
    expect(a).not.toBe(b)
  })
})
