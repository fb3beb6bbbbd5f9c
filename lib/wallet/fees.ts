import type { Client } from 'viem'
import { estimateMaxPriorityFeePerGas, getBlock, getGasPrice } from 'viem/actions'

/** What a transaction offers for each unit of gas, in wei. */
export type Fees =
  | { type: 'eip1559'; maxFeePerGas: bigint; maxPriorityFeePerGas: bigint }
  | { type: 'legacy'; gasPrice: bigint }

/**
 * The base fee is the chain's own affair. What is paid on top goes to whoever makes the block, and a
 * server could name any: no more than 50 gwei, which networks with cheap coins do ask.
 */
const MAX_TIP = 50n * 10n ** 9n

/** Fees by what the chain offers: EIP-1559 where its blocks have a base fee. */
export async function readFees(chain: Client): Promise<Fees> {
  const { baseFeePerGas } = await getBlock(chain, { blockTag: 'latest' })
  if (typeof baseFeePerGas !== 'bigint') {
    const price = await getGasPrice(chain)
    return { type: 'legacy', gasPrice: capped(price + price / 4n) }
  }
  const tip = capped(await estimateMaxPriorityFeePerGas(chain))
  // Room for a few blocks in which gas becomes dearer; what is not needed is not paid.
  return { type: 'eip1559', maxFeePerGas: baseFeePerGas * 2n + tip, maxPriorityFeePerGas: tip }
}

/** Wei at most for each unit of gas. */
export function highestPrice(fees: Fees): bigint {
  return fees.type === 'legacy' ? fees.gasPrice : fees.maxFeePerGas
}

function capped(wei: bigint): bigint {
  return wei < MAX_TIP ? wei : MAX_TIP
}
