import fc from 'fast-check'
import { createClient, custom, type EIP1193RequestFn, toEventSelector } from 'viem'
import { expect } from 'vitest'
import { tokenAt } from '../../../lib/payment/networks'
import { findAuthorization } from '../../../lib/wallet/authorization'
import { readBalance } from '../../../lib/wallet/chain'
import { findEvidence } from '../../../lib/wallet/settlement'
import { findArrival } from '../../../lib/wallet/top-up'
import { usdcAddress } from '../../world/test-usdc'
import { runnable } from '../fuzz'
import { hostile } from '../hostile'
import { jsonText } from '../json'
import { mutatedJson } from '../mutations'
import type { Target } from '../target'

const payer = '0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266'
const nonce = `0x${'5a'.repeat(32)}` as const
const transaction = `0x${'ab'.repeat(32)}` as const
const authorization = { payer, nonce, validAfter: 1_000, validBefore: 2_000 }
const network = { chainId: 84532 }
const token = tokenAt('eip155:84532', usdcAddress)!

const word = (hex: string) => `0x${hex.replace(/^0x/, '').toLowerCase().padStart(64, '0')}`
const log = (logIndex: string, topics: string[], data: string) => ({
  ...{ address: usdcAddress, topics, data, logIndex, removed: false },
  ...{ blockNumber: '0x10', blockHash: word('1'), transactionHash: transaction },
  transactionIndex: '0x0',
})
const used = log(
  '0x1',
  [toEventSelector('AuthorizationUsed(address,bytes32)'), word(payer), nonce],
  '0x',
)
const transferTopic = toEventSelector('Transfer(address,address,uint256)')
const moved = log('0x2', [transferTopic, word(payer), word(payer)], word('2710'))

/** What an honest server says. */
const HONEST = {
  eth_chainId: '0x14a34',
  eth_getBlockByNumber: { number: '0x4000', timestamp: '0x5dc', transactions: [], hash: word('1') },
  eth_call: word('1'),
  eth_getLogs: [used],
  eth_getTransactionReceipt: {
    ...{ status: '0x1', logs: [used, moved], blockNumber: '0x10', blockHash: word('1') },
    ...{ transactionHash: transaction, gasUsed: '0x1', type: '0x2', from: payer, to: usdcAddress },
  },
}
type Method = keyof typeof HONEST

/** Answers of a server by method; what is missing is a method that it does not have. */
type Server = Record<string, unknown>

const server: fc.Arbitrary<Server> = fc.oneof(
  mutatedJson(HONEST).map((text) => recordOf(JSON.parse(text))),
  fc
    .tuple(fc.constantFrom(...(Object.keys(HONEST) as Method[])), hostile)
    .map(([method, value]) => ({ ...HONEST, [method]: JSON.parse(jsonText(value)) })),
)

function recordOf(value: unknown): Server {
  return typeof value === 'object' && value !== null ? (value as Server) : {}
}

/** So often is a server asked at most, whatever it says. */
const MAX_CALLS = 1_000

function readerOf(answers: Server) {
  let calls = 0
  const request: EIP1193RequestFn = async ({ method }: { method: string }) => {
    if (++calls > MAX_CALLS) throw new Error('no')
    if (!Object.hasOwn(answers, method)) throw Object.assign(new Error('no'), { code: -32601 })
    return answers[method] as never
  }
  const client = createClient({
    transport: custom({ request }, { retryCount: 0 }),
    pollingInterval: 1,
  })
  return { client, isEndless: () => calls > MAX_CALLS }
}

class Endless extends Error {}

function mustEnd(): never {
  throw new Endless('asks without end')
}

const QUESTIONS = ['balance', 'authorization', 'evidence', 'arrival'] as const
type Question = (typeof QUESTIONS)[number]

/** What a server of a network answers: it may be slow, broken, or lie. */
const rpc: Target<[Question, Server], unknown> = {
  name: 'rpc',
  share: 40,
  inputs: fc.tuple(fc.constantFrom(...QUESTIONS), server),
  async act([question, answers]) {
    const { client, isEndless } = readerOf(answers)
    try {
      return await askChain(question, client)
    } finally {
      if (isEndless()) mustEnd()
    }
  },
  // A server that is not understood is one that cannot be asked: every caller has a word for that.
  allows: (error) => error instanceof Error && !(error instanceof Endless),
  // Its errors quote what was asked and answered; no answer is too long for it.
  limits: { ms: 200, bytes: 32 * 2 ** 20 },
  check(found, [question]) {
    if (question === 'balance') expect(typeof found).toBe('bigint')
    if (question === 'authorization') expect(['used', 'expired', 'open']).toContain(found)
    if (question === 'arrival') expect(['waiting', 'arrived', 'failed']).toContain(found)
    if (question !== 'evidence' || !found || 'cancelled' in (found as object)) return
    const { proof } = found as { proof: Record<'payer' | 'amount' | 'transaction', unknown> }
    expect(String(proof.payer).toLowerCase()).toBe(payer.toLowerCase())
    expect(proof.transaction).toMatch(/^0x[0-9a-f]{64}$/)
  },
}

function askChain(question: Question, client: ReturnType<typeof readerOf>['client']) {
  switch (question) {
    case 'balance':
      return readBalance(client, token, payer)
    case 'authorization':
      return findAuthorization(client, network, token, authorization)
    case 'evidence':
      return findEvidence(client, token, authorization, transaction)
    case 'arrival':
      return findArrival(client, network, token, payer, 1n, transaction)
  }
}

export const chainTargets = [runnable(rpc)]
