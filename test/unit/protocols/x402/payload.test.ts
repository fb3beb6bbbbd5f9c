import { decodePaymentSignatureHeader } from '@x402/core/http'
import {
  PaymentPayloadV1Schema,
  PaymentPayloadV2Schema,
  parsePaymentPayload,
} from '@x402/core/schemas'
import { describe, expect, it } from 'vitest'
import { encodeHeaderJson } from '../../../../lib/protocols/x402/codec'
import { decodeOfferBody, decodeOfferHeader } from '../../../../lib/protocols/x402/offer'
import { encodePaymentHeader } from '../../../../lib/protocols/x402/payload'
import {
  payload,
  paymentHeaderV1,
  paymentRequiredHeaderV2,
  paymentRequiredV1,
  paymentRequiredV2,
  paymentSignatureHeaderV2,
} from './spec-vectors'

function payV2(terms: unknown) {
  const offer = decodeOfferHeader(encodeHeaderJson(terms))
  const header = encodePaymentHeader(offer, offer.accepts[0]!, payload)
  return { header, decoded: decodePaymentSignatureHeader(header.value) }
}

describe('the payment header of v2', () => {
  it('is, byte for byte, the one in the HTTP transport', () => {
    const offer = decodeOfferHeader(paymentRequiredHeaderV2)
    expect(encodePaymentHeader(offer, offer.accepts[0]!, payload)).toEqual({
      name: 'PAYMENT-SIGNATURE',
      value: paymentSignatureHeaderV2,
    })
  })

  it('passes the official decoder and schema', () => {
    const { decoded } = payV2(paymentRequiredV2)
    expect(PaymentPayloadV2Schema.safeParse(decoded).error).toBeUndefined()
    expect(parsePaymentPayload(decoded).success).toBe(true)
  })

  it('echoes what was accepted as sent, also what we do not know or have shortened', () => {
    const resource = {
      url: 'https://a.example/ä?b=1&c=[]',
      description: 'long '.repeat(300),
      iconUrl: 'https://a.example/icon.png',
      tags: ['news', '⚓'],
    }
    const accepted = {
      ...paymentRequiredV2.accepts[0],
      maxTimeoutSeconds: 31_536_000.5,
      extra: {
        name: 'USDC',
        version: '2',
        nested: { list: [1, 2.5, null, false] },
        '': 'empty key',
      },
      unknown: { __proto: 'x', text: '“quotes” \\ \u2028' },
    }
    const { decoded } = payV2({ ...paymentRequiredV2, resource, accepts: [accepted] })
    expect(decoded.accepted).toEqual(accepted)
    expect(decoded.resource).toEqual(resource)
    expect(decoded.payload).toEqual(payload)
  })

  it('echoes an own key named __proto__ without letting it become one', () => {
    const entry = JSON.parse(
      JSON.stringify(paymentRequiredV2.accepts[0]).replace(
        '"scheme"',
        '"__proto__":{"a":1},"scheme"',
      ),
    )
    const { decoded } = payV2({ ...paymentRequiredV2, accepts: [entry] })
    expect(JSON.stringify(decoded.accepted)).toBe(JSON.stringify(entry))
  })

  it('fits into the 16 KB of headers that Node takes, and into one line', () => {
    const { header } = payV2(paymentRequiredV2)
    expect(header.value.length).toBeLessThan(4096)
    expect(header.value).toMatch(/^[A-Za-z0-9+/]+={0,2}$/)
  })
})

describe('the payment header of v1', () => {
  const offer = decodeOfferBody(JSON.stringify(paymentRequiredV1))!
  const header = encodePaymentHeader(offer, offer.accepts[0]!, payload)

  it('is, byte for byte, the one in the HTTP transport', () => {
    expect(header).toEqual({ name: 'X-PAYMENT', value: paymentHeaderV1 })
  })

  it('passes the official schema and names the network as v1 does', () => {
    const decoded = decodePaymentSignatureHeader(header.value)
    expect(PaymentPayloadV1Schema.safeParse(decoded).error).toBeUndefined()
    expect(decoded).toEqual({ x402Version: 1, scheme: 'exact', network: 'base-sepolia', payload })
  })
})
