import { type Client, isAddressEqual, parseAbi, parseEventLogs } from 'viem'
import { getTransactionReceipt } from 'viem/actions'
import type { Network, Token } from '../payment/networks'
import { mustBeChain } from './chain'

/** `failed`: the transaction is there and did not bring the money. */
export type Arrival = 'waiting' | 'arrived' | 'failed'

const TRANSFER = parseAbi([
  'event Transfer(address indexed from, address indexed to, uint256 value)',
])

/**
 * Whether a transaction has brought this account at least this much of a token (atomic units). The
 * hash is somebody's word; the transfer is looked for on the chain.
 * @throws {Problem} `rpc_wrong_chain`
 */
export async function findArrival(
  chain: Client,
  { chainId }: Pick<Network, 'chainId'>,
  token: Pick<Token, 'address'>,
  to: `0x${string}`,
  amount: bigint,
  transaction: `0x${string}`,
): Promise<Arrival> {
  await mustBeChain(chain, chainId)
  const receipt = await getTransactionReceipt(chain, { hash: transaction }).catch(() => undefined)
  if (!receipt) return 'waiting'
  if (receipt.status !== 'success') return 'failed'
  const brought = parseEventLogs({ abi: TRANSFER, logs: receipt.logs })
    .filter(({ address, args }) => isAddressEqual(address, token.address) && args.to === to)
    .reduce((sum, { args }) => sum + args.value, 0n)
  return brought >= amount ? 'arrived' : 'failed'
}
