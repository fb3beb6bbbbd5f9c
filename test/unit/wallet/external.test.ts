import { getAddress } from 'viem'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { tokenAt } from '../../../lib/payment/networks'
import type { Authorization } from '../../../lib/payment/payment'
import { chainReader } from '../../../lib/wallet/chain'
import { authorizationFor } from '../../../lib/wallet/exact'
import {
  type AskProvider,
  accountsOf,
  mustBeOnChain,
  mustHaveAccount,
  requestSignature,
  requestTransfer,
} from '../../../lib/wallet/external'
import { findArrival } from '../../../lib/wallet/top-up'
import { payloadOf, typedDataOf } from '../../../lib/wallet/typed-data'
import { reader } from '../../world/accounts'
import { type LocalChain, startChain } from '../../world/chain'
import { ExternalWallet, type WalletMode } from '../../world/eip1193'
import { type Facilitator, startFacilitator } from '../../world/facilitator'
import { paymentRequirementsV2 } from '../../world/terms'
import { someTerms } from '../payment/samples'
import { problemOfAsync } from '../protocols/problem-of'

const terms = someTerms()
const usdc = tokenAt(terms.networkId, terms.asset)!
const chainId = 84532

let chain: LocalChain
let facilitator: Facilitator
let wallet: ExternalWallet

beforeAll(async () => {
  chain = await startChain()
  facilitator = await startFacilitator(chain)
})
afterAll(async () => {
  await facilitator?.stop()
  await chain?.stop()
})
beforeEach(() => {
  wallet = new ExternalWallet(chain)
})

/** As through a page: all crosses as JSON. */
const ask: AskProvider = async (method, params) => {
  const answer = await wallet.handle(method, JSON.parse(JSON.stringify(params)))
  return JSON.parse(JSON.stringify(answer))
}

/** A page that answers one method with this. */
const lying =
  (method: string, result: unknown): AskProvider =>
  (asked, ...rest) =>
    asked === method ? Promise.resolve({ result }) : ask(asked, ...rest)

function authorization(): Authorization {
  return authorizationFor(terms, wallet.address, `0x${'5a'.repeat(32)}`, Date.now())
}
const sign = (way: AskProvider = ask) =>
  requestSignature(way, typedDataOf(terms, authorization()), 1000)

const codeOf = async (action: () => Promise<unknown>) => (await problemOfAsync(action)).code

describe('an external wallet', () => {
  it('signs what a facilitator takes and settles', async () => {
    await chain.mint(wallet.address, terms.amount)
    await mustHaveAccount(ask, wallet.address)
    await mustBeOnChain(ask, chainId)
    const authorized = authorization()
    const signature = await requestSignature(ask, typedDataOf(terms, authorized), 1000)
    const accepted = paymentRequirementsV2({ amount: String(terms.amount) })
    const payload = payloadOf(authorized, terms, signature)
    const response = await fetch(`${facilitator.url}/settle`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        x402Version: 2,
        paymentPayload: { x402Version: 2, accepted, payload },
        paymentRequirements: accepted,
      }),
    })
    expect(await response.json()).toMatchObject({ success: true })
    expect(await chain.balanceOf(wallet.address)).toBe(0n)
  })

  it('shows its accounts with checksum', async () => {
    const lower = lying('eth_requestAccounts', [wallet.address.toLowerCase()])
    expect(await accountsOf(lower)).toEqual([getAddress(wallet.address)])
  })

  it('is asked to switch only when it is on another chain', async () => {
    await mustBeOnChain(ask, chainId)
    wallet.startOn(1)
    await mustBeOnChain(ask, chainId)
    const switches = wallet.asked.filter(({ method }) => method === 'wallet_switchEthereumChain')
    expect(switches).toEqual([
      { method: 'wallet_switchEthereumChain', params: [{ chainId: '0x14a34' }] },
    ])
  })
})

describe('nothing is taken', () => {
  it.each<[WalletMode, string]>([
    ['reject', 'external_refused'],
    ['reject-signature', 'external_refused'],
    ['wrong-key', 'external_signature_invalid'],
    ['garbage', 'external_signature_invalid'],
  ])('as a signature from a wallet in mode %s', async (mode, code) => {
    wallet.mode = mode
    expect(await codeOf(() => sign())).toBe(code)
  })

  it.each<[string, unknown, string]>([
    ['nothing', null, 'external_failed'],
    ['a number', 7, 'external_failed'],
    ['an object', { r: 1 }, 'external_failed'],
    ['a book', `0x${'ab'.repeat(20_000)}`, 'external_failed'],
    ['one of a contract wallet', `0x${'ab'.repeat(97)}`, 'external_contract'],
  ])('when a page gives %s for a signature', async (_what, result, code) => {
    expect(await codeOf(() => sign(lying('eth_signTypedData_v4', result)))).toBe(code)
  })

  it.each([
    ['more money', { amount: terms.amount + 1n }],
    ['another payee', { payTo: reader.address }],
    [
      'another network',
      { networkId: 'eip155:43113', asset: '0x5425890298aed601595a70AB815c96711a31Bc65' },
    ],
  ])('when a page has the wallet sign for %s', async (_what, change) => {
    const meddled = typedDataOf(someTerms(change), authorization())
    wallet.startOn(meddled.domain.chainId)
    const other = await requestSignature(ask, meddled, 1000)
    expect(await codeOf(() => sign(lying('eth_signTypedData_v4', other)))).toBe(
      'external_signature_invalid',
    )
  })

  it.each<[WalletMode, string]>([
    ['wrong-account', 'external_wrong_account'],
    ['reject', 'external_refused'],
  ])('as an account from a wallet in mode %s', async (mode, code) => {
    wallet.mode = mode
    expect(await codeOf(() => mustHaveAccount(ask, wallet.address))).toBe(code)
  })

  it.each<[string, unknown]>([
    ['text', 'accounts'],
    ['no addresses', ['0x1', null]],
    ['a telephone book', Array.from({ length: 101 }, () => reader.address)],
  ])('as accounts when a page gives %s', async (_what, result) => {
    expect(await codeOf(() => accountsOf(lying('eth_requestAccounts', result)))).toBe(
      'external_failed',
    )
  })

  it.each<[WalletMode, string]>([
    ['wrong-chain', 'external_wrong_chain'],
    ['stays-on-chain', 'external_wrong_chain'],
    ['reject', 'external_refused'],
  ])('as a chain from a wallet in mode %s', async (mode, code) => {
    wallet.startOn(1)
    wallet.mode = mode
    expect(await codeOf(() => mustBeOnChain(ask, chainId))).toBe(code)
  })

  it.each<[number | null, string]>([
    [4100, 'external_wrong_account'],
    [4902, 'external_wrong_chain'],
    [-32603, 'external_failed'],
    [null, 'external_failed'],
  ])('after the error %s', async (error, code) => {
    expect(await codeOf(() => sign(async () => ({ error })))).toBe(code)
  })
})

describe('a top-up from an external wallet', () => {
  const amount = 5_000_000n
  const reads = () => chainReader(chain.rpcUrl)
  const arrival = (hash: `0x${string}`, wanted = amount, token = usdc) =>
    findArrival(reads(), { chainId }, token, reader.address, wanted, hash)

  it('is seen when it arrives, for this account, token and amount', async () => {
    await wallet.giveGas()
    await chain.mint(wallet.address, amount)
    const hash = await requestTransfer(ask, usdc, wallet.address, reader.address, amount)
    await chain.client.waitForTransactionReceipt({ hash })
    expect(await arrival(hash)).toBe('arrived')
    expect(await arrival(hash, amount + 1n)).toBe('failed')
    expect(await arrival(hash, amount, { ...usdc, address: reader.address })).toBe('failed')
    const other = findArrival(reads(), { chainId }, usdc, wallet.address, amount, hash)
    expect(await other).toBe('failed')
  })

  it('waits for a transaction that nobody has seen', async () => {
    expect(await arrival(`0x${'77'.repeat(32)}`)).toBe('waiting')
  })

  it('is not believed by its text: only a hash is', async () => {
    const way = lying('eth_sendTransaction', 'sent!')
    const send = () => requestTransfer(way, usdc, wallet.address, reader.address, amount)
    expect(await codeOf(send)).toBe('external_failed')
  })

  it('is not looked for on another chain', async () => {
    const look = () =>
      findArrival(reads(), { chainId: 1 }, usdc, reader.address, amount, `0x${'77'.repeat(32)}`)
    expect(await codeOf(look)).toBe('rpc_wrong_chain')
  })
})
