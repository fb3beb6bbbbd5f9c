import { describe, expect, it } from 'vitest'
import { EMPTY_STATEMENT, withStatement } from '../../../lib/export/statement'
import type { Payment } from '../../../lib/payment/payment'
import { aPayment, euroTerms, someTerms } from '../payment/samples'

const noon = new Date(2026, 10, 21, 12).getTime()
const midnight = new Date(2026, 10, 21).getTime()

function paid(site: string, amount: bigint, change: Partial<Payment> = {}): Payment {
  const terms = someTerms({ amount, testnet: false })
  return aPayment({ state: 'confirmed', payeeOrigin: site, spentAt: noon, terms, ...change })
}

const dollars = (micro: bigint) => ({ testnet: false, currency: 'USD', micro })

describe('a statement', () => {
  it('adds up by site and by day, in whatever pieces the payments come', () => {
    const payments = [
      paid('https://a.example', 10n),
      paid('https://b.example', 200n, { spentAt: midnight }),
      paid('https://a.example', 3_000n, { spentAt: midnight - 1 }),
    ]
    const whole = withStatement(EMPTY_STATEMENT, payments)
    expect(payments.reduce((sum, one) => withStatement(sum, [one]), EMPTY_STATEMENT)).toEqual(whole)
    expect(whole.count).toBe(3)
    expect(whole.sums).toEqual([dollars(3_210n)])
    expect([...whole.sites.values()]).toEqual([
      { key: 'https://a.example', count: 2, sums: [dollars(3_010n)] },
      { key: 'https://b.example', count: 1, sums: [dollars(200n)] },
    ])
    expect([...whole.days.values()]).toEqual([
      { key: midnight, count: 2, sums: [dollars(210n)] },
      { key: new Date(2026, 10, 20).getTime(), count: 1, sums: [dollars(3_000n)] },
    ])
  })

  it('keeps real and test money and each currency apart', () => {
    const { sums } = withStatement(EMPTY_STATEMENT, [
      paid('https://a.example', 1n),
      paid('https://a.example', 0n, { terms: someTerms({ amount: 20n, testnet: true }) }),
      paid('https://a.example', 0n, { terms: euroTerms({ amount: 300n, testnet: false }) }),
    ])
    expect(sums).toEqual([
      dollars(1n),
      { testnet: false, currency: 'EUR', micro: 300n },
      { testnet: true, currency: 'USD', micro: 20n },
    ])
  })

  it('leaves out what cost nothing in the end', () => {
    const free = [
      paid('https://a.example', 1n, { state: 'expired' }),
      paid('https://a.example', 1n, { state: 'cancelled' }),
    ]
    expect(withStatement(EMPTY_STATEMENT, free)).toEqual(EMPTY_STATEMENT)
  })

  it('has what is on its way', () => {
    const open = [paid('https://a.example', 5n, { state: 'unknown' })]
    expect(withStatement(EMPTY_STATEMENT, open).sums).toEqual([dollars(5n)])
  })
})
