import type { Token } from '../../lib/payment/networks'

/** Test networks that Circle's faucet gives USDC on. */
const CIRCLE: ReadonlySet<string> = new Set([
  'eip155:84532',
  'eip155:80002',
  'eip155:43113',
  'eip155:421614',
  'eip155:11155111',
])

/** Where test money is given away, if we know a place. */
export function faucetOf({ network, symbol }: Pick<Token, 'network' | 'symbol'>) {
  return symbol === 'USDC' && CIRCLE.has(network) ? 'https://faucet.circle.com' : undefined
}
