import { decodePaymentSignatureHeader } from '@x402/core/http'
import { bytesToHex } from 'viem'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { choose } from '../../../lib/payment/choose'
import type { Offer } from '../../../lib/protocols/offer'
import { decodeOfferBody, decodeOfferHeader } from '../../../lib/protocols/x402/offer'
import { encodePaymentHeader } from '../../../lib/protocols/x402/payload'
import { accountOf, newPhrase } from '../../../lib/wallet/account'
import { findAuthorization } from '../../../lib/wallet/authorization'
import { chainReader } from '../../../lib/wallet/chain'
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

/** As deployed on the real chains: what the wallet has to know by itself. */
const networks = [
  {
    v1Network: 'base',
    chainId: 8453,
    token: {
      address: '0x833589fCD6eDb6E08f4c7C32D4f71b54bdA02913',
      name: 'USD Coin',
      version: '2',
    },
  },
  {
    v1Network: 'polygon',
    chainId: 137,
    token: {
      address: '0x3c499c542cEF5E3811e1192ce70d8cC03d5c3359',
      name: 'USD Coin',
      version: '2',
    },
  },
  {
    v1Network: 'sei',
    chainId: 1329,
    token: { address: '0xe15fC38F6D8c56aF07bbCBe3BAf5708A2Bf42392', name: 'USDC', version: '2' },
  },
  {
    v1Network: 'peaq',
    chainId: 3338,
    token: { address: '0xbbA60da06c2c5424f03f7434542280FCAd453d10', name: 'USDC', version: '2' },
  },
  {
    v1Network: 'avalanche',
    chainId: 43114,
    token: {
      address: '0xB97EF9Ef8734C71904D8002F8b6Bc66Dd9c48a6E',
      name: 'USD Coin',
      version: '2',
    },
  },
] as const

describe.each(networks)('on a chain that poses as $v1Network ($chainId)', (posing) => {
  const { v1Network, chainId, token } = posing
  let chain: LocalChain
  let facilitator: Facilitator

  beforeAll(async () => {
    chain = await startChain(posing)
    facilitator = await startFacilitator(chain)
    await chain.mint(address, start)
  })
  afterAll(async () => {
    await facilitator?.stop()
    await chain?.stop()
  })

  const terms = { asset: token.address, extra: { name: token.name, version: token.version } }
  const v2 = paymentRequirementsV2({ ...terms, network: `eip155:${chainId}` })
  const v1 = paymentRequirementsV1({ ...terms, network: v1Network as `${string}:${string}` })
  const offers: [string, Offer, unknown][] = [
    ['v2', decodeOfferHeader(encodeHeader(paymentRequiredV2({ accepts: [v2] }))), v2],
    ['v1', decodeOfferBody(JSON.stringify({ ...paymentRequiredV1(), accepts: [v1] })) as Offer, v1],
  ]

  it.each(offers)('a payment of %s settles, to the last unit', async (_version, offer, asked) => {
    const chosen = choose(offer, { isEnabled: () => true, balanceOf: () => undefined })
    expect(chosen).toMatchObject({ networkId: `eip155:${chainId}`, testnet: false })
    const nonce = bytesToHex(crypto.getRandomValues(new Uint8Array(32)))
    const authorization = authorizationFor(chosen, address, nonce, Date.now())
    const payload = await signExact(chosen, authorization, privateKey)
    const header = encodePaymentHeader(offer, chosen, payload)
    const [payer, payee] = await Promise.all([address, payees.workbench].map(chain.balanceOf))
    const find = () =>
      findAuthorization(chainReader(chain.rpcUrl), { chainId }, token, authorization)

    expect(await find()).toBe('open')
    const response = await fetch(`${facilitator.url}/settle`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        paymentPayload: decodePaymentSignatureHeader(header.value),
        paymentRequirements: asked,
      }),
    })
    expect(await response.json()).toMatchObject({ success: true, payer: address })
    expect(await chain.balanceOf(address)).toBe(payer! - price)
    expect(await chain.balanceOf(payees.workbench)).toBe(payee! + price)
    expect(await find()).toBe('used')
  })
})
