import { isDeepStrictEqual } from 'node:util'
import { getAddress } from 'viem'
import { expect } from 'vitest'
import { choose } from '../../../lib/payment/choose'
import { displayedTerms } from '../../../lib/payment/displayed'
import { NETWORKS, tokenAt } from '../../../lib/payment/networks'
import type { Authorization } from '../../../lib/payment/payment'
import { purchaseKey } from '../../../lib/payment/purchase'
import type { ChosenTerms } from '../../../lib/payment/terms'
import { Problem } from '../../../lib/problem'
import type { Offer } from '../../../lib/protocols/offer'
import { decodeHeaderJson } from '../../../lib/protocols/x402/codec'
import { encodePaymentHeader } from '../../../lib/protocols/x402/payload'
import { authorizationFor } from '../../../lib/wallet/exact'
import { payloadOf, typedDataJson, typedDataOf } from '../../../lib/wallet/typed-data'
import { aPayment } from '../../unit/payment/samples'
import { payees, reader } from '../../world/accounts'
import {
  paymentRequiredV1,
  paymentRequiredV2,
  paymentRequirementsV1,
  paymentRequirementsV2,
} from '../../world/terms'

const second = { ...paymentRequirementsV2(), network: 'eip155:8453', payTo: payees.news }

/** Good terms to begin with, of both versions. */
export const requiredV2 = [
  paymentRequiredV2(),
  paymentRequiredV2({ accepts: [second as never, paymentRequirementsV2()] }),
]
export const requiredV1 = [
  paymentRequiredV1(),
  paymentRequiredV1({ accepts: [paymentRequirementsV1(), paymentRequirementsV1()] as never }),
]

/** The terms that would be paid; nothing where none can be. @throws what is no `Problem` */
export function chosenOf(offer: Offer): ChosenTerms | undefined {
  try {
    return choose(offer, { isEnabled: () => true, balanceOf: () => undefined })
  } catch (error) {
    if (error instanceof Problem) return undefined
    throw error
  }
}

/** The whole way of an offer up to a signature, and what has to hold on it. */
export function checkOffer(offer: Offer | undefined): void {
  if (!offer) return
  expect(offer.accepts.length).toBeGreaterThan(0)
  expect(offer.accepts.length).toBeLessThanOrEqual(32)
  for (const { amount, maxTimeoutSeconds, raw, network, payTo } of offer.accepts) {
    expect(typeof amount === 'bigint' && amount >= 0n && amount < 2n ** 256n).toBe(true)
    expect(Number.isInteger(maxTimeoutSeconds) && maxTimeoutSeconds >= 1).toBe(true)
    expect([...payTo].length).toBeLessThanOrEqual(128)
    if (offer.version === 2) expect(network).toMatch(/^[-a-z0-9]{3,8}:[-_a-zA-Z0-9]{1,64}$/)
    expect(JSON.stringify(JSON.parse(raw))).toBe(raw)
  }
  const terms = chosenOf(offer)
  if (terms) checkSigned(offer, terms)
}

function checkSigned(offer: Offer, terms: ChosenTerms): void {
  const authorization = authorizationFor(terms, reader.address, nonce, 1_750_000_000_000)
  const { domain, message } = typedDataOf(terms, authorization)
  const network = NETWORKS.find(({ chainId }) => chainId === domain.chainId)
  const payment = aPayment({ terms })
  // What is displayed is what is signed: all of it is in the digest, and another digest otherwise.
  const digest = displayedTerms(payment)
  const shown: unknown[] = JSON.parse(digest).flat(9)
  const { asset, payTo, amount, symbol, decimals } = terms
  expect(shown).toEqual(expect.arrayContaining([message.value.toString(), network?.id, payTo]))
  expect(message.to).toBe(getAddress(payTo.toLowerCase()))
  expect(message.value).toBe(amount)
  expect(shown).toContain(asset)
  expect(domain.verifyingContract.toLowerCase()).toBe(asset.toLowerCase())
  expect(tokenAt(terms.networkId, asset)).toMatchObject({ symbol, decimals })
  const others = [
    { amount: amount + 1n },
    { payTo: `${payTo}0` },
    { asset: '0x' },
    { networkId: '' },
  ]
  for (const other of others) {
    expect(displayedTerms(aPayment({ terms: { ...terms, ...other } }))).not.toBe(digest)
  }
  checkPayload(offer, terms, authorization)
  const typed = JSON.parse(typedDataJson(typedDataOf(terms, authorization)))
  expect(typed.message).toMatchObject({ value: String(amount), to: message.to.toLowerCase() })
  expect(authorization.validBefore - 1_750_000_000).toBeLessThanOrEqual(300)
  expect(purchaseKey(payment.site, payment.request, terms)).toContain(terms.payTo.toLowerCase())
}

/** The server gets its own terms back, and a payload that says what was signed. */
function checkPayload(offer: Offer, terms: ChosenTerms, authorization: Authorization): void {
  const payload = payloadOf(authorization, terms, '0x')
  const { value } = encodePaymentHeader(offer, terms, payload)
  const sent = JSON.parse(Buffer.from(value, 'base64').toString('utf8'))
  expect(isDeepStrictEqual(sent.payload, payload)).toBe(true)
  expect(sent.payload.authorization).toMatchObject({
    value: terms.amount.toString(),
    to: getAddress(terms.payTo.toLowerCase()),
  })
  if (offer.version === 1) return
  expect(isDeepStrictEqual(sent.accepted, JSON.parse(terms.raw))).toBe(true)
  // What we write is what we would read, as far as it fits.
  if (value.length < 60_000) expect(isDeepStrictEqual(decodeHeaderJson(value), sent)).toBe(true)
}

const nonce = `0x${'5a'.repeat(32)}` as const
