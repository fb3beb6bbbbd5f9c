import { type Hex, numberToHex, pad, parseAbi, parseSignature, toEventSelector } from 'viem'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { networkById, tokenAt } from '../../../lib/payment/networks'
import type { Authorization } from '../../../lib/payment/payment'
import { accountOf, newPhrase } from '../../../lib/wallet/account'
import { findAuthorization } from '../../../lib/wallet/authorization'
import { cancelOnChain } from '../../../lib/wallet/cancel'
import { chainReader } from '../../../lib/wallet/chain'
import { authorizationFor, signExact } from '../../../lib/wallet/exact'
import { findEvidence } from '../../../lib/wallet/settlement'
import { facilitatorAddress } from '../../world/accounts'
import { type LocalChain, startChain } from '../../world/chain'
import { startWorkbench, type Workbench } from '../../world/workbench'
import { someTerms } from '../payment/samples'
import { problemOfAsync } from '../protocols/problem-of'

const { privateKey, address } = accountOf({ kind: 'phrase', phrase: newPhrase() })
const terms = someTerms()
const network = networkById('eip155:84532')!
const token = tokenAt(network.id, terms.asset)!
const transferAbi = parseAbi([
  'function transferWithAuthorization(address, address, uint256, uint256, uint256, bytes32, uint8, bytes32, bytes32)',
])
const USED = toEventSelector('AuthorizationUsed(address,bytes32)')
const TRANSFER = toEventSelector('Transfer(address,address,uint256)')
const elsewhere = `0x${'ab'.repeat(32)}` as Hex

let chain: LocalChain
let workbench: Workbench
let count = 0

beforeAll(async () => {
  chain = await startChain()
  workbench = await startWorkbench()
  await chain.mint(address, 1_000_000n)
})
afterAll(async () => {
  await workbench?.stop()
  await chain?.stop()
})

function authorize(): Authorization {
  const nonce = `0x${(++count).toString(16).padStart(64, '0')}` as Hex
  return authorizationFor(terms, address, nonce, Date.now())
}

/** What a facilitator does with a signature. */
async function settle(authorization: Authorization): Promise<Hex> {
  const { signature } = (await signExact(terms, authorization, privateKey)) as { signature: Hex }
  const { r, s, yParity } = parseSignature(signature)
  const { nonce, validAfter, validBefore } = authorization
  const times = [BigInt(validAfter), BigInt(validBefore)] as const
  const hash = await chain.client.writeContract({
    account: facilitatorAddress,
    address: token.address,
    abi: transferAbi,
    functionName: 'transferWithAuthorization',
    args: [address, terms.payTo as Hex, terms.amount, ...times, nonce, 27 + yParity, r, s],
  })
  const { status } = await chain.client.waitForTransactionReceipt({ hash })
  if (status !== 'success') throw new Error('The chain did not take it')
  return hash
}

const find = (authorization: Authorization, claimed?: string) =>
  findEvidence(chainReader(chain.rpcUrl), token, authorization, claimed)

describe('the transfer of an authorization is found', () => {
  const proofOf = (transaction: string) => ({
    proof: {
      transaction,
      blockNumber: expect.any(BigInt),
      payer: address.toLowerCase(),
      payTo: terms.payTo.toLowerCase(),
      amount: terms.amount,
    },
  })

  it('in the transaction that the server names', async () => {
    const authorization = authorize()
    const hash = await settle(authorization)
    expect(await find(authorization, hash)).toEqual(proofOf(hash))
  })

  it.each([
    ['another one that there is', async () => settle(authorize())],
    ['one that there is not', async () => elsewhere],
    ['no hash at all', async () => 'paid, trust me'],
    ['nothing', async () => undefined],
  ])('by its logs, when the server names %s', async (_what, claim) => {
    const authorization = authorize()
    const hash = await settle(authorization)
    await settle(authorize())
    expect(await find(authorization, await claim())).toEqual(proofOf(hash))
  })

  it('not at all, before it has happened', async () => {
    expect(await find(authorize())).toBeUndefined()
    expect(await find(authorize(), elsewhere)).toBeUndefined()
  })
})

describe('a cancelled authorization', () => {
  const means = (seen: string[] = []) => ({
    privateKey,
    beforeSending: async (hash: Hex) => void seen.push(hash),
  })

  it('pays nobody, and is known as cancelled', async () => {
    await chain.client.setBalance({ address, value: 10n ** 18n })
    const now = await chain.client.getBlock()
    const nonce = `0x${(++count).toString(16).padStart(64, '0')}` as Hex
    const authorization = authorizationFor(terms, address, nonce, Number(now.timestamp) * 1000)
    const seen: string[] = []
    const reader = chainReader(chain.rpcUrl)
    const hash = await cancelOnChain(reader, network, token, authorization, means(seen))
    expect(seen).toEqual([hash])
    await chain.client.waitForTransactionReceipt({ hash })
    expect(await findAuthorization(reader, network, token, authorization)).toBe('used')
    expect(await find(authorization)).toEqual({ cancelled: true })
    expect(await find(authorization, hash)).toEqual({ cancelled: true })
    await expect(settle(authorization)).rejects.toThrow()
  })

  it('costs gas: without any, nothing is sent and the end is named', async () => {
    await chain.client.setBalance({ address, value: 0n })
    const authorization = authorize()
    const seen: string[] = []
    const reader = chainReader(chain.rpcUrl)
    const problem = await problemOfAsync(() =>
      cancelOnChain(reader, network, token, authorization, means(seen)),
    )
    expect(problem).toMatchObject({
      code: 'no_gas',
      details: { ends: new Date(authorization.validBefore * 1000).toISOString() },
    })
    expect(seen).toEqual([])
  })
})

describe('a server that lies or has no logs', () => {
  const answering = (result: (method: string) => unknown) => {
    workbench.on('POST', '/lies', ({ body }) => {
      const { id, method } = JSON.parse(body) as { id: number; method: string }
      const answer = { jsonrpc: '2.0', id, result: result(method) }
      return { headers: { 'content-type': 'application/json' }, body: JSON.stringify(answer) }
    })
    return chainReader(`http://127.0.0.1:${workbench.port}/lies`)
  }
  const log = {
    address: token.address,
    topics: [elsewhere, elsewhere, elsewhere],
    data: '0x01',
    blockNumber: '0x1',
    logIndex: '0x0',
    transactionHash: elsewhere,
  }

  it.each<[string, unknown]>([
    ['nothing', null],
    ['a failed one', { status: '0x0', logs: [log] }],
    ['one without logs', { status: '0x1', logs: [] }],
    ['one of something else', { status: '0x1', logs: [log] }],
    ['a shape of its own', { status: 1, logs: 'many' }],
  ])('proves nothing with a receipt that is %s', async (_what, receipt) => {
    const block = { number: '0x1', timestamp: '0x1', transactions: [] }
    const chain = answering((method) =>
      method === 'eth_getTransactionReceipt' ? receipt : method === 'eth_getLogs' ? [] : block,
    )
    expect(await findEvidence(chain, token, authorize(), elsewhere)).toBeUndefined()
  })

  it('gives few blocks at once: the right ones among a million are found', async () => {
    const authorization = authorize()
    const signedAt = authorization.validAfter + 600
    // Two seconds a block; the transfer is in the third block after signing, long ago.
    const timeOf = (number: number) => signedAt + (number - 400_000) * 2
    const moved = { ...log, blockNumber: '0x61a83', transactionHash: elsewhere }
    const topic = (text: string) => pad(text as Hex, { size: 32 })
    const used = { ...moved, topics: [USED, topic(address), authorization.nonce] }
    const value = pad('0x2710', { size: 32 })
    const transfer = {
      ...moved,
      logIndex: '0x1',
      topics: [TRANSFER, topic(address), topic(terms.payTo)],
      data: value,
    }
    let calls = 0
    workbench.on('POST', '/archive', ({ body }) => {
      calls++
      const { id, method, params } = JSON.parse(body)
      const reply = (part: object) => ({
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ jsonrpc: '2.0', id, ...part }),
      })
      if (method === 'eth_getTransactionReceipt')
        return reply({
          result: params[0] === elsewhere && { status: '0x1', logs: [used, transfer] },
        })
      if (method === 'eth_getLogs') {
        const [from, to] = [Number(params[0].fromBlock), Number(params[0].toBlock)]
        if (to - from >= 500) return reply({ error: { code: -32_005, message: 'range too large' } })
        return reply({ result: from <= 400_003 && to >= 400_003 ? [used] : [] })
      }
      const number = params[0] === 'latest' ? 1_000_000 : Number(params[0])
      const timestamp = numberToHex(timeOf(number))
      return reply({ result: { number: numberToHex(number), timestamp, transactions: [] } })
    })
    const archive = chainReader(`http://127.0.0.1:${workbench.port}/archive`)
    const found = await findEvidence(archive, token, authorization, undefined)
    expect(found).toMatchObject({ proof: { transaction: elsewhere, amount: 10_000n } })
    expect(calls).toBeLessThan(60)
  })

  it('is not asked for ever', async () => {
    let calls = 0
    const reader = answering((method) => {
      calls++
      if (method === 'eth_getLogs') return []
      return { number: '0xffffffff', timestamp: '0xffffffff', transactions: [] }
    })
    await findEvidence(reader, token, authorize(), undefined).catch(() => undefined)
    expect(calls).toBeLessThan(120)
  })
})
