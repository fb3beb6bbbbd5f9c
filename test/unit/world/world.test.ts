import { x402Client } from '@x402/core/client'
import { ExactEvmScheme } from '@x402/evm/exact/client'
import { ExactEvmSchemeV1 } from '@x402/evm/exact/v1/client'
import { generatePrivateKey, privateKeyToAccount } from 'viem/accounts'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { localFetch, payees, startWorld, type World } from '../../world'
import { decodeHeader, encodeHeader } from '../../world/terms'

const browser = { accept: 'text/html', 'user-agent': 'Mozilla/5.0' }
// The SDK types v1 names, wrongly, as CAIP-2 identifiers.
const v1Network = 'base-sepolia' as `${string}:${string}`
const payer = privateKeyToAccount(generatePrivateKey())

let world: World

beforeAll(async () => {
  world = await startWorld()
  await world.chain.mint(payer.address, 10_000_000n)
})
afterAll(() => world.stop())
beforeEach(() => world.facilitator.setFault(undefined))

/** Signs what a 402 asks with the official client. */
async function sign(terms: unknown): Promise<string> {
  const client = x402Client.fromConfig({
    // The client's own limit of $1 is below the price of the dearest article.
    spendControls: false,
    schemes: [
      { network: 'eip155:84532', client: new ExactEvmScheme(payer) },
      { x402Version: 1, network: v1Network, client: new ExactEvmSchemeV1(payer) },
    ],
  })
  return encodeHeader(await client.createPaymentPayload(terms as never))
}

async function payV2(url: string) {
  const unpaid = await localFetch(url)
  const signature = await sign(decodeHeader(String(unpaid.headers['payment-required'])))
  return localFetch(url, { headers: { ...browser, 'payment-signature': signature } })
}

async function payV1(url: string) {
  const unpaid = await localFetch(url)
  return localFetch(url, { headers: { 'x-payment': await sign(unpaid.json()) } })
}

/** What an action moves between payer and payees, in atomic units. */
async function moved(action: () => Promise<unknown>) {
  const balances = () =>
    Promise.all([payer.address, payees.news, payees.almanac].map(world.chain.balanceOf))
  const before = await balances()
  await action()
  const after = await balances()
  return after.map((balance, index) => balance - (before[index] ?? 0n))
}

describe('the newspaper (x402 v2)', () => {
  it('shows browsers a page with the terms in the header', async () => {
    const answer = await localFetch(`${world.news.url}/articles/lighthouse-keeper`, {
      headers: browser,
    })
    expect(answer.status).toBe(402)
    expect(answer.headers['content-type']).toContain('text/html')
    expect(answer.body).toContain('This article costs $0.05')
    expect(decodeHeader(String(answer.headers['payment-required']))).toMatchObject({
      x402Version: 2,
      resource: {
        url: `${world.news.url}/articles/lighthouse-keeper`,
        description: 'The Last Keeper of Skerry Light — The Harbour Gazette',
      },
      accepts: [{ amount: '50000', payTo: payees.news, asset: world.chain.usdc }],
    })
  })

  it.each([
    ['/articles/tide-tables', 10_000n],
    ['/articles/lighthouse-keeper', 50_000n],
    ['/articles/the-deep-survey', 2_000_000n],
    ['/api/forecast', 20_000n],
  ])('sells %s for %d', async (path, price) => {
    let paid: Awaited<ReturnType<typeof payV2>> | undefined
    const movements = await moved(async () => {
      paid = await payV2(world.news.url + path)
    })
    expect(paid?.status).toBe(200)
    expect(movements).toEqual([-price, price, 0n])
    const receipt = decodeHeader(String(paid?.headers['payment-response']))
    expect(receipt).toMatchObject({ success: true, payer: payer.address })
    const [last] = (await world.chain.transfers()).slice(-1)
    expect(last).toMatchObject({ from: payer.address, to: payees.news, value: price })
    expect(receipt).toMatchObject({ transaction: last?.txHash })
  })

  it('settles payments made at the same time', async () => {
    const url = `${world.news.url}/articles/tide-tables`
    const movements = await moved(async () => {
      const answers = await Promise.all(Array.from({ length: 8 }, () => payV2(url)))
      expect(answers.map((answer) => answer.status)).toEqual(Array(8).fill(200))
    })
    expect(movements).toEqual([-80_000n, 80_000n, 0n])
  })

  it.each(['/', '/weather', '/weather-v1', '/favicon.ico', '/weather.js'])(
    'serves %s freely',
    async (path) => {
      expect((await localFetch(world.news.url + path)).status).toBe(200)
    },
  )
})

describe('the almanac (x402 v1)', () => {
  it('asks in the body and allows the origin, but no header', async () => {
    const origin = world.news.url
    const answer = await localFetch(`${world.almanac.url}/forecast`, { headers: { origin } })
    expect(answer.status).toBe(402)
    expect(answer.headers['access-control-allow-origin']).toBe(origin)
    expect(answer.headers['access-control-allow-headers']).toBeUndefined()
    expect(answer.headers['cache-control']).toBe('no-store')
    expect(answer.json()).toMatchObject({
      x402Version: 1,
      accepts: [{ maxAmountRequired: '20000', resource: `${world.almanac.url}/forecast` }],
    })
  })

  it.each([
    ['/forecast', 20_000n],
    ['/almanac', 30_000n],
  ])('sells %s for %d', async (path, price) => {
    let paid: Awaited<ReturnType<typeof payV1>> | undefined
    const movements = await moved(async () => {
      paid = await payV1(world.almanac.url + path)
    })
    expect(paid?.status).toBe(200)
    expect(movements).toEqual([-price, 0n, price])
    const receipt = decodeHeader(String(paid?.headers['x-payment-response']))
    expect(receipt).toMatchObject({ success: true, network: 'base-sepolia' })
  })

  it('streams what was paid for', async () => {
    const paid = await payV1(`${world.almanac.url}/stream`)
    expect(paid.status).toBe(200)
    expect(paid.headers['transfer-encoding']).toBe('chunked')
    expect(paid.chunks).toHaveLength(5)
    expect(paid.body).toBe('Low water, slack, flood, half flood, high water.')
    expect((paid.chunks[4]?.at ?? 0) - (paid.chunks[0]?.at ?? 0)).toBeGreaterThan(300)
  })
})

describe('faults of the facilitator', () => {
  it.each(['unreachable', 'unavailable', 'settle-unreachable'] as const)(
    'moves no money when %s',
    async (fault) => {
      world.facilitator.setFault(fault)
      const movements = await moved(async () => {
        expect((await payV2(`${world.news.url}/articles/tide-tables`)).status).toBe(402)
        expect((await payV1(`${world.almanac.url}/forecast`)).status).toBe(402)
      })
      expect(movements).toEqual([0n, 0n, 0n])
    },
  )

  it('answers 402 after a successful settlement when the answer is lost', async () => {
    world.facilitator.setFault('answer-lost')
    const movements = await moved(async () => {
      expect((await payV2(`${world.news.url}/articles/tide-tables`)).status).toBe(402)
      expect((await payV1(`${world.almanac.url}/forecast`)).status).toBe(402)
    })
    expect(movements).toEqual([-30_000n, 10_000n, 20_000n])
  })
})
