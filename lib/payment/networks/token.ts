/** What a token can be worth one to one beside the dollar, as ISO 4217 names it. */
export const OTHER_CURRENCIES = ['EUR'] as const
/** ISO 4217 code of what a token is worth one to one. */
export type Currency = 'USD' | (typeof OTHER_CURRENCIES)[number]

/**
 * How the scheme `exact` moves a token: EIP-3009 `transferWithAuthorization`, or Uniswap's Permit2
 * for tokens that have no such function.
 */
export type TransferMethod = 'eip3009' | 'permit2'

/** A token with everything that is signed about it pinned here, never taken from a server. */
export interface Token {
  /** CAIP-2. */
  network: string
  address: `0x${string}`
  symbol: string
  decimals: number
  currency: Currency
  /** EIP-712 domain of the token contract, as deployed. */
  eip712: { name: string; version: string }
  transferMethod: TransferMethod
  /** The token takes EIP-2612 `permit`, by which Permit2 is allowed without gas. */
  eip2612?: true
}

/** What tells a token from Circle's USDC: six decimals, a dollar, EIP-3009, version 2. */
type Difference = Partial<Omit<Token, 'network' | 'address' | 'eip712'>> & {
  name?: string
  version?: string
}

/** One line of the table beside this file. */
export function token(chainId: number, address: `0x${string}`, difference: Difference = {}): Token {
  const { name = 'USDC', version = '2', ...rest } = difference
  return {
    network: `eip155:${chainId}`,
    address,
    symbol: 'USDC',
    decimals: 6,
    currency: 'USD',
    transferMethod: 'eip3009',
    ...rest,
    eip712: { name, version },
  }
}
