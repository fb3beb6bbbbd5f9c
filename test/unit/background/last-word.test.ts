import 'fake-indexeddb/auto'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { reconcile, reconcileAll } from '../../../entrypoints/background/reconcile'
import type { Payment } from '../../../lib/payment/payment'
import { getPayment, paymentsIn } from '../../../lib/store/ledger'
import { setRpcUrl } from '../../../lib/store/settings'
import { startWorkbench, type Workbench } from '../../world/workbench'
import { aPayment, someTerms } from '../payment/samples'
import { freshStore, spentToday } from '../store/fresh-store'
import { record } from '../store/ledger-steps'
import { scriptRpc } from '../wallet/scripted-rpc'

vi.mock('../../../entrypoints/background/platform', () => ({ keepOwn: () => Promise.resolve() }))

const network = 'eip155:84532'
const now = Math.floor(Date.now() / 1000)
const BASE_USDC = '0x833589fCD6eDb6E08f4c7C32D4f71b54bdA02913'
const proof = {
  transaction: `0x${'ab'.repeat(32)}`,
  blockNumber: 7n,
  payer: `0x${'aa'.repeat(20)}`,
  payTo: `0x${'bb'.repeat(20)}`,
  amount: 10_000n,
}

let workbench: Workbench

beforeAll(async () => {
  workbench = await startWorkbench()
})
afterAll(() => workbench?.stop())
beforeEach(freshStore)

async function have(change: Partial<Payment>, validBefore = now + 200) {
  const authorization = {
    payer: proof.payer,
    nonce: `0x${'77'.repeat(32)}` as const,
    validAfter: validBefore - 900,
    validBefore,
  }
  await record(aPayment({ id: 'p', spentAt: Date.now(), authorization, ...change }))
}

/** A server of the network that shows states and no logs. */
async function serve(used: boolean, timestamp = now) {
  const newest = { number: 100, timestamp }
  const script = { chainId: 84532, newest, usedAt: () => used }
  await setRpcUrl(network, scriptRpc(workbench, script))
}

const state = async () => (await getPayment('p'))?.state

describe('a payment that the chain has seen settled', () => {
  it.each(['interrupted', 'request_not_repeated', 'redirected'] as const)(
    'is confirmed when its answer was lost sight of: %s',
    async (code) => {
      await have({ state: 'unknown', problem: { code } })
      await serve(true)
      await reconcile('p')
      expect(await state()).toBe('confirmed')
    },
  )

  it('is confirmed when the same payload has opened the content at last', async () => {
    await have({ state: 'settled', provenSpent: true, proof })
    await serve(true)
    await reconcileAll()
    expect(await state()).toBe('confirmed')
  })

  it('is undelivered again when the same payload was sent in vain', async () => {
    const problem = { code: 'no_answer' } as const
    await have({ state: 'unknown', provenSpent: true, proof, problem })
    await serve(true)
    await reconcileAll()
    expect(await getPayment('p')).toMatchObject({ state: 'undelivered', problem })
  })

  it('keeps the transaction that was proven, whatever a later receipt names', async () => {
    const transaction = `0x${'cd'.repeat(32)}`
    const receipt = { success: true, transaction }
    await have({ state: 'settled', provenSpent: true, proof, transaction, receipt })
    await serve(true)
    await reconcileAll()
    expect(await getPayment('p')).toMatchObject({
      transaction: proof.transaction,
      disputes: [{ field: 'transaction', claimed: transaction, found: proof.transaction }],
    })
  })

  it('is told apart from what a receipt without content names', async () => {
    const transaction = `0x${'cd'.repeat(32)}`
    const receipt = { success: true, transaction }
    await have({ state: 'undelivered', provenSpent: true, proof, transaction, receipt })
    await serve(true)
    await reconcileAll()
    expect(await getPayment('p')).toMatchObject({
      state: 'undelivered',
      transaction: proof.transaction,
      disputes: [{ field: 'transaction', claimed: transaction }],
    })
  })
})

describe('content that came with a receipt that denies the settlement', () => {
  const problem = { code: 'settlement_failed' } as const
  const receipt = { success: false }
  const answer = { status: 200, at: 1, mimeType: 'text/html', length: 9 }

  it('is paid once the chain shows it, and the receipt is disputed', async () => {
    await have({ state: 'unknown', provenSpent: true, proof, problem, receipt, answer })
    await serve(true)
    await reconcile('p')
    const payment = await getPayment('p')
    expect(payment).toMatchObject({
      state: 'confirmed',
      transaction: proof.transaction,
      disputes: [{ field: 'success', claimed: 'false', found: 'true' }],
    })
    expect(payment).not.toHaveProperty('problem')
    expect(payment?.trail.map(({ state }) => state)).toEqual(['unknown', 'settled', 'confirmed'])
  })

  it('is paid though the transfer itself is not found yet', async () => {
    await have({ state: 'unknown', problem, receipt, answer })
    await serve(true)
    await reconcile('p')
    expect(await getPayment('p')).toMatchObject({ state: 'confirmed', looks: 1 })
    expect(await spentToday(true)).toBe(10_000n)
  })

  it.each([
    ['an empty one', { ...answer, length: 0 }],
    ['another 402', { ...answer, status: 402 }],
    ['none', undefined],
  ])('is none in %s: paid, but not delivered', async (_what, answer) => {
    await have({ state: 'unknown', proof, problem, receipt, ...(answer && { answer }) })
    await serve(true)
    await reconcile('p')
    expect(await getPayment('p')).toMatchObject({ state: 'undelivered', problem })
  })

  it('is not paid when the chain says so', async () => {
    await have({ state: 'unknown', problem, receipt, answer }, now - 100)
    await serve(false)
    await reconcile('p')
    expect(await state()).toBe('expired')
    expect(await spentToday(true)).toBe(0n)
  })
})

describe('the servers of a network', () => {
  it('are asked for the newest block a few times for a hundred payments', async () => {
    for (let number = 0; number < 100; number++) {
      await have({ id: `p${number}`, state: 'unknown' }, now - 100)
    }
    await serve(false)
    workbench.log.length = 0
    await reconcileAll()
    expect(await paymentsIn('expired')).toHaveLength(100)
    const methods = workbench.log.map(({ body }) => String(JSON.parse(body ?? '{}').method))
    expect(methods.filter((method) => method === 'eth_call').length).toBeGreaterThanOrEqual(100)
    expect(methods.filter((method) => method === 'eth_getBlockByNumber').length).toBeLessThan(10)
  })

  it('do not hold each other up', async () => {
    await have({
      id: 'slow',
      state: 'unknown',
      terms: someTerms({ networkId: 'eip155:8453', asset: BASE_USDC }),
    })
    await have({ state: 'unknown' }, now - 100)
    await serve(false)
    workbench.on('POST', '/silent', () => new Promise(() => undefined))
    await setRpcUrl('eip155:8453', `http://127.0.0.1:${workbench.port}/silent`)
    void reconcileAll()
    await expect.poll(state).toBe('expired')
    expect((await getPayment('slow'))?.state).toBe('unknown')
  })
})

describe('money', () => {
  it('is not freed by a server that is ahead of the time, while the signature can be used', async () => {
    await have({ state: 'unknown' }, now + 200)
    await serve(false, now + 100_000)
    await reconcile('p')
    expect(await state()).toBe('unknown')
    expect(await spentToday(true)).toBe(10_000n)
  })

  it('is neither spent nor free while only a cancelled signature is known to be gone', async () => {
    const cancel = { transaction: `0x${'ce'.repeat(32)}`, at: Date.now() }
    await have({ state: 'unknown', cancel })
    await serve(true)
    await reconcile('p')
    expect(await getPayment('p')).toMatchObject({ state: 'unknown', looks: 1 })
    expect(await getPayment('p')).not.toHaveProperty('provenSpent')
    expect(await spentToday(true)).toBe(10_000n)
  })
})

describe('a look', () => {
  it('noted by a clock that ran ahead is not waited for', async () => {
    await have({ state: 'unknown', looks: 1, lookAt: Date.now() + 30 * 86_400_000 }, now - 100)
    await serve(false)
    await reconcileAll()
    expect(await state()).toBe('expired')
  })
})
