import { DEFAULT_ASSETS } from '@x402/evm'
import { EVM_NETWORK_CHAIN_ID_MAP } from '@x402/evm/v1'
import { type Chain, getAddress } from 'viem'
import * as viemChains from 'viem/chains'
import { describe, expect, it } from 'vitest'
import { NETWORKS, networkOf, TOKENS, type Token, tokenAt } from '../../../lib/payment/networks'
import { LEGACY_TOKENS } from './legacy-table'

/** Tokens of ours that no table of the official packages has. */
const OURS_ALONE: Record<string, string> = {
  'eip155:11155111 USDC':
    'Circle lists it; @x402/evm 2.27 has the v1 name `sepolia` and no token for it, earlier ones had this',
  'eip155:8453 EURC': 'Circle lists it; the official tables hold dollars only',
  'eip155:84532 EURC': 'Circle lists it; the official tables hold dollars only',
}

const official = Object.entries(DEFAULT_ASSETS).flatMap(([network, assets]) =>
  assets.map((asset) => ({ network, ...asset })),
)
const legacy = Object.entries(LEGACY_TOKENS).map(([id, token]) => ({
  network: `eip155:${id}`,
  ...token,
}))
const keyOf = ({ network, symbol }: Pick<Token, 'network' | 'symbol'>) => `${network} ${symbol}`

describe('the tokens of @x402/evm', () => {
  it.each(official)('$symbol on $network is ours, as they have it', (theirs) => {
    const { network, asset, name, version, decimals, symbol } = theirs
    expect(tokenAt(network, asset)).toEqual({
      network,
      address: getAddress(asset.toLowerCase()),
      symbol,
      decimals,
      currency: 'USD',
      eip712: { name, version },
      transferMethod: theirs.assetTransferMethod ?? 'eip3009',
      ...(theirs.supportsEip2612 && { eip2612: true }),
    })
  })

  it.each(Object.entries(DEFAULT_ASSETS))('of %s come in their order', (network, assets) => {
    const ours = TOKENS.filter((token) => token.network === network)
    const known = ours.filter((token) => !(keyOf(token) in OURS_ALONE))
    expect(known.map(({ symbol }) => symbol)).toEqual(assets.map(({ symbol }) => symbol))
    expect(ours[0]?.symbol).toBe(assets[0]?.symbol)
  })
})

describe('the tokens of x402 v1', () => {
  it.each(legacy)('on $network is ours, with its EIP-712 name', ({ network, address, name }) => {
    expect(tokenAt(network, address)).toMatchObject({
      symbol: 'USDC',
      decimals: 6,
      eip712: { name, version: '2' },
      transferMethod: 'eip3009',
    })
  })
})

describe('tokens that we add', () => {
  it('are those that are listed with a reason, and no others', () => {
    const theirs = [
      ...official.map(({ network, asset }) => tokenAt(network, asset)),
      ...legacy.map(({ network, address }) => tokenAt(network, address)),
    ]
    const added = TOKENS.filter((token) => !theirs.includes(token)).map(keyOf)
    expect(added.sort()).toEqual(Object.keys(OURS_ALONE).sort())
  })

  it('are the only ones that are not dollars', () => {
    const others = TOKENS.filter(({ currency }) => currency !== 'USD')
    expect(others.map(({ symbol, currency }) => [symbol, currency])).toEqual([
      ['EURC', 'EUR'],
      ['EURC', 'EUR'],
    ])
  })
})

describe('the v1 names of @x402/evm', () => {
  it.each(Object.entries(EVM_NETWORK_CHAIN_ID_MAP))('%s is %i', (name, chainId) => {
    expect(networkOf(1, name)?.chainId).toBe(chainId)
  })

  it('are all that we have', () => {
    const ours = NETWORKS.flatMap(({ v1Name }) => v1Name ?? [])
    expect(ours.sort()).toEqual(Object.keys(EVM_NETWORK_CHAIN_ID_MAP).sort())
  })
})

describe('the networks', () => {
  it('are those that the official packages name or have a token on', () => {
    const theirs = [
      ...Object.keys(DEFAULT_ASSETS),
      ...Object.values(EVM_NETWORK_CHAIN_ID_MAP).map((id) => `eip155:${id}`),
      ...legacy.map(({ network }) => network),
    ]
    expect(NETWORKS.map(({ id }) => id).sort()).toEqual([...new Set(theirs)].sort())
  })

  // Of the chains that viem has twice, the first is the public one, the other a preview of blocks.
  const chains: Chain[] = Object.values(viemChains)
  it.each(NETWORKS)('$name has the explorer, server and kind that viem knows', (network) => {
    const chain = chains.find(({ id }) => id === network.chainId)
    expect(network.explorer).toBe(chain?.blockExplorers?.default.url.replace(/\/$/, ''))
    expect(network.rpcUrl).toBe(chain?.rpcUrls.default.http[0]?.replace(/\/$/, ''))
    expect(network.testnet).toBe(chain?.testnet ?? false)
  })
})
