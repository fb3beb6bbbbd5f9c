import 'fake-indexeddb/auto'
import { type Hex, parseAbi, parseSignature } from 'viem'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { cancelPayment } from '../../../entrypoints/background/cancel'
import { reconcile } from '../../../entrypoints/background/reconcile'
import type { Authorization, Payment } from '../../../lib/payment/payment'
import { getPayment } from '../../../lib/store/ledger'
import { setRpcUrl } from '../../../lib/store/settings'
import { accountOf, newPhrase } from '../../../lib/wallet/account'
import { authorizationFor, signExact } from '../../../lib/wallet/exact'
import { facilitatorAddress } from '../../world/accounts'
import { type LocalChain, startChain } from '../../world/chain'
import { localFetch } from '../../world/local-fetch'
import { startWorkbench, type Workbench } from '../../world/workbench'
import { aPayment, someTerms } from '../payment/samples'
import { problemOfAsync } from '../protocols/problem-of'
import { freshStore, spentToday } from '../store/fresh-store'
import { record } from '../store/ledger-steps'
import { unlockAs } from '../store/unlocked'

vi.mock('../../../entrypoints/background/platform', () => ({ keepOwn: () => Promise.resolve() }))

const network = 'eip155:84532'
const terms = someTerms()
const transferAbi = parseAbi([
  'function transferWithAuthorization(address, address, uint256, uint256, uint256, bytes32, uint8, bytes32, bytes32)',
])

let chain: LocalChain
let workbench: Workbench
let account: ReturnType<typeof accountOf>
let count = 0

beforeAll(async () => {
  chain = await startChain()
  workbench = await startWorkbench()
})
afterAll(async () => {
  await workbench?.stop()
  await chain?.stop()
})

beforeEach(async () => {
  await freshStore()
  fakeBrowser.reset()
  account = accountOf({ kind: 'phrase', phrase: newPhrase() })
  await unlockAs(account)
  await setRpcUrl(network, chain.rpcUrl)
  await chain.mint(account.address, 1_000_000n)
  await chain.client.setBalance({ address: account.address, value: 10n ** 18n })
})

/** A payment whose signature nobody has used yet. */
async function leaveOpen(id: string, change: Partial<Payment> = {}, at = Date.now()) {
  const nonce = `0x${(++count).toString(16).padStart(64, '0')}` as Hex
  const authorization = authorizationFor({ maxTimeoutSeconds: 300 }, account.address, nonce, at)
  await record(aPayment({ id, state: 'unknown', spentAt: Date.now(), authorization, ...change }))
  return authorization
}

/** What a facilitator does with the signature; gives what became of the transaction. */
async function settle(authorization: Authorization): Promise<'success' | 'reverted'> {
  const payload = await signExact(terms, authorization, account.privateKey)
  const { r, s, yParity } = parseSignature(payload.signature as Hex)
  const { nonce, validAfter, validBefore } = authorization
  const times = [BigInt(validAfter), BigInt(validBefore)] as const
  const hash = await chain.client.writeContract({
    account: facilitatorAddress,
    address: chain.usdc,
    abi: transferAbi,
    functionName: 'transferWithAuthorization',
    args: [account.address, terms.payTo as Hex, terms.amount, ...times, nonce, 27 + yParity, r, s],
    gas: 300_000n,
  })
  return (await chain.client.waitForTransactionReceipt({ hash })).status
}

/** The chain behind a server that answers some calls in its own way. */
async function between(answer: (method: string) => object | undefined): Promise<string[]> {
  const sent: string[] = []
  workbench.on('POST', '/rpc', async ({ body }) => {
    const { id, method } = JSON.parse(body) as { id: number; method: string }
    sent.push(method)
    const own = answer(method)
    const headers = { 'content-type': 'application/json' }
    if (own && 'drop' in own) return { drop: true }
    if (own) return { headers, body: JSON.stringify({ jsonrpc: '2.0', id, ...own }) }
    const passed = await localFetch(chain.rpcUrl, { method: 'POST', headers, body })
    return { headers, body: passed.body }
  })
  await setRpcUrl(network, `http://127.0.0.1:${workbench.port}/rpc`)
  return sent
}

const cancelled = (id: string) =>
  expect
    .poll(async () => {
      await reconcile(id)
      return (await getPayment(id))?.state
    })
    .toBe('cancelled')
const codeOf = async (id: string) => (await problemOfAsync(() => cancelPayment(id))).code
const transactions = () => chain.client.getTransactionCount({ address: account.address })

describe('cancelling', () => {
  it.each(['unknown', 'settled', 'undelivered'] as const)(
    'frees the money of a payment that is %s, for good',
    async (state) => {
      const authorization = await leaveOpen('p', { state })
      await cancelPayment('p')
      await cancelled('p')
      expect(await spentToday(true)).toBe(0n)
      const { cancel } = (await getPayment('p'))!
      const hash = cancel?.transaction as Hex
      expect(await chain.client.getTransaction({ hash })).toMatchObject({ type: 'eip1559' })
      expect(await settle(authorization)).toBe('reverted')
      expect(await chain.balanceOf(account.address)).toBe(1_000_000n)
    },
  )

  it('of several payments at once gives each a transaction of its own', async () => {
    const ids = ['a', 'b', 'c']
    for (const id of ids) await leaveOpen(id)
    await Promise.all(ids.map((id) => cancelPayment(id)))
    for (const id of ids) await cancelled(id)
    expect(await transactions()).toBe(3)
  })

  it('twice sends one transaction', async () => {
    await leaveOpen('p')
    const both = await Promise.allSettled([cancelPayment('p'), cancelPayment('p')])
    expect(both.map(({ status }) => status)).toEqual(['fulfilled', 'rejected'])
    await cancelled('p')
    expect(await transactions()).toBe(1)
  })

  it('that comes too late says so, and the money counts as spent', async () => {
    expect(await settle(await leaveOpen('p'))).toBe('success')
    expect(await codeOf('p')).toBe('already_settled')
    expect(await getPayment('p')).toMatchObject({ state: 'undelivered', provenSpent: true })
    expect(await spentToday(true)).toBe(10_000n)
    expect(await transactions()).toBe(0)
  })

  it('of what the server takes in the same moment ends as paid', async () => {
    const authorization = await leaveOpen('p')
    await between((method) => (method === 'eth_sendRawTransaction' ? { drop: true } : undefined))
    await cancelPayment('p')
    expect(await settle(authorization)).toBe('success')
    await reconcile('p')
    expect(await getPayment('p')).toMatchObject({
      state: 'undelivered',
      proof: { amount: 10_000n, payTo: terms.payTo.toLowerCase() },
    })
    expect(await spentToday(true)).toBe(10_000n)
  })

  it('of a signature whose time is over frees the money without a transaction', async () => {
    await leaveOpen('p', {}, Date.now() - 400_000)
    expect(await codeOf('p')).toBe('authorization_expired')
    expect((await getPayment('p'))?.state).toBe('expired')
    expect(await transactions()).toBe(0)
  })

  it('without gas sends nothing, and can be done once there is some', async () => {
    const { validBefore } = await leaveOpen('p')
    await chain.client.setBalance({ address: account.address, value: 1n })
    const { code, details } = await problemOfAsync(() => cancelPayment('p'))
    const ends = new Date(validBefore * 1000).toISOString()
    expect([code, details]).toEqual(['no_gas', { network: 'Base Sepolia', ends }])
    expect(await getPayment('p')).not.toHaveProperty('cancel')
    await chain.client.setBalance({ address: account.address, value: 10n ** 18n })
    await cancelPayment('p')
    await cancelled('p')
  })
})

describe('a server that', () => {
  it('refuses the transaction leaves it to be tried again', async () => {
    await leaveOpen('p')
    const error = { code: -32000, message: 'nonce too low' }
    await between((method) => (method === 'eth_sendRawTransaction' ? { error } : undefined))
    expect(await codeOf('p')).toBe('chain_unreachable')
    expect(await getPayment('p')).not.toHaveProperty('cancel')
    await setRpcUrl(network, chain.rpcUrl)
    await cancelPayment('p')
    await cancelled('p')
  })

  it('wants more gas than there is names it', async () => {
    await leaveOpen('p')
    const error = { code: -32000, message: 'insufficient funds for gas * price + value' }
    await between((method) => (method === 'eth_sendRawTransaction' ? { error } : undefined))
    expect(await codeOf('p')).toBe('no_gas')
    expect(await getPayment('p')).not.toHaveProperty('cancel')
  })

  it('falls silent may have sent it: no second one is made', async () => {
    await leaveOpen('p')
    const sent = await between((method) =>
      method === 'eth_sendRawTransaction' ? { drop: true } : undefined,
    )
    await cancelPayment('p')
    expect((await getPayment('p'))?.cancel?.transaction).toMatch(/^0x[0-9a-f]{64}$/)
    expect(await codeOf('p')).toBe('payment_not_pending')
    expect(sent.filter((method) => method === 'eth_sendRawTransaction')).toHaveLength(1)
    expect(await spentToday(true)).toBe(10_000n)
  })

  it('does not answer is said to, and nothing is sent', async () => {
    await leaveOpen('p')
    const sent = await between(() => ({ drop: true }))
    expect(await codeOf('p')).toBe('chain_unreachable')
    expect(sent).not.toContain('eth_sendRawTransaction')
    expect(await getPayment('p')).not.toHaveProperty('cancel')
  })

  it('keeps no logs shows the cancelling all the same', async () => {
    await leaveOpen('p')
    const error = { code: -32601, message: 'no logs here' }
    await between((method) => (method === 'eth_getLogs' ? { error } : undefined))
    await cancelPayment('p')
    await cancelled('p')
    expect(await spentToday(true)).toBe(0n)
  })
})

describe('nothing is signed', () => {
  it('while the wallet is locked', async () => {
    await leaveOpen('p')
    fakeBrowser.reset()
    expect(await codeOf('p')).toBe('wallet_locked')
  })

  it('for another account', async () => {
    await leaveOpen('p')
    const other = accountOf({ kind: 'phrase', phrase: newPhrase() })
    await unlockAs(other)
    expect(await codeOf('p')).toBe('payment_not_pending')
  })

  it.each<[string, Partial<Payment>]>([
    ['is under way', { state: 'sent' }],
    ['is proven paid', { state: 'undelivered', provenSpent: true }],
    ['has expired', { state: 'expired' }],
  ])('for a payment that %s', async (_what, change) => {
    await leaveOpen('p', change)
    expect(await codeOf('p')).toBe('payment_not_pending')
    expect(await transactions()).toBe(0)
  })
})
