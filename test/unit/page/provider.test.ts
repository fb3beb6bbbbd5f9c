import { afterEach, expect, it, vi } from 'vitest'
import { askProvider, listProviders } from '../../../lib/page/provider'

const MOST = 1_000

/** A page with one wallet in it. */
function pageWith(name: string, answer: unknown): void {
  const page = new EventTarget()
  const request = async () => answer
  page.addEventListener('eip6963:requestProvider', () => {
    const detail = { info: { rdns: 'example.wallet', name, icon: '' }, provider: { request } }
    page.dispatchEvent(Object.assign(new Event('eip6963:announceProvider'), { detail }))
  })
  for (const method of ['addEventListener', 'removeEventListener', 'dispatchEvent'] as const) {
    vi.stubGlobal(method, page[method].bind(page))
  }
}

const ask = () => askProvider('example.wallet', 'eth_accounts', '[]', 1_000, MOST)
afterEach(() => vi.unstubAllGlobals())

it('a wallet of a page announces itself, and answers', async () => {
  pageWith('Wallet', ['0x1'])
  expect(JSON.parse(await listProviders(0, MOST))).toEqual([
    { rdns: 'example.wallet', name: 'Wallet', icon: '' },
  ])
  expect(JSON.parse(await ask())).toEqual({ result: ['0x1'] })
})

it('what is longer than anybody would read does not leave the page', async () => {
  pageWith('W'.repeat(MOST), 'x'.repeat(MOST))
  expect(await listProviders(0, MOST)).toBe('[]')
  expect(JSON.parse(await ask())).toEqual({ error: null })
})
