import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, it } from 'vitest'
import { NETWORKS } from '../../../lib/payment/networks'
import {
  getDisabledNetworks,
  getLimits,
  getRpcUrls,
  getSiteRule,
  rpcUrlOf,
  setLimits,
  setNetworkEnabled,
  setRpcUrl,
  setSiteRule,
} from '../../../lib/store/settings'
import { problemOfAsync } from '../protocols/problem-of'
import { freshStore } from './fresh-store'

const base = 'eip155:8453'
const sepolia = 'eip155:84532'

beforeEach(freshStore)

describe('limits', () => {
  it('are off until set', async () => {
    expect(await getLimits()).toEqual({ autoApprove: false, perPayment: 0n, perDay: 0n })
  })

  it('are kept as set, without rounding', async () => {
    const limits = { autoApprove: true, perPayment: 2n ** 64n + 1n, perDay: 2n ** 70n }
    await setLimits(limits)
    expect(await getLimits()).toEqual(limits)
  })
})

describe('the rule of a site', () => {
  it('is for that site alone, and can be taken back', async () => {
    await setSiteRule('https://a.example', { mode: 'auto', perPayment: 5n })
    expect(await getSiteRule('https://a.example')).toMatchObject({ mode: 'auto', perPayment: 5n })
    for (const other of [
      'https://b.example',
      'http://a.example',
      'https://a.example:8443',
      'https://www.a.example',
      'https://A.example',
    ]) {
      expect(await getSiteRule(other), other).toBeUndefined()
    }
    await setSiteRule('https://a.example', undefined)
    expect(await getSiteRule('https://a.example')).toBeUndefined()
  })

  it('leaves nothing of the rule before', async () => {
    await setSiteRule('https://a.example', { mode: 'auto', perPayment: 5n })
    await setSiteRule('https://a.example', { mode: 'ask' })
    expect(await getSiteRule('https://a.example')).toEqual({
      site: 'https://a.example',
      mode: 'ask',
    })
  })
})

describe('the endpoint of a network', () => {
  it.each(NETWORKS)('is the public one of $name until set', async ({ id, rpcUrl }) => {
    expect(await rpcUrlOf(id)).toBe(rpcUrl)
  })

  it('is none for a network that we do not know', async () => {
    for (const id of ['eip155:999', 'constructor', '__proto__', 'toString']) {
      expect((await problemOfAsync(() => rpcUrlOf(id))).code, id).toBe('network_unsupported')
    }
  })

  it.each([
    'https://rpc.example',
    'https://rpc.example:8443/v3/key?x=1',
    'http://localhost:8545',
    'http://127.0.0.1:8545',
    'http://[::1]:8545',
  ])('may be %s', async (url) => {
    await setRpcUrl(base, url)
    expect(await rpcUrlOf(base)).toBe(url)
  })

  it.each([
    '',
    ' ',
    'rpc.example',
    '//rpc.example',
    'http://rpc.example',
    'http://localhost.evil.example',
    'http://127.0.0.1.evil.example',
    'http://127.0.0.1@evil.example',
    'http://192.168.0.1',
    'http://0.0.0.0',
    'ws://localhost',
    'wss://rpc.example',
    'ftp://localhost',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'data:application/json,{}',
    'blob:https://rpc.example/1',
    'chrome-extension://abc/page.html',
    'https://',
    'https://rpc example',
    'https://user:secret@rpc.example',
  ])('may not be %j', async (url) => {
    expect((await problemOfAsync(() => setRpcUrl(base, url))).code).toBe('url_invalid')
    expect(await getRpcUrls()).toEqual({})
  })

  it('is set for one network at a time, and taken back likewise', async () => {
    await Promise.all([
      setRpcUrl(base, 'https://b.example'),
      setRpcUrl(sepolia, 'https://s.example'),
    ])
    expect(await getRpcUrls()).toEqual({
      [base]: 'https://b.example',
      [sepolia]: 'https://s.example',
    })
    await setRpcUrl(base, undefined)
    expect(await getRpcUrls()).toEqual({ [sepolia]: 'https://s.example' })
    expect(await rpcUrlOf(base)).toBe(NETWORKS.find(({ id }) => id === base)?.rpcUrl)
  })
})

describe('networks', () => {
  it('are all on until one is switched off, each for itself', async () => {
    expect([...(await getDisabledNetworks())]).toEqual([])
    await Promise.all([setNetworkEnabled(base, false), setNetworkEnabled(sepolia, false)])
    expect([...(await getDisabledNetworks())].sort()).toEqual([base, sepolia])
    await setNetworkEnabled(base, true)
    expect([...(await getDisabledNetworks())]).toEqual([sepolia])
  })

  it('are listed once however often they are switched', async () => {
    for (const enabled of [false, false, true, true, false]) await setNetworkEnabled(base, enabled)
    expect([...(await getDisabledNetworks())]).toEqual([base])
  })

  it('that we do not know cannot be switched', async () => {
    const { code } = await problemOfAsync(() => setNetworkEnabled('solana:1', false))
    expect(code).toBe('network_unsupported')
  })
})
