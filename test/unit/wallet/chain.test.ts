import { parseAbi } from 'viem'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { tokenAt } from '../../../lib/payment/networks'
import { accountOf, newPhrase } from '../../../lib/wallet/account'
import {
  chainReader,
  readAuthorizationUsed,
  readBalance,
  readTimestamp,
} from '../../../lib/wallet/chain'
import { authorizationFor, signExact } from '../../../lib/wallet/exact'
import { facilitatorAddress, payees } from '../../world/accounts'
import { type LocalChain, startChain } from '../../world/chain'
import { startWorkbench, type Workbench } from '../../world/workbench'
import { someTerms } from '../payment/samples'

const { privateKey, address } = accountOf({ kind: 'phrase', phrase: newPhrase() })
const token = tokenAt('eip155:84532', someTerms().asset)!
const nonce = `0x${'77'.repeat(32)}` as const

let chain: LocalChain
let workbench: Workbench

beforeAll(async () => {
  chain = await startChain()
  workbench = await startWorkbench()
})
afterAll(async () => {
  await workbench?.stop()
  await chain?.stop()
})

const transferAbi = parseAbi([
  'function transferWithAuthorization(address, address, uint256, uint256, uint256, bytes32, bytes)',
])

describe('the chain tells', () => {
  it('a balance, to the last unit', async () => {
    const reader = chainReader(chain.rpcUrl)
    expect(await readBalance(reader, token, address)).toBe(0n)
    await chain.mint(address, 2n ** 70n + 1n)
    expect(await readBalance(reader, token, address)).toBe(2n ** 70n + 1n)
  })

  it('whether an authorization was used: not before, ever after, and no other', async () => {
    const reader = chainReader(chain.rpcUrl)
    const used = (one: `0x${string}`) => readAuthorizationUsed(reader, token, address, one)
    await chain.mint(address, 10_000n)
    const authorization = authorizationFor(someTerms(), address, nonce, Date.now())
    const { signature } = await signExact(someTerms(), authorization, privateKey)
    expect(await used(nonce)).toBe(false)

    const hash = await chain.client.writeContract({
      account: facilitatorAddress,
      address: token.address,
      abi: transferAbi,
      functionName: 'transferWithAuthorization',
      args: [
        address,
        payees.workbench,
        10_000n,
        BigInt(authorization.validAfter),
        BigInt(authorization.validBefore),
        nonce,
        signature as `0x${string}`,
      ],
    })
    await chain.client.waitForTransactionReceipt({ hash })

    expect(await used(nonce)).toBe(true)
    expect(await used(`0x${'78'.repeat(32)}`)).toBe(false)
    expect(await readAuthorizationUsed(reader, token, payees.workbench, nonce)).toBe(false)
    expect(await readBalance(reader, token, payees.workbench)).toBe(10_000n)
  })

  it('its time, which is not ours', async () => {
    const reader = chainReader(chain.rpcUrl)
    const before = await readTimestamp(reader)
    expect(Math.abs(before - Date.now() / 1000)).toBeLessThan(30)
    await chain.client.increaseTime({ seconds: 7_200 })
    await chain.client.mine({ blocks: 1 })
    expect(await readTimestamp(reader)).toBeGreaterThanOrEqual(before + 7_200)
  })
})

describe('a chain that cannot be asked is an error, never an answer', () => {
  const answers: [string, object][] = [
    ['refuses', { status: 429, body: 'slow down' }],
    ['answers with a page', { body: '<h1>Welcome</h1>' }],
    [
      'answers with an error',
      { body: '{"jsonrpc":"2.0","id":1,"error":{"code":-1,"message":"no"}}' },
    ],
    ['answers with nothing', { body: '{"jsonrpc":"2.0","id":1,"result":"0x"}' }],
    ['answers with null', { body: '{"jsonrpc":"2.0","id":1,"result":null}' }],
    ['answers with half a word', { body: '{"jsonrpc":"2.0","id":1,"result":"0x01"}' }],
  ]

  it.each(answers)('when it %s', async (_what, answer) => {
    workbench.on('POST', '/rpc', () => ({
      ...answer,
      headers: { 'content-type': 'application/json' },
    }))
    const reader = chainReader(`http://127.0.0.1:${workbench.port}/rpc`)
    await expect(readBalance(reader, token, address)).rejects.toThrow()
    await expect(readAuthorizationUsed(reader, token, address, nonce)).rejects.toThrow()
  })

  it('when no contract stands at the address', async () => {
    const nobody = { address: payees.news }
    const reader = chainReader(chain.rpcUrl)
    await expect(readBalance(reader, nobody, address)).rejects.toThrow()
    await expect(readAuthorizationUsed(reader, nobody, address, nonce)).rejects.toThrow()
  })

  it('when it is silent: each call ends in time, and is made once', async () => {
    workbench.clear()
    workbench.on('POST', '/silent', () => new Promise(() => undefined))
    const reader = chainReader(`http://127.0.0.1:${workbench.port}/silent`, 200)
    const start = performance.now()
    await expect(readTimestamp(reader)).rejects.toThrow()
    expect(performance.now() - start).toBeLessThan(5_000)
    expect(workbench.log).toHaveLength(1)
  })
})
