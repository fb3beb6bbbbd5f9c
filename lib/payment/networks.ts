import { foreignName } from './networks/foreign'
import { MAINNETS } from './networks/mainnets'
import { type Network, toNetwork } from './networks/network'
import { TESTNETS } from './networks/testnets'
import type { Token } from './networks/token'
import { TOKENS } from './networks/tokens'

export type { Network } from './networks/network'
export type { Currency, Token } from './networks/token'
export { TOKENS }

/** Every network that we know, those with real money first. */
export const NETWORKS: readonly Network[] = [
  ...MAINNETS.map((line) => toNetwork(line, false)),
  ...TESTNETS.map((line) => toNetwork(line, true)),
]

/** Finds a network by CAIP-2 id (x402 v2). */
export function networkById(id: string): Network | undefined {
  return NETWORKS.find((network) => network.id === id)
}

/** Finds a network as an offer of that x402 version names it. */
export function networkOf(version: 1 | 2, name: string): Network | undefined {
  return version === 1 ? NETWORKS.find((network) => network.v1Name === name) : networkById(name)
}

/** What a person calls the network that an offer of that x402 version names. */
export function readableNetwork(version: 1 | 2, name: string): string {
  return networkOf(version, name)?.name ?? foreignName(name)
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

/** Whether this wallet makes the transfer that the token needs. */
export function isPayable({ transferMethod }: Pick<Token, 'transferMethod'>): boolean {
  return transferMethod === 'eip3009'
}

/** Link to a transaction on the network's explorer. */
export function transactionUrl(network: string, transaction: string): string | undefined {
  const known = networkById(network)
  return known && `${known.explorer}/tx/${transaction}`
}
