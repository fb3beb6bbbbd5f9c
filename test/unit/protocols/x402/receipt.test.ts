import { encodePaymentResponseHeader } from '@x402/core/http'
import { describe, expect, it } from 'vitest'
import { encodeHeaderJson } from '../../../../lib/protocols/x402/codec'
import { decodeReceipt } from '../../../../lib/protocols/x402/receipt'
import {
  failedResponseHeaderV2,
  paymentResponseHeaderV1,
  paymentResponseHeaderV2,
} from './spec-vectors'

const transaction = '0x1234567890abcdef1234567890abcdef1234567890abcdef1234567890abcdef'
const payer = '0x857b06519E91e3A54538791bDbb0E22373e36b66'

describe('a receipt', () => {
  it.each([
    ['v2', paymentResponseHeaderV2, 'eip155:84532'],
    ['v1', paymentResponseHeaderV1, 'base-sepolia'],
  ])('is read as in the HTTP transport of %s', (_version, header, network) => {
    expect(decodeReceipt(header)).toEqual({ success: true, transaction, network, payer })
  })

  it('of a failure names the reason, and no transaction where the specification has an empty one', () => {
    expect(decodeReceipt(failedResponseHeaderV2)).toEqual({
      success: false,
      errorReason: 'insufficient_funds',
      network: 'eip155:84532',
      payer,
    })
  })

  it('is read as the official server writes it', () => {
    const settled = { success: true, transaction, network: 'eip155:8453', payer } as const
    expect(decodeReceipt(encodePaymentResponseHeader(settled))).toEqual(settled)
  })

  it.each([
    ['no more than success', { success: true }, { success: true }],
    [
      'null where there is nothing',
      { success: true, payer: null, errorReason: null },
      { success: true },
    ],
    ['fields that we do not know', { success: false, extensions: { a: 1 } }, { success: false }],
    [
      'a reason as long as a page',
      { success: false, errorReason: 'r'.repeat(5000) },
      { success: false, errorReason: 'r'.repeat(200) },
    ],
  ])('may hold %s', (_what, sent, read) => {
    expect(decodeReceipt(encodeHeaderJson(sent))).toEqual(read)
  })

  it.each([
    ['not base64', '%%%'],
    ['empty', ''],
    ['not JSON', Buffer.from('paid').toString('base64')],
    ['an array', encodeHeaderJson([{ success: true }])],
    ['null', encodeHeaderJson(null)],
    ['without success', encodeHeaderJson({ transaction })],
    ['success in words', encodeHeaderJson({ success: 'true' })],
    ['a transaction that is a number', encodeHeaderJson({ success: true, transaction: 1 })],
    [
      'a transaction that is a novel',
      encodeHeaderJson({ success: true, transaction: 'x'.repeat(129) }),
    ],
    ['larger than any header', 'e30='.repeat(20_000)],
  ])('is nothing when it is %s', (_what, header) => {
    expect(decodeReceipt(header)).toBeUndefined()
  })
})
