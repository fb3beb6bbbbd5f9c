import { describe, expect, it } from 'vitest'
import { evidenceFile, evidenceOf } from '../../../lib/payment/evidence'
import type { Payment } from '../../../lib/payment/payment'
import { aPayment, someTerms } from './samples'

const raw = '{"scheme":"exact","amount":"10000"}'
const payment: Payment = aPayment({
  state: 'undelivered',
  terms: someTerms({ raw }),
  header: { name: 'PAYMENT-SIGNATURE', value: 'c2VjcmV0' },
  payloadHash: 'ab'.repeat(32),
  authorization: { payer: '0x1', nonce: '0x2', validAfter: 1, validBefore: 2 },
  receipt: { success: true, transaction: '0x3' },
  answer: { status: 500, at: 1_750_000_000_000, mimeType: 'text/html', headersHash: 'cd' },
  proof: { transaction: '0x4', blockNumber: 7n, payer: '0x1', payTo: '0x5', amount: 10_000n },
  disputes: [{ field: 'transaction', claimed: '0x3', found: '0x4' }],
})

describe('the evidence file', () => {
  it('has what was asked, paid, shown by the chain and answered', () => {
    expect(JSON.parse(evidenceFile(payment, 1_750_000_001_000))).toMatchObject({
      format: 'tuppence-evidence',
      savedAt: '2025-06-15T15:06:41.000Z',
      request: { method: 'GET', url: 'https://news.example/article' },
      asked: { accepted: { scheme: 'exact', amount: '10000' }, amount: '10000' },
      payloadSha256: 'ab'.repeat(32),
      receipt: { transaction: '0x3' },
      transaction: { transaction: '0x4', blockNumber: '7', amount: '10000' },
      disputes: [{ field: 'transaction', claimed: '0x3', found: '0x4' }],
      answer: { status: 500, at: '2025-06-15T15:06:40.000Z', headersHash: 'cd' },
      state: 'undelivered',
      trail: [{ state: 'undelivered', at: '2025-06-15T15:06:40.000Z' }],
    })
  })

  it('has no signature in it', () => {
    expect(evidenceFile(payment, 0)).not.toContain('c2VjcmV0')
  })

  it('keeps the terms of a server as text where they are no JSON', () => {
    const odd = { ...payment, terms: someTerms({ raw: 'not json' }) }
    expect(evidenceOf(odd, 0)).toMatchObject({ asked: { accepted: 'not json' } })
  })
})
