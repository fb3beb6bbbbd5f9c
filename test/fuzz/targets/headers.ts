import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { expect } from 'vitest'
import { paidAnswer } from '../../../entrypoints/background/answer'
import { clockSkew, trustedSkew } from '../../../lib/payment/clock'
import { conclude } from '../../../lib/payment/conclude'
import { disputesOf } from '../../../lib/payment/dispute'
import type { Offer } from '../../../lib/protocols/offer'
import { decodeHeaderJson, encodeHeaderJson } from '../../../lib/protocols/x402/codec'
import { type HttpHeader, headerValues } from '../../../lib/protocols/x402/headers'
import { decodeOfferHeader } from '../../../lib/protocols/x402/offer'
import { decodeReceipt, type Receipt } from '../../../lib/protocols/x402/receipt'
import { aPayment } from '../../unit/payment/samples'
import { payees } from '../../world/accounts'
import { runnable } from '../fuzz'
import { hostileText } from '../hostile'
import { mutatedJson, mutatedText } from '../mutations'
import type { Target } from '../target'
import { checkOffer, requiredV1, requiredV2 } from './terms'

/** Base64 of the bytes of a text: some of them changed before, some characters after. */
function headerOf(json: fc.Arbitrary<string>): fc.Arbitrary<string> {
  const flip = fc.oneof(
    { weight: 10, arbitrary: fc.constant(undefined) },
    { weight: 1, arbitrary: fc.tuple(fc.nat(5_000), fc.nat(255)) },
  )
  const encoded = fc.tuple(json, flip).map(([text, change]) => {
    const bytes = Buffer.from(text, 'utf8')
    if (change && bytes.length > 0) bytes[change[0] % bytes.length] = change[1]
    return bytes.toString('base64')
  })
  return mutatedText(encoded, true)
}

/** `PAYMENT-REQUIRED`. */
const paymentRequired: Target<string, Offer> = {
  name: 'payment-required',
  share: 160,
  inputs: headerOf(mutatedText(mutatedJson(...requiredV2, ...requiredV2, ...requiredV1), true)),
  act: decodeOfferHeader,
  check(offer, header) {
    checkOffer(offer)
    const json = decodeHeaderJson(header)
    // `1e400` and `-0` are numbers that JSON can write once.
    if (!isDeepStrictEqual(JSON.parse(JSON.stringify(json)), json)) return
    const again = decodeOfferHeader(encodeHeaderJson(json))
    expect(isDeepStrictEqual(again, offer)).toBe(true)
  },
}

const receipts = [
  { success: true, transaction: `0x${'ab'.repeat(32)}`, network: 'eip155:84532', payer: '0x12' },
  { success: true, transaction: '0x1', network: 'base', payer: payees.news, amount: '10000' },
  { success: false, errorReason: 'insufficient_funds', transaction: '', network: 'base-sepolia' },
]
const proof = {
  transaction: `0x${'ab'.repeat(32)}`,
  blockNumber: 1n,
  payer: payees.news,
  payTo: payees.workbench,
  amount: 10_000n,
}

/** `PAYMENT-RESPONSE` and `X-PAYMENT-RESPONSE`: it decides nothing, and throws nothing. */
const paymentResponse: Target<string, Receipt | undefined> = {
  name: 'payment-response',
  share: 100,
  inputs: headerOf(mutatedText(mutatedJson(...receipts), true)),
  act: decodeReceipt,
  allows: () => false,
  check(receipt) {
    if (!receipt) return
    expect(typeof receipt.success).toBe('boolean')
    for (const text of Object.values(receipt).slice(1)) {
      expect([...String(text)].length).toBeLessThan(201)
    }
    expect(decodeReceipt(encodeHeaderJson(receipt))).toEqual(receipt)
    const { state } = conclude({ status: 200, method: 'GET', receipt })
    expect(state).toBe(receipt.success ? 'settled' : 'unknown')
    for (const { claimed, found } of disputesOf(receipt, proof, aPayment())) {
      expect(claimed.toLowerCase()).not.toBe(found.toLowerCase())
    }
  },
}

const NAMES = ['Content-Type', 'content-length', 'Transfer-Encoding', 'Date', 'Set-Cookie', 'X']
const value = fc.oneof(
  mutatedText(fc.constantFrom('text/html; charset=utf-8', '12', 'chunked', 'image/*', 'a/b')),
  mutatedText(fc.constantFrom('Sat, 21 Nov 2026 09:00:00 GMT', '2026-11-21T09:00:00Z')),
  hostileText,
)
const header: fc.Arbitrary<HttpHeader> = fc.record(
  {
    name: fc.oneof(
      { weight: 9, arbitrary: fc.constantFrom(...NAMES) },
      { weight: 1, arbitrary: value },
    ),
    value,
    binaryValue: fc.constantFrom([255, 0], null),
  },
  { requiredKeys: ['name'] },
)

/** All the other headers of an answer. */
const answerHeaders: Target<HttpHeader[], ReturnType<typeof readAnswer>> = {
  name: 'answer-headers',
  share: 20,
  inputs: fc.array(header, { maxLength: 8 }),
  act: readAnswer,
  allows: () => false,
  accepts: ({ answer }) => answer.mimeType !== undefined || answer.length !== undefined,
  check({ answer, skew }) {
    const { mimeType = 'a/b', length = 0 } = answer
    expect(mimeType).toMatch(/^[^\s;/]+\/[^\s;/]+$/)
    expect(Number.isSafeInteger(length) && length >= 0).toBe(true)
    expect(Math.abs(trustedSkew(skew))).toBeLessThanOrEqual(600)
  },
}

function readAnswer(responseHeaders: HttpHeader[]) {
  const answer = paidAnswer({ statusCode: 200, statusLine: 'HTTP/1.1 200', responseHeaders }, 1)
  const skew = clockSkew(headerValues(responseHeaders, ['date'])[0], 1)
  return { answer, skew, conclusion: conclude({ ...answer, method: 'GET', promised: 'text/html' }) }
}

export const headerTargets = [
  runnable(paymentRequired),
  runnable(paymentResponse),
  runnable(answerHeaders),
]
