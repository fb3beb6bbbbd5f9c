import 'fake-indexeddb/auto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { setCheckedRpcUrl, testRpc } from '../../../entrypoints/background/rpc'
import { getRpcUrls } from '../../../lib/store/settings'
import { startWorkbench, type Workbench } from '../../world/workbench'
import { problemOfAsync } from '../protocols/problem-of'
import { freshStore } from '../store/fresh-store'
import { scriptRpc } from '../wallet/scripted-rpc'

const sepolia = 'eip155:84532'
const silent = 'http://127.0.0.1:9'

let workbench: Workbench

beforeAll(async () => {
  workbench = await startWorkbench()
})
afterAll(() => workbench?.stop())
beforeEach(freshStore)

const server = (chainId: number) =>
  scriptRpc(workbench, { chainId, newest: { number: 1, timestamp: 1 }, usedAt: () => false })

describe('the server of a network', () => {
  it('is taken when it speaks for that network', async () => {
    const url = server(84532)
    const report = await setCheckedRpcUrl(sepolia, url)
    expect(report).toMatchObject({ reachable: true, chainId: 84532 })
    expect(await getRpcUrls()).toEqual({ [sepolia]: url })
  })

  it('is refused when it speaks for another, and the one before stays', async () => {
    const before = server(84532)
    await setCheckedRpcUrl(sepolia, before)
    server(8453)
    const other = `${before}?other`
    const { code } = await problemOfAsync(() => setCheckedRpcUrl(sepolia, other))
    expect(code).toBe('rpc_wrong_chain')
    expect(await getRpcUrls()).toEqual({ [sepolia]: before })
  })

  it('is taken with a warning when it does not answer', async () => {
    expect(await setCheckedRpcUrl(sepolia, silent)).toEqual({ reachable: false })
    expect(await getRpcUrls()).toEqual({ [sepolia]: silent })
  })

  it('is given up without asking anyone', async () => {
    await setCheckedRpcUrl(sepolia, silent)
    workbench.log.length = 0
    expect(await setCheckedRpcUrl(sepolia, null)).toBeNull()
    expect(await getRpcUrls()).toEqual({})
    expect(workbench.log).toHaveLength(0)
  })
})

describe('a test of a server', () => {
  it('keeps nothing', async () => {
    expect(await testRpc(sepolia, server(84532))).toMatchObject({ reachable: true })
    expect(await getRpcUrls()).toEqual({})
  })

  it('asks the one in use when none is named', async () => {
    await setCheckedRpcUrl(sepolia, server(84532))
    expect(await testRpc(sepolia, null)).toMatchObject({ chainId: 84532 })
    server(1)
    expect((await problemOfAsync(() => testRpc(sepolia, null))).code).toBe('rpc_wrong_chain')
  })

  it.each(['http://rpc.example', 'file:///etc/passwd', 'https://user:secret@rpc.example'])(
    'contacts nobody at %s',
    async (url) => {
      expect((await problemOfAsync(() => testRpc(sepolia, url))).code).toBe('url_invalid')
    },
  )

  it('is for networks that we know', async () => {
    const { code } = await problemOfAsync(() => testRpc('eip155:999', server(999)))
    expect(code).toBe('network_unsupported')
  })
})
