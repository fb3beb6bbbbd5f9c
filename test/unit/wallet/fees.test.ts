import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { chainReader } from '../../../lib/wallet/chain'
import { highestPrice, readFees } from '../../../lib/wallet/fees'
import { startWorkbench, type Workbench } from '../../world/workbench'

const gwei = 10n ** 9n

let workbench: Workbench

beforeAll(async () => {
  workbench = await startWorkbench()
})
afterAll(() => workbench?.stop())

/** A server by these prices, in wei; `null` where a chain has no such thing. */
function feesBy(prices: { base: bigint | null; tip?: bigint; price?: bigint }) {
  const hex = (wei: bigint) => `0x${wei.toString(16)}`
  workbench.on('POST', '/rpc', ({ body }) => {
    const { id, method } = JSON.parse(body) as { id: number; method: string }
    const { base, tip = 0n, price = 0n } = prices
    const result = {
      eth_getBlockByNumber: {
        number: '0x1',
        timestamp: '0x1',
        transactions: [],
        ...(base !== null && { baseFeePerGas: hex(base) }),
      },
      eth_maxPriorityFeePerGas: hex(tip),
      eth_gasPrice: hex(price),
    }[method]
    const headers = { 'content-type': 'application/json' }
    return { headers, body: JSON.stringify({ jsonrpc: '2.0', id, result }) }
  })
  return readFees(chainReader(`http://127.0.0.1:${workbench.port}/rpc`))
}

describe('fees', () => {
  it('are of EIP-1559 where blocks have a base fee, with room for it to double', async () => {
    const fees = await feesBy({ base: 10n * gwei, tip: 2n * gwei })
    expect(fees).toEqual({
      type: 'eip1559',
      maxFeePerGas: 22n * gwei,
      maxPriorityFeePerGas: 2n * gwei,
    })
    expect(highestPrice(fees)).toBe(22n * gwei)
  })

  it('are a plain price where they have none', async () => {
    const fees = await feesBy({ base: null, price: 4n * gwei })
    expect(fees).toEqual({ type: 'legacy', gasPrice: 5n * gwei })
    expect(highestPrice(fees)).toBe(5n * gwei)
  })

  it('do not give the maker of a block whatever a server names', async () => {
    const greedy = 10n ** 18n
    const modern = await feesBy({ base: gwei, tip: greedy })
    expect(modern).toMatchObject({ maxPriorityFeePerGas: 50n * gwei, maxFeePerGas: 52n * gwei })
    expect(await feesBy({ base: null, price: greedy })).toMatchObject({ gasPrice: 50n * gwei })
  })
})
