/** Networks that x402 servers name and that this wallet does not pay on, for the one line that says so. */
const NAMES: ReadonlyMap<string, string> = new Map([
  ['solana', 'Solana'],
  ['solana-devnet', 'Solana Devnet'],
  ['solana-testnet', 'Solana Testnet'],
  ['solana:5eykt4UsFv8P8NJdTREpY1vzqKqZKvdp', 'Solana'],
  ['solana:EtWTRABZaYq6iMfeYKouRu166VU2xqa1', 'Solana Devnet'],
  ['solana:4uhcVJyU9pJkvQyS88uRDiswHXSCkY3z', 'Solana Testnet'],
])

/** Families of networks by CAIP-2 namespace. */
const FAMILIES: ReadonlyMap<string, string> = new Map([
  ['algorand', 'Algorand'],
  ['aptos', 'Aptos'],
  ['bip122', 'Bitcoin'],
  ['cosmos', 'Cosmos'],
  ['hedera', 'Hedera'],
  ['near', 'NEAR'],
  ['solana', 'Solana'],
  ['starknet', 'Starknet'],
  ['stellar', 'Stellar'],
  ['sui', 'Sui'],
  ['tron', 'TRON'],
  ['tvm', 'TON'],
])

/** `Solana Devnet`; `Stellar (stellar:testnet)`; what is not known stays as the server wrote it. */
export function foreignName(network: string): string {
  const family = FAMILIES.get(network.split(':')[0] ?? '')
  const other = family && network.includes(':') ? `${family} (${network})` : network
  return NAMES.get(network) ?? other
}
