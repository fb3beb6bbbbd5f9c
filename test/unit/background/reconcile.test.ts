import 'fake-indexeddb/auto'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { reconcile } from '../../../entrypoints/background/reconcile'
import { annotate, getPayment } from '../../../lib/store/ledger'
import { setRpcUrl } from '../../../lib/store/settings'
import { startWorkbench, type Workbench } from '../../world/workbench'
import { aPayment } from '../payment/samples'
import { freshStore, spentToday } from '../store/fresh-store'
import { record } from '../store/ledger-steps'
import { scriptRpc } from '../wallet/scripted-rpc'

vi.mock('../../../entrypoints/background/platform', () => ({ keepOwn: () => Promise.resolve() }))

const baseSepolia = 84532
const now = Math.floor(Date.now() / 1000)
const validBefore = now - 100
const past = { number: 100, timestamp: validBefore + 50 }

let workbench: Workbench

beforeAll(async () => {
  workbench = await startWorkbench()
})
afterAll(() => workbench?.stop())

beforeEach(async () => {
  await freshStore()
  const authorization = {
    payer: `0x${'aa'.repeat(20)}`,
    nonce: `0x${'77'.repeat(32)}` as const,
    validAfter: now - 1_000,
    validBefore,
  }
  await record(aPayment({ id: 'p', state: 'unknown', spentAt: Date.now(), authorization }))
})

async function afterAsking(script: Parameters<typeof scriptRpc>[1]) {
  await setRpcUrl(`eip155:${baseSepolia}`, scriptRpc(workbench, script))
  await reconcile('p')
  return { state: (await getPayment('p'))?.state, counted: await spentToday(true) }
}

describe('a payment whose outcome is open', () => {
  it('gets its money back once its chain has passed its time without it', async () => {
    const script = { chainId: baseSepolia, newest: past, usedAt: () => false }
    expect(await afterAsking(script)).toEqual({ state: 'expired', counted: 0n })
  })

  it('keeps its money counted whatever the server of another chain says', async () => {
    for (const used of [false, true]) {
      const script = { chainId: 8453, newest: past, usedAt: () => used }
      expect(await afterAsking(script)).toEqual({ state: 'unknown', counted: 10_000n })
    }
  })

  it('keeps its money counted while the chain may still take it', async () => {
    const newest = { number: 100, timestamp: validBefore }
    const script = { chainId: baseSepolia, newest, usedAt: () => false }
    expect(await afterAsking(script)).toEqual({ state: 'unknown', counted: 10_000n })
  })

  it('keeps its money counted while our own clock says that it is too early', async () => {
    // A server that lies about the time would free what is spent a moment later.
    const later = now + 700
    await annotate('p', {
      authorization: {
        payer: `0x${'aa'.repeat(20)}`,
        nonce: `0x${'77'.repeat(32)}` as const,
        validAfter: now - 1_000,
        validBefore: later,
      },
    })
    const newest = { number: 100, timestamp: later + 1 }
    const script = { chainId: baseSepolia, newest, usedAt: () => false }
    expect(await afterAsking(script)).toEqual({ state: 'unknown', counted: 10_000n })
  })

  it('is found used, though another node of the server lags behind and knows nothing of it', async () => {
    const script = {
      chainId: baseSepolia,
      newest: past,
      usedAt: (block: number | 'latest') => block === past.number,
    }
    expect(await afterAsking(script)).toMatchObject({ counted: 10_000n })
    expect((await getPayment('p'))?.state).toBe('undelivered')
  })
})
