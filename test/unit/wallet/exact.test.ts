import { keccak_256 } from '@noble/hashes/sha3'
import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils'
import { type Hex, hashTypedData, recoverAddress, recoverTypedDataAddress } from 'viem'
import { describe, expect, it } from 'vitest'
import { choose } from '../../../lib/payment/choose'
import { isPayable, TOKENS } from '../../../lib/payment/networks'
import type { Authorization } from '../../../lib/payment/payment'
import { accountOf } from '../../../lib/wallet/account'
import { authorizationFor, MAX_VALIDITY_SECONDS, signExact } from '../../../lib/wallet/exact'
import { payees, reader } from '../../world/accounts'
import { anEntry, anOffer, someTerms } from '../payment/samples'
import { problemOfAsync } from '../protocols/problem-of'

const { privateKey, address } = accountOf({ kind: 'phrase', phrase: reader.phrase })
const nonce = `0x${'5a'.repeat(32)}` as const
const nowMs = 1_795_000_000_999
const now = 1_795_000_000
const authorization = authorizationFor(someTerms(), address, nonce, nowMs)

const eip3009 = [
  { name: 'from', type: 'address' },
  { name: 'to', type: 'address' },
  { name: 'value', type: 'uint256' },
  { name: 'validAfter', type: 'uint256' },
  { name: 'validBefore', type: 'uint256' },
  { name: 'nonce', type: 'bytes32' },
]

/** EIP-712 by hand: nothing of this knows viem. */
const hash = (...parts: string[]) => bytesToHex(keccak_256(hexToBytes(parts.join(''))))
const hashText = (text: string) => bytesToHex(keccak_256(utf8ToBytes(text)))
const word = (value: bigint) => value.toString(16).padStart(64, '0')
const addressWord = (text: string) => word(BigInt(text))

function domainSeparator(name: string, version: string, chainId: bigint, contract: string) {
  const type = 'EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)'
  return hash(
    hashText(type),
    hashText(name),
    hashText(version),
    word(chainId),
    addressWord(contract),
  )
}

function structHash(
  { payer, nonce, validAfter, validBefore }: Authorization,
  to: string,
  value: bigint,
) {
  return hash(
    // The constant TRANSFER_WITH_AUTHORIZATION_TYPEHASH of EIP-3009.
    '7c7c6cdb67a18743f49ec6fa9b35f50d52ed05cbed4cc592e13b44501c1a2267',
    addressWord(payer),
    addressWord(to),
    word(value),
    word(BigInt(validAfter)),
    word(BigInt(validBefore)),
    nonce.slice(2),
  )
}

// What DOMAIN_SEPARATOR() of deployed contracts answers, as published by those who asked them.
const deployed: Record<string, string> = {
  'eip155:1 USDC': '06c37168a7db5138defc7866392bb87a741f9b3d104deb5094588ce041cae335',
  'eip155:137 USDC': 'caa2ce1a5703ccbe253a34eb3166df60a705c561b44b192061e28f2a985be2ca',
  'eip155:143 USDC': 'fe22123edc0dd4aeb912eb7948c5f0e531592c2053b3067612f427db342c93c6',
  'eip155:1329 USDC': '0a19136106ae98d2c245cbbd451f3cb2bbbb1670e1ee191abacb5a5e255c0255',
  'eip155:8453 USDC': '02fa7265e7c5d81118673727957699e4d68f74cd74b7db77da710fe8a2c7834f',
  'eip155:8453 EURC': 'ec4dcbded0afd42599589b79220899bbe000bb5ea66d6f1bc176e78d094203bb',
  'eip155:42161 USDC': '08d11903f8419e68b1b8721bcbe2e9fc68569122a77ef18c216f10b3b5112c78',
  'eip155:42220 USDC': 'b2ce31d2838445fa765a491f550e7c78ac7280ab0f3bc9d6063a86df9c3fb578',
  'eip155:43114 USDC': 'bbea200329a938bc3438984a49cb0732e66d66d7bd59c127abacc1710e77f7b3',
  'eip155:80002 USDC': '5cddc98319864e897e4469bd1d13c2288c677047b54b8cca12bd342adb6be9eb',
  'eip155:84532 USDC': '71f17a3b2ff373b803d70a5a07c046c1a2bc8e89c09ef722fcb047abe94c9818',
  'eip155:421614 USDC': '85944e1292d007732838d6eadfa67589b78ffcededbd4df60488d0af251308bb',
  'eip155:11155111 USDC': 'b90e5057db141a932946e64d09ccb7ffc9b00bd79fec26f698d29af0c83320a6',
}

it.each(Object.entries(deployed))('signs %s for the domain as deployed', (key, published) => {
  const token = TOKENS.find(({ network, symbol }) => `${network} ${symbol}` === key)!
  const chainId = BigInt(token.network.split(':')[1]!)
  const { name, version } = token.eip712
  expect(domainSeparator(name, version, chainId, token.address)).toBe(published)
})

describe.each(TOKENS.filter(isPayable))('a signature over $symbol on $network', (token) => {
  const terms = someTerms({ networkId: token.network, asset: token.address })
  const chainId = BigInt(token.network.split(':')[1]!)
  const { name, version } = token.eip712
  const separator = domainSeparator(name, version, chainId, token.address)

  it('is of the payer over the digest that EIP-712 and EIP-3009 make by hand', async () => {
    const digest = hash('1901', separator, structHash(authorization, terms.payTo, terms.amount))
    const { signature } = await signExact(terms, authorization, privateKey)
    expect(await recoverAddress({ hash: `0x${digest}`, signature: signature as Hex })).toBe(address)
  })

  it('is of the payer by the typed data of viem', async () => {
    const typedData = {
      domain: { name, version, chainId, verifyingContract: token.address },
      types: { TransferWithAuthorization: eip3009 },
      primaryType: 'TransferWithAuthorization',
      message: {
        from: address,
        to: payees.workbench,
        value: terms.amount,
        validAfter: BigInt(authorization.validAfter),
        validBefore: BigInt(authorization.validBefore),
        nonce,
      },
    } as const
    const { signature } = await signExact(terms, authorization, privateKey)
    const signed = { ...typedData, signature: signature as Hex }
    expect(await recoverTypedDataAddress(signed)).toBe(address)
    const digest = hash('1901', separator, structHash(authorization, terms.payTo, terms.amount))
    expect(hashTypedData(typedData)).toBe(`0x${digest}`)
  })
})

describe.each(TOKENS.filter((token) => !isPayable(token)))(
  '$symbol on $network, which has no EIP-3009',
  (token) => {
    it('is never signed for', async () => {
      const terms = someTerms({ networkId: token.network, asset: token.address })
      const { code } = await problemOfAsync(() => signExact(terms, authorization, privateKey))
      expect(code).toBe('transfer_unsupported')
    })
  },
)

describe('what is signed', () => {
  it('is what is sent, as text', async () => {
    const payload = await signExact(someTerms(), authorization, privateKey)
    expect(payload).toEqual({
      signature: expect.stringMatching(/^0x[0-9a-f]{128}(1b|1c)$/),
      authorization: {
        from: address,
        to: payees.workbench,
        value: '10000',
        validAfter: String(authorization.validAfter),
        validBefore: String(authorization.validBefore),
        nonce,
      },
    })
  })

  it('does not depend on what the server says of its token', async () => {
    const honest = await signExact(someTerms(), authorization, privateKey)
    const lies = {
      name: 'Free Money',
      version: '9',
      chainId: 1,
      decimals: 18,
      verifyingContract: payees.news,
    }
    const lying = someTerms({ extra: lies, symbol: 'FREE', decimals: 18, network: 'eip155:1' })
    expect(await signExact(lying, authorization, privateKey)).toEqual(honest)
  })

  it('is the same however payee and token are written', async () => {
    const honest = await signExact(someTerms(), authorization, privateKey)
    const { payTo, asset } = someTerms()
    const odd = someTerms({
      payTo: payTo.toLowerCase(),
      asset: `0x${asset.slice(2).toUpperCase()}`,
    })
    expect(await signExact(odd, authorization, privateKey)).toEqual(honest)
  })

  it.each([
    ['payee', { payTo: payees.news }, {}],
    ['amount', { amount: 10_001n }, {}],
    ['end', {}, { validBefore: authorization.validBefore + 1 }],
    ['start', {}, { validAfter: authorization.validAfter + 1 }],
    ['nonce', {}, { nonce: `0x${'5b'.repeat(32)}` as const }],
  ])('differs by its %s', async (_what, terms, change) => {
    const a = await signExact(someTerms(), authorization, privateKey)
    const b = await signExact(someTerms(terms), { ...authorization, ...change }, privateKey)
    expect(b.signature).not.toBe(a.signature)
  })

  it.each([
    ['token', { asset: payees.news }],
    ['network', { networkId: 'eip155:1' }],
    ['token of another network', { networkId: 'eip155:8453' }],
  ])('is nothing for an unknown %s', async (_what, change) => {
    const sign = () => signExact(someTerms(change), authorization, privateKey)
    expect((await problemOfAsync(sign)).code).toBe('token_unknown')
  })

  it('can be the largest amount there is', async () => {
    const amount = 2n ** 256n - 1n
    const payload = await signExact(someTerms({ amount }), authorization, privateKey)
    expect(payload.authorization).toMatchObject({ value: amount.toString() })
  })
})

describe('an authorization', () => {
  it.each([
    ['a second', 1, 1],
    ['a minute', 60, 60],
    ['a second less than the cap', 299, 299],
    ['the cap', 300, 300],
    ['a second more than the cap', 301, 300],
    ['a year', 31_536_000, 300],
    ['beyond all time', Number.MAX_VALUE, 300],
  ])('for %s ends in time', (_what, maxTimeoutSeconds, seconds) => {
    expect(authorizationFor({ maxTimeoutSeconds }, address, nonce, nowMs)).toEqual({
      payer: address,
      nonce,
      validAfter: now - 600,
      validBefore: now + seconds,
    })
    expect(seconds).toBeLessThanOrEqual(MAX_VALIDITY_SECONDS)
  })

  it('is in whole seconds, never later than asked', () => {
    for (const ms of [0, 1, 499, 500, 999]) {
      const { validBefore } = authorizationFor(
        { maxTimeoutSeconds: 60 },
        address,
        nonce,
        now * 1000 + ms,
      )
      expect(validBefore).toBe(now + 60)
    }
  })

  it('leaves the terms of a year as they were, for the echo', () => {
    const raw = '{"maxTimeoutSeconds":31536000}'
    const terms = choose(anOffer(anEntry({ maxTimeoutSeconds: 31_536_000, raw })), {
      isEnabled: () => true,
      balanceOf: () => undefined,
    })
    authorizationFor(terms, address, nonce, nowMs)
    expect(terms).toMatchObject({ maxTimeoutSeconds: 31_536_000, raw })
  })
})
