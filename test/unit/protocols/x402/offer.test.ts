import { encodePaymentRequiredHeader } from '@x402/core/http'
import { describe, expect, it } from 'vitest'
import { encodeHeaderJson } from '../../../../lib/protocols/x402/codec'
import { decodeOfferBody, decodeOfferHeader } from '../../../../lib/protocols/x402/offer'
import { problemOf } from '../problem-of'
import { paymentRequiredHeaderV2, paymentRequiredV1, paymentRequiredV2 } from './spec-vectors'

const [entryV2] = paymentRequiredV2.accepts
const [entryV1] = paymentRequiredV1.accepts

const readV2 = (change: Record<string, unknown>) =>
  decodeOfferHeader(encodeHeaderJson({ ...paymentRequiredV2, ...change }))
const readV1 = (change: Record<string, unknown>) =>
  decodeOfferBody(JSON.stringify({ ...paymentRequiredV1, ...change }))
const readEntry = (change: Record<string, unknown>) =>
  readV2({ accepts: [{ ...entryV2, ...change }] }).accepts[0]

describe('an offer of v2', () => {
  const expected = {
    protocol: 'x402',
    version: 2,
    error: 'PAYMENT-SIGNATURE header is required',
    resource: { ...paymentRequiredV2.resource, raw: JSON.stringify(paymentRequiredV2.resource) },
    accepts: [{ ...entryV2, amount: 10_000n, raw: JSON.stringify(entryV2) }],
    unreadable: 0,
  }

  it('is read from the example in section 5.1.1', () => {
    expect(readV2({})).toEqual(expected)
  })

  it('is read from the very header in the HTTP transport', () => {
    expect(decodeOfferHeader(paymentRequiredHeaderV2)).toEqual(expected)
  })

  it('is read from what the official server writes', () => {
    const terms = structuredClone(paymentRequiredV2) as never
    expect(decodeOfferHeader(encodePaymentRequiredHeader(terms))).toEqual(expected)
  })

  it('is read from a body as well', () => {
    expect(decodeOfferBody(JSON.stringify(paymentRequiredV2))).toEqual(expected)
  })

  it('needs neither error, description, mimeType nor extra', () => {
    const { extra: _none, ...bare } = entryV2
    const offer = readV2({
      error: undefined,
      resource: { url: 'https://a.example/' },
      accepts: [bare],
    })
    expect(offer).not.toHaveProperty('error')
    expect(offer.resource).toEqual({
      url: 'https://a.example/',
      raw: '{"url":"https://a.example/"}',
    })
    expect(offer.accepts[0]?.extra).toEqual({})
  })

  it('keeps each entry as sent, with fields that we do not know, for the echo', () => {
    const sent = {
      ...entryV2,
      'x-unknown': { deep: [1, null, '€'] },
      extra: { ...entryV2.extra, a: 1 },
    }
    const read = readEntry(sent)
    expect(JSON.parse(read?.raw ?? '')).toEqual(sent)
    expect(read?.extra).toEqual(sent.extra)
  })

  it.each([
    ['no CAIP-2 network', { network: 'base' }],
    ['no asset', { asset: '' }],
    ['a payee as long as a page', { payTo: 'x'.repeat(129) }],
    ['a timeout of nothing', { maxTimeoutSeconds: 0 }],
    ['a timeout that rounds to nothing', { maxTimeoutSeconds: 0.5 }],
    ['a timeout before now', { maxTimeoutSeconds: -1 }],
    ['extra that is text', { extra: 'USDC' }],
    ['extra that is a list', { extra: ['USDC'] }],
  ])('has no entry with %s', (_what, change) => {
    expect(problemOf(() => readEntry(change))).toEqual({
      code: 'terms_malformed',
      details: { at: 'accepts' },
    })
  })

  it('reads a timeout of a year and of odd seconds, but leaves them as sent in the echo', () => {
    expect(readEntry({ maxTimeoutSeconds: 31_536_000 })?.maxTimeoutSeconds).toBe(31_536_000)
    const odd = readEntry({ maxTimeoutSeconds: 1.9 })
    expect(odd?.maxTimeoutSeconds).toBe(1)
    expect(odd?.raw).toContain('"maxTimeoutSeconds":1.9')
  })

  it.each([
    ['version 3', { x402Version: 3 }, 'terms_version_unsupported'],
    ['version 0', { x402Version: 0 }, 'terms_version_unsupported'],
    ['version 2.5', { x402Version: 2.5 }, 'terms_malformed'],
    ['version "2"', { x402Version: '2' }, 'terms_malformed'],
    ['no version', { x402Version: undefined }, 'terms_malformed'],
    ['no resource', { resource: undefined }, 'terms_malformed'],
    ['a resource that is text', { resource: 'https://a.example/' }, 'terms_malformed'],
    ['a resource whose url is none', { resource: { url: 'not a url' } }, 'terms_malformed'],
    ['an error that is an object', { error: {} }, 'terms_malformed'],
    ['no accepts', { accepts: undefined }, 'terms_malformed'],
    ['empty accepts', { accepts: [] }, 'terms_malformed'],
  ])('is refused whole with %s', (_what, change, code) => {
    expect(problemOf(() => readV2(change)).code).toBe(code)
  })

  it.each([[null], [[]], [402], ['x402'], [true]])('is no %j', (json) => {
    expect(problemOf(() => decodeOfferHeader(encodeHeaderJson(json)))).toEqual({
      code: 'terms_malformed',
      details: { at: 'envelope' },
    })
  })
})

describe('an offer of v1', () => {
  it('is read from the example in section 5.1.1', () => {
    expect(readV1({})).toEqual({
      protocol: 'x402',
      version: 1,
      error: 'X-PAYMENT header is required',
      resource: {
        url: 'https://api.example.com/premium-data',
        description: 'Access to premium market data',
        mimeType: 'application/json',
      },
      accepts: [
        {
          scheme: 'exact',
          network: 'base-sepolia',
          amount: 10_000n,
          asset: entryV1.asset,
          payTo: entryV1.payTo,
          maxTimeoutSeconds: 60,
          extra: { name: 'USDC', version: '2' },
          raw: JSON.stringify(entryV1),
        },
      ],
      unreadable: 0,
    })
  })

  it('is read from a header as well', () => {
    expect(decodeOfferHeader(encodeHeaderJson(paymentRequiredV1))).toEqual(readV1({}))
  })

  it('takes the resource from the first entry that can be read', () => {
    const accepts = [{ ...entryV1, maxAmountRequired: '-1', description: 'the bad one' }, entryV1]
    expect(readV1({ accepts })?.resource.description).toBe('Access to premium market data')
  })

  it('does not take the amount of v2, nor v2 that of v1', () => {
    expect(problemOf(() => readV1({ accepts: [entryV2] })).code).toBe('terms_malformed')
    expect(problemOf(() => readV2({ accepts: [entryV1] })).code).toBe('terms_malformed')
  })
})

describe('a body that is not x402', () => {
  it.each(['', 'null', '402', '[]', '{}', '{"error":"quota"}', '<h1>Subscribe</h1>', '{"error":'])(
    'is passed over: %j',
    (body) => {
      expect(decodeOfferBody(body)).toBeUndefined()
    },
  )

  it('is passed over when it is huge', () => {
    expect(decodeOfferBody(`{"a":"${'x'.repeat(300_000)}"}`)).toBeUndefined()
  })

  it.each([
    ['cut short', '{"x402Version":1,"accepts":[', 'terms_malformed'],
    ['huge', `{"x402Version":1,"error":"${'x'.repeat(300_000)}"}`, 'terms_too_large'],
    ['without terms', '{"x402Version":1}', 'terms_malformed'],
  ])('is not passed over when it claims to be, and is %s', (_what, body, code) => {
    expect(problemOf(() => decodeOfferBody(body)).code).toBe(code)
  })
})

describe('what the server says of itself', () => {
  it('is cut to what a person reads', () => {
    const long = 'w'.repeat(5000)
    const offer = readV2({
      error: long,
      resource: { url: 'https://a.example/', description: long, mimeType: long },
    })
    expect(offer.error).toHaveLength(300)
    expect(offer.resource.description).toHaveLength(500)
    expect(offer.resource.mimeType).toHaveLength(200)
  })

  it('is kept whole for the echo, unless it is too long to be sent back', () => {
    const resource = { url: 'https://a.example/', description: 'w'.repeat(1500), tags: ['a'] }
    expect(JSON.parse(readV2({ resource }).resource.raw ?? '')).toEqual(resource)
    const long = { ...resource, tags: ['w'.repeat(1000)] }
    expect(readV2({ resource: long }).resource).not.toHaveProperty('raw')
  })
})

describe('a length that no number can be made of', () => {
  const length = { valueOf: 1, toString: 1 }
  it('is that of no list', () => {
    for (const good of [paymentRequiredV1, paymentRequiredV2]) {
      const terms = encodeHeaderJson({ ...good, accepts: { length } })
      expect(problemOf(() => decodeOfferHeader(terms)).code).toBe('terms_malformed')
    }
  })

  it.each(['scheme', 'payTo', 'asset', 'network'])('is that of no text: %s', (name) => {
    const offer = readV2({ accepts: [{ ...entryV2, [name]: { length } }, entryV2] })
    expect(offer).toMatchObject({ accepts: [{ payTo: entryV2.payTo }], unreadable: 1 })
  })
})

describe('many entries', () => {
  it.each([[{ valueOf: 1, toString: 1 }], [{}], [[6]]])(
    'lose one whose decimals no number can be made of, and only that: %j',
    (decimals) => {
      const odd = { ...entryV2, extra: { ...entryV2.extra, decimals } }
      const offer = decodeOfferHeader(
        encodeHeaderJson({ ...paymentRequiredV2, accepts: [odd, entryV2] }),
      )
      expect(offer).toMatchObject({ accepts: [{ payTo: entryV2.payTo }], unreadable: 1 })
    },
  )

  it('with one bad among them leave the good ones payable, in their order', () => {
    const accepts = [null, { ...entryV2, amount: '2' }, 'exact', { ...entryV2, amount: '1' }, {}]
    const offer = readV2({ accepts })
    expect(offer.accepts.map(({ amount }) => amount)).toEqual([2n, 1n])
    expect(offer.unreadable).toBe(3)
  })

  it('are read up to 32 and counted beyond, in bounded time', () => {
    const accepts = Array.from({ length: 10_000 }, () => ({ scheme: 'x' }))
    const body = JSON.stringify({ ...paymentRequiredV2, accepts: [entryV2, ...accepts] })
    const start = performance.now()
    const offer = decodeOfferBody(body)
    expect(performance.now() - start).toBeLessThan(2_000)
    expect(offer?.accepts).toHaveLength(1)
    expect(offer?.unreadable).toBe(10_000)
  })

  it.each([
    [32, 32, 0],
    [33, 32, 1],
  ])('of which %i are good give %i and %i uncounted for', (sent, read, unread) => {
    const offer = readV2({ accepts: Array(sent).fill(entryV2) })
    expect(offer.accepts).toHaveLength(read)
    expect(offer.unreadable).toBe(unread)
  })

  it('that are longer than genuine ones leave the others payable', () => {
    const long = { ...entryV2, extra: { ...entryV2.extra, note: 'x'.repeat(8 * 1024) } }
    const offer = readV2({ accepts: [long, entryV2] })
    expect(offer).toMatchObject({ accepts: [{ extra: entryV2.extra }], unreadable: 1 })
  })

  it.each([
    ['v2', () => readV2({ accepts: [{ ...entryV2, extra: { note: 'x'.repeat(8 * 1024) } }] })],
    ['v1', () => readV1({ accepts: [{ ...entryV1, note: 'x'.repeat(8 * 1024) }] })],
  ])('that are all longer than genuine ones are refused: %s', (_version, read) => {
    expect(problemOf(read).code).toBe('terms_too_large')
  })

  it('of v1 may describe an API at length, which is not kept', () => {
    const outputSchema = { output: 'x'.repeat(20_000) }
    const offer = readV1({ accepts: [{ ...entryV1, outputSchema }] })
    expect(JSON.parse(offer?.accepts[0]?.raw ?? '')).toEqual({
      ...entryV1,
      outputSchema: undefined,
    })
  })

  it('in a body past the bound are refused before they are read', () => {
    const body = JSON.stringify({ ...paymentRequiredV1, accepts: Array(10_000).fill(entryV1) })
    expect(problemOf(() => decodeOfferBody(body)).code).toBe('terms_too_large')
  })
})
