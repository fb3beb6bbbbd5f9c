import { parseAbi } from 'viem'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { tokenAt } from '../../../lib/payment/networks'
import { accountOf, newPhrase } from '../../../lib/wallet/account'
import {
  chainReader,
  mustBeChain,
  readAuthorizationUsed,
  readBalance,
  readNewestBlock,
} from '../../../lib/wallet/chain'
import { authorizationFor, signExact } from '../../../lib/wallet/exact'
import { facilitatorAddress, payees } from '../../world/accounts'
import { type LocalChain, startChain } from '../../world/chain'
import { startWorkbench, type Workbench } from '../../world/workbench'
import { someTerms } from '../payment/samples'
import { problemOfAsync } from '../protocols/problem-of'

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
    const used = async (one: `0x${string}`) => {
      const { number } = await readNewestBlock(reader)
      return readAuthorizationUsed(reader, token, address, one, number)
    }
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
    const { number } = await readNewestBlock(reader)
    expect(await readAuthorizationUsed(reader, token, payees.workbench, nonce, number)).toBe(false)
    // As of a block before, it was not.
    expect(await readAuthorizationUsed(reader, token, address, nonce, 1n)).toBe(false)
    expect(await readBalance(reader, token, payees.workbench)).toBe(10_000n)
  })

  it('its time, which is not ours', async () => {
    const reader = chainReader(chain.rpcUrl)
    const before = await readNewestBlock(reader)
    expect(Math.abs(before.timestamp - Date.now() / 1000)).toBeLessThan(30)
    await chain.client.increaseTime({ seconds: 7_200 })
    await chain.client.mine({ blocks: 1 })
    const after = await readNewestBlock(reader)
    expect(after.timestamp).toBeGreaterThanOrEqual(before.timestamp + 7_200)
    expect(after.number).toBeGreaterThan(before.number)
  })
})

describe('a server is asked which chain it speaks for', () => {
  it('and the right one passes', async () => {
    await mustBeChain(chainReader(chain.rpcUrl), chain.chainId)
  })

  it('and another is refused by name', async () => {
    const { code, details } = await problemOfAsync(() =>
      mustBeChain(chainReader(chain.rpcUrl), 8453),
    )
    expect([code, details]).toEqual(['rpc_wrong_chain', { expected: '8453', found: '84532' }])
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
    await expect(readAuthorizationUsed(reader, token, address, nonce, 1n)).rejects.toThrow()
    await expect(readNewestBlock(reader)).rejects.toThrow()
    await expect(mustBeChain(reader, chain.chainId)).rejects.toThrow()
  })

  it('when no contract stands at the address', async () => {
    const nobody = { address: payees.news }
    const reader = chainReader(chain.rpcUrl)
    await expect(readBalance(reader, nobody, address)).rejects.toThrow()
    await expect(readAuthorizationUsed(reader, nobody, address, nonce, 1n)).rejects.toThrow()
  })

  it('when it is silent: each call ends in time, and is made once', async () => {
    workbench.clear()
    workbench.on('POST', '/silent', () => new Promise(() => undefined))
    const reader = chainReader(`http://127.0.0.1:${workbench.port}/silent`, 200)
    const start = performance.now()
    await expect(readNewestBlock(reader)).rejects.toThrow()
    expect(performance.now() - start).toBeLessThan(5_000)
    expect(workbench.log).toHaveLength(1)
  })
})
