import { describe, expect, it } from 'vitest'
import { type ChoosingContext, choose } from '../../../lib/payment/choose'
import { isPayable, NETWORKS, TOKENS } from '../../../lib/payment/networks'
import type { ProblemCode } from '../../../lib/problem'
import type { PaymentRequirements } from '../../../lib/protocols/offer'
import { problemOf } from '../protocols/problem-of'
import { anEntry, anOffer } from './samples'

const anywhere: ChoosingContext = { isEnabled: () => true, balanceOf: () => undefined }
const base = {
  network: 'eip155:8453',
  asset: '0x833589fCD6eDb6E08f4c7C32D4f71b54bdA02913',
  extra: { name: 'USD Coin', version: '2' },
}
const usdc = { name: 'USDC', version: '2' }
const euros = {
  asset: '0x808456652fdb597867f38412077A9182bf77359F',
  extra: { name: 'EURC', version: '2' },
}
/** A dollar without EIP-3009. */
const megaUsd = {
  network: 'eip155:4326',
  asset: '0xFAfDdbb3FC7688494971a79cc65DCa3EF82079E7',
  extra: { name: 'MegaUSD', version: '1', assetTransferMethod: 'permit2' },
}

describe('an entry that can be paid', () => {
  it('gets what is signed from the registry, and stays as sent otherwise', () => {
    const entry = anEntry({ raw: '{"as":"sent"}', maxTimeoutSeconds: 31_536_000 })
    expect(choose(anOffer(entry), anywhere)).toEqual({
      ...entry,
      networkId: 'eip155:84532',
      symbol: 'USDC',
      decimals: 6,
      currency: 'USD',
      microUsd: 10_000n,
      testnet: true,
    })
  })

  it('is real money on Base', () => {
    const terms = choose(anOffer(anEntry(base)), anywhere)
    expect(terms).toMatchObject({ networkId: 'eip155:8453', testnet: false })
  })

  it.each(TOKENS.filter(isPayable))('is $symbol on $network, in either version', (token) => {
    const { v1Name } = NETWORKS.find(({ id }) => id === token.network)!
    const entry = anEntry({ asset: token.address, extra: { ...token.eip712 } })
    const { network, symbol, decimals, currency } = token
    const known = { networkId: network, symbol, decimals, currency }
    expect(choose(anOffer({ ...entry, network }), anywhere)).toMatchObject(known)
    if (!v1Name) return
    const v1 = { ...anOffer({ ...entry, network: v1Name }), version: 1 as const }
    expect(choose(v1, anywhere)).toMatchObject(known)
  })

  it('in euros has no value in dollars', () => {
    const terms = choose(anOffer(anEntry(euros)), anywhere)
    expect(terms).toMatchObject({ currency: 'EUR', symbol: 'EURC', amount: 10_000n })
    expect('microUsd' in terms).toBe(false)
  })

  it.each<[string, Partial<PaymentRequirements>]>([
    ['an address in lower case', { asset: anEntry().asset.toLowerCase() }],
    ['an address in upper case', { asset: `0x${anEntry().asset.slice(2).toUpperCase()}` }],
    ['a payee without checksum', { payTo: anEntry().payTo.toLowerCase() }],
    ['no extra', { extra: {} }],
    ['the method that we have', { extra: { ...usdc, assetTransferMethod: 'eip3009' } }],
    ['the right decimals', { extra: { ...usdc, decimals: 6 } }],
    ['extra of another kind', { extra: { ...usdc, feePayer: 'someone' } }],
    ['the largest amount there is', { amount: 2n ** 256n - 1n }],
  ])('may have %s', (_what, change) => {
    expect(choose(anOffer(anEntry(change)), anywhere).symbol).toBe('USDC')
  })
})

describe('an entry that cannot be paid', () => {
  const method = (assetTransferMethod: unknown) => ({ extra: { ...usdc, assetTransferMethod } })
  it.each<[string, Partial<PaymentRequirements>, ProblemCode]>([
    ['an unknown network', { network: 'eip155:999' }, 'network_unsupported'],
    ['a v1 name in v2', { network: 'base-sepolia' }, 'network_unsupported'],
    ['a network in another case', { network: 'EIP155:84532' }, 'network_unsupported'],
    ['a name of every object', { network: 'constructor' }, 'network_unsupported'],
    ['a network of another kind', { network: 'solana:mainnet' }, 'network_unsupported'],
    ['the scheme upto', { scheme: 'upto' }, 'scheme_unsupported'],
    ['the scheme batch-settlement', { scheme: 'batch-settlement' }, 'scheme_unsupported'],
    ['the scheme auth-capture', { scheme: 'auth-capture' }, 'scheme_unsupported'],
    ['the scheme in another case', { scheme: 'Exact' }, 'scheme_unsupported'],
    ['an unknown token', { asset: '0x1111111111111111111111111111111111111111' }, 'token_unknown'],
    ['a token by its name', { asset: 'USDC' }, 'token_unknown'],
    ['the token of another chain', { asset: base.asset }, 'token_unknown'],
    ['another token name', { extra: { ...usdc, name: 'USD Coin' } }, 'token_mismatch'],
    ['a name that is not text', { extra: { ...usdc, name: ['USDC'] } }, 'token_mismatch'],
    ['a name of null', { extra: { ...usdc, name: null } }, 'token_mismatch'],
    ['another version', { extra: { ...usdc, version: '1' } }, 'token_mismatch'],
    ['a version that is a number', { extra: { ...usdc, version: 2 } }, 'token_mismatch'],
    ['other decimals', { extra: { ...usdc, decimals: 18 } }, 'token_mismatch'],
    ['other decimals as text', { extra: { ...usdc, decimals: '18' } }, 'token_mismatch'],
    ['no decimals', { extra: { ...usdc, decimals: null } }, 'token_mismatch'],
    ['Permit2', method('permit2'), 'transfer_unsupported'],
    ['ERC-7710', method('erc7710'), 'transfer_unsupported'],
    ['the method in another case', method('EIP3009'), 'transfer_unsupported'],
    ['a token without EIP-3009', megaUsd, 'transfer_unsupported'],
    ['a token without EIP-3009, unsaid', { ...megaUsd, extra: {} }, 'transfer_unsupported'],
    [
      'a token without EIP-3009, denied',
      { ...megaUsd, extra: { assetTransferMethod: 'eip3009' } },
      'transfer_unsupported',
    ],
    ['a method of null', method(null), 'token_mismatch'],
    ['nothing to pay', { amount: 0n }, 'amount_zero'],
    ['the zero address', { payTo: `0x${'0'.repeat(40)}` }, 'pay_to_invalid'],
    ['a name as payee', { payTo: 'harbour-gazette.eth' }, 'pay_to_invalid'],
    ['a role as payee', { payTo: 'merchant' }, 'pay_to_invalid'],
    ['a short payee', { payTo: '0x1234' }, 'pay_to_invalid'],
    ['a payee one digit too long', { payTo: `${anEntry().payTo}0` }, 'pay_to_invalid'],
    ['a payee with a line break', { payTo: `${anEntry().payTo}\n` }, 'pay_to_invalid'],
  ])('has %s', (_what, change, code) => {
    expect(problemOf(() => choose(anOffer(anEntry(change)), anywhere)).code).toBe(code)
  })

  it('has a v2 name in v1', () => {
    const offer = { ...anOffer(anEntry()), version: 1 as const }
    expect(problemOf(() => choose(offer, anywhere)).code).toBe('network_unsupported')
  })

  it('is on a network that the user has off', () => {
    const context = { ...anywhere, isEnabled: (id: string) => id !== 'eip155:84532' }
    expect(problemOf(() => choose(anOffer(anEntry()), context)).code).toBe('network_disabled')
    expect(choose(anOffer(anEntry(), anEntry(base)), context).networkId).toBe('eip155:8453')
    // Switching it on would not help.
    for (const change of [{ asset: 'EURC' }, { amount: 0n }, { extra: { name: 'Other' } }]) {
      const { code } = problemOf(() => choose(anOffer(anEntry(change)), context))
      expect(code).not.toBe('network_disabled')
    }
  })

  it('leaves the others payable', () => {
    const offer = anOffer(anEntry({ scheme: 'upto', amount: 1n }), anEntry({ amount: 7n }))
    expect(choose(offer, anywhere).amount).toBe(7n)
  })
})

describe('of several entries', () => {
  const cheap = anEntry({ amount: 5n, payTo: `0x${'11'.repeat(20)}` })
  const dear = anEntry({ ...base, amount: 9n, payTo: `0x${'22'.repeat(20)}` })
  const holding = (balances: Record<string, bigint>): ChoosingContext => ({
    ...anywhere,
    balanceOf: (network) => balances[network],
  })
  const onTest = 'eip155:84532'
  const onBase = 'eip155:8453'

  it.each([
    ['the cheapest, where nothing is known', {}, cheap],
    ['the cheapest, where all are covered', { [onTest]: 5n, [onBase]: 9n }, cheap],
    ['the cheapest, where none is covered', { [onTest]: 4n, [onBase]: 8n }, cheap],
    ['the one that is covered', { [onTest]: 4n, [onBase]: 9n }, dear],
    ['the one known to be covered', { [onBase]: 9n }, dear],
    ['the unknown rather than the uncovered', { [onTest]: 4n }, dear],
    ['the covered to the last unit', { [onTest]: 5n, [onBase]: 100n }, cheap],
  ])('takes %s', (_what, balances, expected) => {
    for (const offer of [anOffer(cheap, dear), anOffer(dear, cheap)]) {
      expect(choose(offer, holding(balances)).payTo).toBe(expected.payTo)
    }
  })

  it('takes the first of the same price', () => {
    const twin = { ...cheap, payTo: dear.payTo }
    expect(choose(anOffer(cheap, twin), anywhere).payTo).toBe(cheap.payTo)
    expect(choose(anOffer(twin, cheap), anywhere).payTo).toBe(twin.payTo)
  })

  it('takes dollars before another currency, whatever the numbers and the order', () => {
    const cheapEuros = anEntry({ ...euros, amount: 1n })
    for (const offer of [anOffer(cheapEuros, dear), anOffer(dear, cheapEuros)]) {
      expect(choose(offer, anywhere).payTo).toBe(dear.payTo)
    }
  })

  it('takes another currency where only that is covered, and there the first', () => {
    const first = anEntry({ ...euros, amount: 9n, payTo: dear.payTo })
    const second = anEntry({ ...euros, amount: 1n })
    const balanceOf = (_network: string, asset: string) => (asset === euros.asset ? 9n : 0n)
    const offer = anOffer(cheap, first, second)
    expect(choose(offer, { ...anywhere, balanceOf }).payTo).toBe(first.payTo)
  })

  it('compares amounts, not their text or their doubles', () => {
    const huge = 10n ** 30n
    const offer = anOffer(
      anEntry({ amount: huge + 1n }),
      anEntry({ amount: huge }),
      anEntry({ amount: 9n * huge }),
    )
    expect(choose(offer, anywhere).amount).toBe(huge)
  })

  it('asks the balance of the token and network of the entry', () => {
    const asked: string[] = []
    const balanceOf = (network: string, asset: string) => {
      asked.push(`${network} ${asset}`)
      return undefined
    }
    choose(anOffer(cheap, dear), { ...anywhere, balanceOf })
    expect(new Set(asked)).toEqual(new Set([`${onTest} ${cheap.asset}`, `${onBase} ${dear.asset}`]))
  })
})

describe('when none can be paid', () => {
  // From the nearest miss to the farthest.
  const misses: [ProblemCode, Partial<PaymentRequirements>][] = [
    ['network_disabled', base],
    ['amount_zero', { amount: 0n }],
    ['pay_to_invalid', { payTo: 'nobody' }],
    ['token_mismatch', { extra: { name: 'Other' } }],
    ['transfer_unsupported', megaUsd],
    ['token_unknown', { asset: 'EURC' }],
    ['scheme_unsupported', { scheme: 'upto' }],
    ['network_unsupported', { network: 'solana:1' }],
  ]
  const context = { ...anywhere, isEnabled: (id: string) => id === 'eip155:84532' }

  it.each(misses.map(([code], index) => [code, index] as const))(
    'says %s, if nothing came closer',
    (code, index) => {
      const entries = misses.slice(index).map(([, change]) => anEntry(change))
      expect(problemOf(() => choose(anOffer(...entries), context)).code).toBe(code)
      expect(problemOf(() => choose(anOffer(...entries.reverse()), context)).code).toBe(code)
    },
  )

  it('names the networks that were asked for, each once and at most three', () => {
    const entries = ['a:1', 'a:1', 'b:2', 'c:3', 'd:4'].map((network) => anEntry({ network }))
    expect(problemOf(() => choose(anOffer(...entries), anywhere)).details).toEqual({
      networks: 'a:1, b:2, c:3',
    })
  })

  it.each<[1 | 2, string, string]>([
    [2, 'solana:5eykt4UsFv8P8NJdTREpY1vzqKqZKvdp', 'Solana'],
    [2, 'solana:EtWTRABZaYq6iMfeYKouRu166VU2xqa1', 'Solana Devnet'],
    [1, 'solana', 'Solana'],
    [1, 'solana-devnet', 'Solana Devnet'],
    [2, 'stellar:pubnet', 'Stellar (stellar:pubnet)'],
    [2, 'aptos:1', 'Aptos (aptos:1)'],
    [2, 'eip155:999', 'eip155:999'],
    [1, 'constructor', 'constructor'],
    [1, 'near', 'near'],
  ])('names v%i %s as %s', (version, network, name) => {
    const offer = { ...anOffer(anEntry({ network })), version }
    const { code, details } = problemOf(() => choose(offer, anywhere))
    expect([code, details]).toEqual(['network_unsupported', { networks: name }])
  })

  it('names a network that we know as a person does', () => {
    const entries = [
      anEntry({ scheme: 'upto' }),
      anEntry({ scheme: 'upto', network: 'eip155:137' }),
    ]
    expect(problemOf(() => choose(anOffer(...entries), anywhere)).details).toEqual({
      networks: 'Base Sepolia, Polygon',
    })
  })
})
