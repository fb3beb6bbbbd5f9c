import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { choose } from '../../lib/payment/choose'
import { isPayable, NETWORKS, networkById, TOKENS, tokenAt } from '../../lib/payment/networks'
import type { ChosenTerms } from '../../lib/payment/terms'
import { Problem } from '../../lib/problem'
import { decodeOfferHeader } from '../../lib/protocols/x402/offer'
import { encodePaymentHeader } from '../../lib/protocols/x402/payload'
import { authorizationFor, MAX_VALIDITY_SECONDS, signExact } from '../../lib/wallet/exact'
import { typedDataOf } from '../../lib/wallet/typed-data'
import { decodeHeader, encodeHeader, paymentRequiredV2 } from '../world/terms'

const payer = '0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266'
const privateKey = `0x${'ac'.repeat(32)}` as const
const nonce = `0x${'01'.repeat(32)}` as const
const now = 1_790_000_000_000
const anyContext = { isEnabled: () => true, balanceOf: () => undefined }

const amounts = ['1', '10000', '999999999999', (2n ** 256n - 1n).toString()]
const tricks = {
  amount: ['-1', '+1', '0', '00', '1.0', '1e4', '0x10', '', ' 1', '１', (2n ** 256n).toString()],
  asset: [`0x${'11'.repeat(20)}`, `0x${'00'.repeat(20)}`, 'USDC', 'usd', '0x', 'constructor'],
  payTo: [`0x${'00'.repeat(20)}`, 'shop.eth', '0x12', '__proto__', `0x${'gg'.repeat(20)}`],
  network: ['eip155:1', 'eip155:999999', 'base', 'solana:x', 'eip155:08453', 'EIP155:8453'],
  scheme: ['upto', 'batch-settlement', 'EXACT', 'constructor', 'exact '],
}
const among = <T>(good: readonly T[], bad: readonly T[]) =>
  fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...good) }, fc.constantFrom(...bad))

/** One entry: most of it right, any part of it a trick, with the names that a token gives itself. */
const entry = fc
  .record({
    token: fc.constantFrom(...TOKENS),
    elsewhere: fc.option(fc.constantFrom(...NETWORKS.map(({ id }) => id)), { freq: 5, nil: null }),
    odd: fc.record({
      amount: among(amounts, tricks.amount),
      asset: among([''], tricks.asset),
      payTo: among([`0x${'5e'.repeat(20)}`, `0x${'5E'.repeat(20)}`], tricks.payTo),
      network: among([''], tricks.network),
      scheme: among(['exact'], tricks.scheme),
      maxTimeoutSeconds: fc.constantFrom(1, 60, 300, 31_536_000, 1e15),
    }),
    extra: fc.record(
      {
        name: fc.constantFrom('USDC', 'USD Coin', 'USD₮0', 'Tether', '', 7),
        version: fc.constantFrom('1', '2', 2, null),
        decimals: fc.constantFrom(6, '6', 18, 0, -6, '0x6'),
        assetTransferMethod: fc.constantFrom('eip3009', 'permit2', 'erc7710', {}, 1),
        symbol: fc.constantFrom('USDC', 'DAI'),
      },
      { requiredKeys: [] },
    ),
    honest: fc.boolean(),
  })
  .map(({ token, elsewhere, odd, extra, honest }) => ({
    ...odd,
    asset: odd.asset || token.address,
    network: odd.network || elsewhere || token.network,
    extra: honest ? { ...token.eip712 } : extra,
  }))

function chosen(offer: object): ChosenTerms | undefined {
  try {
    return choose(decodeOfferHeader(encodeHeader(offer)), anyContext)
  } catch (error) {
    expect(error).toBeInstanceOf(Problem)
    return undefined
  }
}

describe('whatever a server says of its token, amount, network and payee', () => {
  it('it is refused, or exactly that is signed, for the token that we know', () => {
    let signed = 0
    fc.assert(
      fc.property(entry, (accepted) => {
        const offer = paymentRequiredV2({ accepts: [accepted as never] })
        const terms = chosen(offer)
        if (!terms) return
        signed++
        expect(accepted.amount).toMatch(/^[1-9]\d*$/)
        const token = tokenAt(accepted.network, accepted.asset)
        expect(token && isPayable(token)).toBe(true)
        const { symbol, decimals, currency, eip712, address } = token!
        expect(terms).toMatchObject({ symbol, decimals, currency, amount: BigInt(accepted.amount) })
        for (const [name, value] of Object.entries({ ...eip712, decimals })) {
          const theirs = Reflect.get(accepted.extra, name)
          if (theirs !== undefined) expect(String(theirs)).toBe(String(value))
        }
        const authorization = authorizationFor(terms, payer, nonce, now)
        const left = authorization.validBefore - now / 1000
        expect(left).toBeLessThanOrEqual(MAX_VALIDITY_SECONDS)
        // Never a permit, never an allowance: one transfer, of this amount, to this address.
        const data = typedDataOf(terms, authorization)
        expect(data.primaryType).toBe('TransferWithAuthorization')
        const chainId = networkById(accepted.network)?.chainId
        expect(data.domain).toEqual({ ...eip712, chainId, verifyingContract: address })
        expect(data.message.value).toBe(BigInt(accepted.amount))
        expect(data.message.to.toLowerCase()).toBe(accepted.payTo.toLowerCase())
        expect(data.message.from).toBe(payer)
      }),
      { numRuns: 4_000, seed: 402 },
    )
    expect(signed).toBeGreaterThan(100)
  })
})

describe('what else a server asks for', () => {
  const wishes = {
    'sign-in-with-x': { info: { domain: 'bank.example', nonce: 'n0nce', statement: 'I agree' } },
    'eip2612-gas-sponsoring': { info: { amount: (2n ** 256n - 1n).toString() } },
    'erc20-approval-gas-sponsoring': { info: { spender: payer } },
  }

  it('is neither signed nor answered: a payment is all that comes back', async () => {
    const offer = { ...paymentRequiredV2(), extensions: wishes }
    const terms = chosen(offer)
    const authorization = authorizationFor(terms!, payer, nonce, now)
    const payload = await signExact(terms!, authorization, privateKey)
    const { name, value } = encodePaymentHeader(
      decodeOfferHeader(encodeHeader(offer)),
      terms!,
      payload,
    )
    expect(name).toBe('PAYMENT-SIGNATURE')
    const sent = decodeHeader(value) as { payload: object }
    expect(Object.keys(sent).sort()).toEqual(['accepted', 'payload', 'resource', 'x402Version'])
    expect(Object.keys(sent.payload).sort()).toEqual(['authorization', 'signature'])
    for (const word of ['bank.example', 'n0nce', 'I agree', ...Object.keys(wishes)]) {
      expect(Buffer.from(value, 'base64').toString()).not.toContain(word)
    }
  })

  it('is no reason to talk to a server that wants no payment', () => {
    expect(chosen({ ...paymentRequiredV2({ accepts: [] }), extensions: wishes })).toBeUndefined()
  })

  it.each(TOKENS.filter((token) => !isPayable(token)))(
    'is no allowance: $symbol on $network is moved by Permit2, and not paid',
    ({ network, address }) => {
      const terms = { networkId: network, asset: address, payTo: payer, amount: 1n }
      const authorization = authorizationFor({ maxTimeoutSeconds: 60 }, payer, nonce, now)
      expect(() => typedDataOf(terms, authorization)).toThrow('transfer_unsupported')
    },
  )
})
