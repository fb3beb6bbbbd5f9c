import { createClient, custom, type Hex, pad, toEventSelector } from 'viem'
import { describe, expect, it } from 'vitest'
import { tokenAt } from '../../../lib/payment/networks'
import { readBlockTime, readNewestBlock } from '../../../lib/wallet/chain'
import { findEvidence } from '../../../lib/wallet/settlement'
import { usdcAddress } from '../../world/test-usdc'

const payer = '0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266'
const nonce = `0x${'5a'.repeat(32)}` as const
const transaction = `0x${'ab'.repeat(32)}` as const
const authorization = { payer, nonce, validAfter: 1_000, validBefore: 2_000 }
const token = tokenAt('eip155:84532', usdcAddress)!
const topic = (address: string) => pad(address.toLowerCase() as Hex, { size: 32 })

function chainOf(answers: Record<string, unknown>) {
  const request = async ({ method }: { method: string }) => answers[method] as never
  return createClient({ transport: custom({ request }, { retryCount: 0 }) })
}

describe('a block of a number that no chain reaches', () => {
  it.each([
    ['9007199254740991', 2n ** 53n - 1n, true],
    ['9007199254740992', 2n ** 53n, false],
    ['2^256', 2n ** 256n, false],
  ])('is no answer: %s', async (_name, count, taken) => {
    const hex = `0x${count.toString(16)}`
    for (const odd of [
      { number: hex, timestamp: '0x1' },
      { number: '0x1', timestamp: hex },
    ]) {
      const chain = chainOf({ eth_getBlockByNumber: { ...odd, transactions: [] } })
      const newest = readNewestBlock(chain)
      if (taken) expect(await newest).toMatchObject({ number: expect.any(BigInt) })
      else await expect(newest).rejects.toThrow('No block')
    }
    const chain = chainOf({
      eth_getBlockByNumber: { number: '0x1', timestamp: hex, transactions: [] },
    })
    const time = readBlockTime(chain, 1n)
    if (taken) expect(await time).toBe(Number(count))
    else await expect(time).rejects.toThrow('No block')
  })
})

describe('a receipt with numbers that are none', () => {
  const log = { address: usdcAddress, blockNumber: '0x10', transactionHash: transaction }
  const used = {
    ...{ ...log, logIndex: '0x1', data: '0x' },
    topics: [toEventSelector('AuthorizationUsed(address,bytes32)'), topic(payer), nonce],
  }
  const transfer = toEventSelector('Transfer(address,address,uint256)')
  const topics = [transfer, topic(payer), topic(usdcAddress)]
  const moved = { ...log, logIndex: '0x2', data: pad('0x2710', { size: 32 }), topics }
  const receipt = { status: '0x1', logs: [used, moved] }
  const find = (eth_getTransactionReceipt: unknown) => {
    const eth_getBlockByNumber = { number: '0x20', timestamp: '0x5dc', transactions: [] }
    const answers = { eth_getTransactionReceipt, eth_getBlockByNumber, eth_getLogs: [] }
    return findEvidence(chainOf(answers), token, authorization, transaction)
  }

  it('is read where they are numbers', async () => {
    expect(await find(receipt)).toMatchObject({ proof: { amount: 10_000n, blockNumber: 16n } })
  })

  it.each<[string, object]>([
    ['status', { ...receipt, status: '0x' }],
    ['status without end', { ...receipt, status: `0x${'1'.repeat(65)}` }],
    ['amount', { ...receipt, logs: [used, { ...moved, data: '0x' }] }],
    [
      'amount of more than one word',
      { ...receipt, logs: [used, { ...moved, data: `0x${'0'.repeat(128)}` }] },
    ],
    ['place', { ...receipt, logs: [used, { ...moved, logIndex: '0x' }] }],
    ['block', { ...receipt, logs: [used, { ...moved, blockNumber: '0x' }] }],
  ])('proves nothing and breaks nothing: %s', async (_what, odd) => {
    expect(await find(odd)).toBeUndefined()
  })
})
