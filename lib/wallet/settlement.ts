import { type Client, type Hex, toEventSelector } from 'viem'
import { hexToBigInt, numberToHex, pad } from 'viem/utils'
import { z } from 'zod'
import type { Token } from '../payment/networks'
import type { Authorization, SettlementProof } from '../payment/payment'
import { readBlockTime, readNewestBlock } from './chain'

/** What the chain shows of an authorization that is not open any more. */
export type Evidence = { proof: SettlementProof } | { cancelled: true }

/** EIP-3009 and EIP-20. */
const USED = toEventSelector('AuthorizationUsed(address,bytes32)')
const CANCELLED = toEventSelector('AuthorizationCanceled(address,bytes32)')
const TRANSFER = toEventSelector('Transfer(address,address,uint256)')

/** What public servers give in one answer, and how often they are asked. */
const MAX_BLOCKS = 2_000n
const MAX_CALLS = 12
/** Clocks of chains and servers differ. Seconds. */
const MARGIN_SECONDS = 660

const hex = z.string().regex(/^0x[0-9a-fA-F]*$/)
const quantity = z.string().regex(/^0x[0-9a-fA-F]{1,64}$/)
/** A hash, or the amount that `Transfer` carries beside its topics. */
const WORD = /^0x[0-9a-fA-F]{64}$/
/** Every line of a server's answer is checked: what has another shape is no answer. */
const log = z.object({
  address: hex,
  topics: z.array(hex),
  data: hex,
  blockNumber: quantity,
  logIndex: quantity,
  transactionHash: z.string().regex(WORD),
})
type Log = z.infer<typeof log>
const receiptOf = z.object({ status: quantity, logs: z.array(log) })

type Question = Pick<Authorization, 'payer' | 'nonce' | 'validAfter' | 'validBefore'>

/**
 * Finds the transfer that an authorization was used for, or that it was cancelled: in the
 * transactions that somebody names, else in the logs of the time when the authorization could be
 * used. Nothing when the server does not show it: that says nothing about the money.
 */
export async function findEvidence(
  chain: Client,
  token: Pick<Token, 'address'>,
  authorization: Question,
  ...claimed: (string | undefined)[]
): Promise<Evidence | undefined> {
  for (const transaction of claimed) {
    const named = transaction && (await inTransaction(chain, token, authorization, transaction))
    if (named) return named
  }
  const found = await searchLogs(chain, token, authorization)
  if (!found) return undefined
  if (isEvent(found, CANCELLED)) return { cancelled: true }
  return inTransaction(chain, token, authorization, found.transactionHash)
}

async function inTransaction(
  chain: Client,
  token: Pick<Token, 'address'>,
  authorization: Question,
  transaction: string,
): Promise<Evidence | undefined> {
  if (!WORD.test(transaction)) return undefined
  const answer = await chain.request({
    method: 'eth_getTransactionReceipt',
    params: [transaction as Hex],
  })
  const parsed = receiptOf.safeParse(answer)
  if (!parsed.success || hexToBigInt(parsed.data.status as Hex) !== 1n) return undefined
  const logs = parsed.data.logs.filter((one) => sameHex(one.address, token.address))
  const about = (one: Log) => isAbout(one, authorization)
  if (logs.some((one) => isEvent(one, CANCELLED) && about(one))) return { cancelled: true }
  const used = logs.find((one) => isEvent(one, USED) && about(one))
  // The token moves the money right after it has marked the authorization.
  const moved = used && logs.find((one) => isTransferAfter(one, used, authorization))
  return moved && { proof: proofOf(moved, transaction) }
}

async function searchLogs(
  chain: Client,
  token: Pick<Token, 'address'>,
  authorization: Question,
): Promise<Log | undefined> {
  const newest = await readNewestBlock(chain)
  let from = await blockBefore(chain, authorization.validAfter, newest)
  let size = MAX_BLOCKS
  for (let call = 0; call < MAX_CALLS && from <= newest.number; call++) {
    const last = from + size - 1n
    const to = last < newest.number ? last : newest.number
    try {
      const found = await logsBetween(chain, token, authorization, from, to)
      if (found) return found
      from = to + 1n
      if ((await readBlockTime(chain, to)) > authorization.validBefore + MARGIN_SECONDS) break
    } catch (error) {
      // Some servers give less at once.
      if (size <= 16n) throw error
      size /= 4n
    }
  }
  return undefined
}

async function logsBetween(
  chain: Client,
  token: Pick<Token, 'address'>,
  { payer, nonce }: Question,
  from: bigint,
  to: bigint,
): Promise<Log | undefined> {
  const topics = [[USED, CANCELLED], pad(payer as Hex, { size: 32 }), nonce]
  const range = { fromBlock: numberToHex(from), toBlock: numberToHex(to) }
  const params = [
    { address: token.address, topics: topics as [Hex[], Hex, Hex], ...range },
  ] as const
  const answer = z
    .array(log)
    .parse(await chain.request({ method: 'eth_getLogs', params: [params[0]] }))
  return answer.find((one) => sameHex(one.address, token.address) && isAbout(one, { payer, nonce }))
}

/** The number of a block from before that time, by halves; the first one where there is none. */
async function blockBefore(
  chain: Client,
  seconds: number,
  newest: { number: bigint; timestamp: number },
): Promise<bigint> {
  let step = MAX_BLOCKS
  let number = newest.number
  let time = newest.timestamp
  while (time > seconds && number > 0n) {
    number = number > step ? number - step : 0n
    step *= 4n
    time = await readBlockTime(chain, number)
  }
  let above = newest.number
  // Near enough is what one answer of the server spans.
  while (above - number > MAX_BLOCKS / 2n) {
    const middle = (above + number) / 2n
    if ((await readBlockTime(chain, middle)) <= seconds) number = middle
    else above = middle
  }
  return number
}

function isEvent({ topics }: Log, event: Hex): boolean {
  return topics[0] === event
}

function isAbout({ topics }: Log, { payer, nonce }: Pick<Question, 'payer' | 'nonce'>): boolean {
  return (
    (topics[0] === USED || topics[0] === CANCELLED) &&
    topics[1] !== undefined &&
    sameHex(addressIn(topics[1]), payer) &&
    topics[2] !== undefined &&
    sameHex(topics[2], nonce)
  )
}

function isTransferAfter(one: Log, used: Log, { payer }: Question): boolean {
  const [event, from] = one.topics
  return (
    event === TRANSFER &&
    one.topics.length === 3 &&
    from !== undefined &&
    sameHex(addressIn(from), payer) &&
    WORD.test(one.data) &&
    hexToBigInt(one.logIndex as Hex) > hexToBigInt(used.logIndex as Hex)
  )
}

function proofOf({ topics, data, blockNumber }: Log, transaction: string): SettlementProof {
  return {
    transaction: transaction.toLowerCase(),
    blockNumber: hexToBigInt(blockNumber as Hex),
    payer: addressIn(topics[1] ?? ''),
    payTo: addressIn(topics[2] ?? ''),
    amount: hexToBigInt(data as Hex),
  }
}

function addressIn(topic: string): string {
  return `0x${topic.slice(-40)}`
}

function sameHex(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase()
}
