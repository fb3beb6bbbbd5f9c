import { type Client, createClient, http, parseAbi } from 'viem'
import { getBlock, readContract } from 'viem/actions'
import type { Token } from '../payment/networks'

const TOKEN_ABI = parseAbi([
  'function balanceOf(address account) view returns (uint256)',
  'function authorizationState(address authorizer, bytes32 nonce) view returns (bool)',
])

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

/** Whether an EIP-3009 authorization has been used (or cancelled): it can be used once at most. */
export function readAuthorizationUsed(
  chain: Client,
  token: Pick<Token, 'address'>,
  authorizer: `0x${string}`,
  nonce: `0x${string}`,
): Promise<boolean> {
  return readContract(chain, {
    abi: TOKEN_ABI,
    address: token.address,
    functionName: 'authorizationState',
    args: [authorizer, nonce],
  })
}

/** Time of the newest block, seconds since 1970. */
export async function readTimestamp(chain: Client): Promise<number> {
  const { timestamp } = await getBlock(chain, { blockTag: 'latest' })
  return Number(timestamp)
}
