/** A chain that this wallet pays on. */
export interface Network {
  /** CAIP-2, for example `eip155:8453`. */
  id: string
  chainId: number
  /** The short name that x402 v1 uses. */
  v1Name: string
  name: string
  /** Test money: counted apart from dollars that are worth something. */
  testnet: boolean
  explorer: string
  /** Public endpoint; the user may set another. */
  rpcUrl: string
}

/** A token with everything that is signed about it pinned here, never taken from a server. */
export interface Token {
  network: string
  address: `0x${string}`
  symbol: string
  decimals: number
  currency: 'USD'
  /** EIP-712 domain of the token contract. */
  eip712: { name: string; version: string }
  /** How `exact` moves it: EIP-3009 `transferWithAuthorization`. */
  transferMethod: 'eip3009'
}

export const NETWORKS: readonly Network[] = [
  {
    id: 'eip155:8453',
    chainId: 8453,
    v1Name: 'base',
    name: 'Base',
    testnet: false,
    explorer: 'https://basescan.org',
    rpcUrl: 'https://mainnet.base.org',
  },
  {
    id: 'eip155:84532',
    chainId: 84532,
    v1Name: 'base-sepolia',
    name: 'Base Sepolia',
    testnet: true,
    explorer: 'https://sepolia.basescan.org',
    rpcUrl: 'https://sepolia.base.org',
  },
]

/** Circle's USDC (FiatTokenV2_2); EIP-712 names as deployed: they differ between the two chains. */
export const TOKENS: readonly Token[] = [
  {
    network: 'eip155:8453',
    address: '0x833589fCD6eDb6E08f4c7C32D4f71b54bdA02913',
    symbol: 'USDC',
    decimals: 6,
    currency: 'USD',
    eip712: { name: 'USD Coin', version: '2' },
    transferMethod: 'eip3009',
  },
  {
    network: 'eip155:84532',
    address: '0x036CbD53842c5426634e7929541eC2318f3dCF7e',
    symbol: 'USDC',
    decimals: 6,
    currency: 'USD',
    eip712: { name: 'USDC', version: '2' },
    transferMethod: 'eip3009',
  },
]

/** Finds a network by CAIP-2 id (x402 v2). */
export function networkById(id: string): Network | undefined {
  return NETWORKS.find((network) => network.id === id)
}

/** Finds a network as an offer of that x402 version names it. */
export function networkOf(version: 1 | 2, name: string): Network | undefined {
  return version === 1 ? NETWORKS.find((network) => network.v1Name === name) : networkById(name)
}

/** Finds a pinned token by its address on a network; addresses compare without case. */
export function tokenAt(network: string, address: string): Token | undefined {
  const wanted = address.toLowerCase()
  return TOKENS.find((t) => t.network === network && t.address.toLowerCase() === wanted)
}

/** The token that balances are shown in on a network. */
export function mainToken(network: string): Token | undefined {
  return TOKENS.find((token) => token.network === network)
}

/** Link to a transaction on the network's explorer. */
export function transactionUrl(network: string, transaction: string): string | undefined {
  const known = networkById(network)
  return known && `${known.explorer}/tx/${transaction}`
}
