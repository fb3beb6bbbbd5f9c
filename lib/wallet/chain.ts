import { type Client, createClient, http, parseAbi } from 'viem'
import { getBlock, getChainId, readContract } from 'viem/actions'
import type { Token } from '../payment/networks'
import { Problem } from '../problem'

const TOKEN_ABI = parseAbi([
  'function balanceOf(address account) view returns (uint256)',
  'function authorizationState(address authorizer, bytes32 nonce) view returns (bool)',
])

/** Of blocks or of seconds. */
const MAX_COUNT = BigInt(Number.MAX_SAFE_INTEGER)

/** A reader of one chain through one endpoint. `timeoutMs` bounds each call. */
export function chainReader(rpcUrl: string, timeoutMs = 10_000): Client {
  return createClient({ transport: http(rpcUrl, { timeout: timeoutMs, retryCount: 0 }) })
}

/** Balance in atomic units of the token. */
export function readBalance(
  chain: Client,
  token: Pick<Token, 'address'>,
  account: `0x${string}`,
): Promise<bigint> {
  return readContract(chain, {
    abi: TOKEN_ABI,
    address: token.address,
    functionName: 'balanceOf',
    args: [account],
  })
}

/**
 * Whether an EIP-3009 authorization has been used (or cancelled) as of a block: it can be used once
 * at most.
 */
export function readAuthorizationUsed(
  chain: Client,
  token: Pick<Token, 'address'>,
  authorizer: `0x${string}`,
  nonce: `0x${string}`,
  blockNumber: bigint,
): Promise<boolean> {
  return readContract(chain, {
    abi: TOKEN_ABI,
    address: token.address,
    functionName: 'authorizationState',
    args: [authorizer, nonce],
    blockNumber,
  })
}

/** The newest block; its time in seconds since 1970. */
export async function readNewestBlock(
  chain: Client,
): Promise<{ number: bigint; timestamp: number }> {
  const { number, timestamp } = await getBlock(chain, { blockTag: 'latest' })
  return { number: mustBeCount(number), timestamp: Number(mustBeCount(timestamp)) }
}

/** The time of a block, seconds since 1970. */
export async function readBlockTime(chain: Client, blockNumber: bigint): Promise<number> {
  const { timestamp } = await getBlock(chain, { blockNumber })
  return Number(mustBeCount(timestamp))
}

/** What is no block is no answer; nor is a number that no chain will ever reach. */
function mustBeCount(value: unknown): bigint {
  if (typeof value !== 'bigint' || value > MAX_COUNT) throw new Error('No block')
  return value
}

/**
 * Asks a server which chain it speaks for.
 * @throws {Problem} `rpc_wrong_chain` when it is another one
 */
export async function mustBeChain(chain: Client, chainId: number): Promise<void> {
  const found = await getChainId(chain)
  if (found === chainId) return
  throw new Problem('rpc_wrong_chain', { expected: String(chainId), found: String(found) })
}
