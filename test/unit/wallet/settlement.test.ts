import { decodePaymentSignatureHeader } from '@x402/core/http'
import { bytesToHex } from 'viem'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { choose } from '../../../lib/payment/choose'
import type { Offer } from '../../../lib/protocols/offer'
import { decodeOfferBody, decodeOfferHeader } from '../../../lib/protocols/x402/offer'
import { encodePaymentHeader } from '../../../lib/protocols/x402/payload'
import { accountOf, newPhrase } from '../../../lib/wallet/account'
import { authorizationFor, signExact } from '../../../lib/wallet/exact'
import { payees } from '../../world/accounts'
import { type LocalChain, startChain } from '../../world/chain'
import { type Facilitator, startFacilitator } from '../../world/facilitator'
import {
  encodeHeader,
  paymentRequiredV1,
  paymentRequiredV2,
  paymentRequirementsV1,
  paymentRequirementsV2,
} from '../../world/terms'

const { privateKey, address } = accountOf({ kind: 'phrase', phrase: newPhrase() })
const start = 1_000_000n
const price = 10_000n

let chain: LocalChain
let facilitator: Facilitator

beforeAll(async () => {
  chain = await startChain()
  facilitator = await startFacilitator(chain)
})
afterAll(async () => {
  await facilitator?.stop()
  await chain?.stop()
})
beforeEach(async () => chain.mint(address, start - (await chain.balanceOf(address))))

/** The whole way of a payment, from what the server sent to the payload that it gets back. */
async function sign(offer: Offer, nowMs = Date.now()) {
  const terms = choose(offer, { isEnabled: () => true, balanceOf: () => undefined })
  const nonce = bytesToHex(crypto.getRandomValues(new Uint8Array(32)))
  const authorization = authorizationFor(terms, address, nonce, nowMs)
  const payload = await signExact(terms, authorization, privateKey)
  return decodePaymentSignatureHeader(encodePaymentHeader(offer, terms, payload).value)
}

async function ask(
  operation: 'verify' | 'settle',
  paymentPayload: unknown,
  paymentRequirements: unknown,
) {
  const response = await fetch(`${facilitator.url}/${operation}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ paymentPayload, paymentRequirements }),
  })
  return (await response.json()) as Record<string, unknown>
}

const balances = () => Promise.all([address, payees.workbench].map(chain.balanceOf))

const v2 = {
  version: 'v2',
  requirements: paymentRequirementsV2(),
  offer: (change = {}) =>
    decodeOfferHeader(
      encodeHeader(paymentRequiredV2({ accepts: [paymentRequirementsV2(change)] })),
    ),
}
const v1 = {
  version: 'v1',
  requirements: paymentRequirementsV1(),
  offer: (change = {}) =>
    decodeOfferBody(
      JSON.stringify({
        ...paymentRequiredV1(),
        accepts: [{ ...paymentRequirementsV1(), ...change }],
      }),
    )!,
}

describe.each([v2, v1])('a payment of $version', ({ requirements, offer }) => {
  it('is valid to the official facilitator, and settles for exactly its price', async () => {
    const payload = await sign(offer())
    expect(await ask('verify', payload, requirements)).toMatchObject({
      isValid: true,
      payer: address,
    })
    const [payer, payee] = await balances()
    expect(await ask('settle', payload, requirements)).toMatchObject({
      success: true,
      payer: address,
    })
    expect(await balances()).toEqual([payer! - price, payee! + price])
  })

  it('cannot be taken twice', async () => {
    const payload = await sign(offer())
    expect(await ask('settle', payload, requirements)).toMatchObject({ success: true })
    const after = await balances()
    expect(await ask('verify', payload, requirements)).toMatchObject({ isValid: false })
    expect(await ask('settle', payload, requirements)).toMatchObject({ success: false })
    expect(await balances()).toEqual(after)
  })

  it('cannot be taken for more, nor by another', async () => {
    const payload = await sign(offer())
    const before = await balances()
    for (const change of [
      { amount: '10001', maxAmountRequired: '10001' },
      { payTo: payees.news },
    ]) {
      const asked = { ...requirements, ...change }
      expect(await ask('settle', payload, asked)).toMatchObject({ success: false })
    }
    const { payload: signed } = payload as unknown as { payload: { authorization: object } }
    const forged = { ...signed, authorization: { ...signed.authorization, to: payees.news } }
    const answer = await ask(
      'settle',
      { ...payload, payload: forged },
      { ...requirements, payTo: payees.news },
    )
    expect(answer).toMatchObject({ success: false })
    expect(await balances()).toEqual(before)
    expect(await chain.balanceOf(payees.news)).toBe(0n)
  })

  it('cannot be taken once its time is over', async () => {
    const payload = await sign(offer({ maxTimeoutSeconds: 31_536_000 }), Date.now() - 301_000)
    const before = await balances()
    const asked = { ...requirements, maxTimeoutSeconds: 31_536_000 }
    expect(await ask('settle', payload, asked)).toMatchObject({ success: false })
    expect(await balances()).toEqual(before)
  })

  it.each([
    ['slow, as long as the signature lasts', -280_000],
    ['fast by nearly ten minutes', 590_000],
  ])('is valid though our clock is %s', async (_what, offMs) => {
    const payload = await sign(offer({ maxTimeoutSeconds: 300 }), Date.now() + offMs)
    const asked = { ...requirements, maxTimeoutSeconds: 300 }
    expect(await ask('verify', payload, asked)).toMatchObject({ isValid: true })
  })
})
