import type { Client } from 'viem'
import type { Network, Token } from '../payment/networks'
import type { Authorization } from '../payment/payment'
import { mustBeChain, readAuthorizationUsed, readNewestBlock } from './chain'

/** The newest block of a chain; its time in seconds since 1970. */
export type Head = Awaited<ReturnType<typeof readNewestBlock>>

/** What became of an authorization: `open` may still turn into either of the others. */
export type Finding = 'used' | 'expired' | 'open'

/**
 * The newest block of a server that speaks for this chain, and no other.
 * @throws {Problem} `rpc_wrong_chain`
 */
export async function readHead(
  chain: Client,
  { chainId }: Pick<Network, 'chainId'>,
): Promise<Head> {
  await mustBeChain(chain, chainId)
  return readNewestBlock(chain)
}

/**
 * What the chain says of an EIP-3009 authorization. Time and state are read at one block: the
 * nodes behind an address are not equally far, and unused as a late one sees it proves nothing
 * about the time of another. Only what its own chain says counts: `head` is what `readHead` gave.
 * @throws {Problem} `rpc_wrong_chain`
 */
export async function findAuthorization(
  chain: Client,
  network: Pick<Network, 'chainId'>,
  token: Pick<Token, 'address'>,
  { payer, nonce, validBefore }: Pick<Authorization, 'payer' | 'nonce' | 'validBefore'>,
  head?: Head,
): Promise<Finding> {
  const block = head ?? (await readHead(chain, network))
  const authorizer = payer as `0x${string}`
  if (await readAuthorizationUsed(chain, token, authorizer, nonce, block.number)) return 'used'
  return block.timestamp > validBefore ? 'expired' : 'open'
}
