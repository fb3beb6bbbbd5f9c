import type { Token } from '../payment/networks'

/**
 * A link by which other wallets send tokens to an address (EIP-681):
 * `ethereum:<token>@<chain>/transfer?address=<to>&uint256=<amount>`.
 * @param amount atomic units; left open when absent
 */
export function paymentUri(
  { network, address: token }: Pick<Token, 'network' | 'address'>,
  address: `0x${string}`,
  amount?: bigint,
): string {
  const [, chainId] = network.split(':')
  const value = amount === undefined ? '' : `&uint256=${amount}`
  return `ethereum:${token}@${chainId}/transfer?address=${address}${value}`
}
