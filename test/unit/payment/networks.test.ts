import { getAddress } from 'viem'
import { describe, expect, it } from 'vitest'
import {
  mainToken,
  NETWORKS,
  networkById,
  networkOf,
  readableNetwork,
  TOKENS,
  tokenAt,
  transactionUrl,
} from '../../../lib/payment/networks'

const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', '', ' base', 'BASE']

describe('the registry', () => {
  it.each(NETWORKS)('names $name as CAIP-2 does, reached over https', (network) => {
    expect(network.id).toBe(`eip155:${network.chainId}`)
    expect(new URL(network.rpcUrl).protocol).toBe('https:')
    expect(new URL(network.explorer).protocol).toBe('https:')
  })

  it.each(TOKENS)(
    'pins $symbol on $network by a checksummed address, on a known network',
    (token) => {
      expect(getAddress(token.address.toLowerCase())).toBe(token.address)
      expect(networkById(token.network)).toBeDefined()
    },
  )

  it('knows each token and network once', () => {
    const keys = TOKENS.map(({ network, address }) => `${network} ${address.toLowerCase()}`)
    expect(new Set(keys).size).toBe(TOKENS.length)
    expect(new Set(NETWORKS.map(({ id }) => id)).size).toBe(NETWORKS.length)
    const v1Names = NETWORKS.flatMap(({ v1Name }) => v1Name ?? [])
    expect(new Set(v1Names).size).toBe(v1Names.length)
  })

  it.each(names)('knows no network %j', (name) => {
    expect(networkById(name)).toBeUndefined()
    expect(networkOf(1, name)).toBeUndefined()
    expect(networkOf(2, name)).toBeUndefined()
    expect(mainToken(name)).toBeUndefined()
    expect(transactionUrl(name, '0x1')).toBeUndefined()
  })

  it('keeps the names of the two versions apart', () => {
    expect(networkOf(1, 'eip155:8453')).toBeUndefined()
    expect(networkOf(2, 'base')).toBeUndefined()
  })

  it('finds a token whatever the case of its address, but not on another network', () => {
    const { network, address } = TOKENS[0]!
    expect(tokenAt(network, address.toLowerCase())).toBe(TOKENS[0])
    expect(tokenAt(network, `0x${address.slice(2).toUpperCase()}`)).toBe(TOKENS[0])
    expect(tokenAt('eip155:84532', address)).toBeUndefined()
    expect(tokenAt(network, `${address}0`)).toBeUndefined()
  })

  it.each(NETWORKS)('shows the balance of $name in a token that is a dollar', ({ id }) => {
    expect(mainToken(id)?.currency).toBe('USD')
  })

  it.each([
    [1, 'base', 'Base'],
    [2, 'eip155:3338', 'peaq'],
    [2, 'base', 'base'],
    [1, 'solana-devnet', 'Solana Devnet'],
    [2, 'hedera:mainnet', 'Hedera (hedera:mainnet)'],
    [2, 'hedera', 'hedera'],
    [2, '', ''],
    [2, '__proto__:1', '__proto__:1'],
  ] as const)('in an offer of v%i reads %j as %s', (version, name, readable) => {
    expect(readableNetwork(version, name)).toBe(readable)
  })

  it('links a transaction on the explorer of its network', () => {
    expect(transactionUrl('eip155:8453', '0xab')).toBe('https://basescan.org/tx/0xab')
  })
})
