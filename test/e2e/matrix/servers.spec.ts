import type { Page } from '@playwright/test'
import { startApiV1 } from '../../world/api-v1/server'
import { payees, type World } from '../../world/index'
import { startHono } from '../../world/others/hono'
import { startMppx } from '../../world/others/mppx'
import { goods } from '../../world/others/routes'
import type { Ask } from '../../world/others/sdk/client'
import { sdkPage } from '../../world/others/sdk/page'
import { startWorker } from '../../world/others/worker/start'
import { legacyPaywallPage } from '../../world/paywall-pages'
import { decodeHeader } from '../../world/terms'
import { expect, test } from '../fixtures'
import { article, newTransfers } from '../main/story'
import type { Tuppence } from '../tuppence'

interface Shop {
  origin(name: string): string
  stop(): Promise<void>
}

/** Buys the page by navigation and the data by fetch; each once, to the unit. */
async function buysBoth(tuppence: Tuppence, world: World, page: Page, origin: string) {
  await tuppence.setUpWallet()
  await tuppence.allow(0.1, 1)
  await tuppence.acquaint(origin)
  const transfers = await newTransfers(world, tuppence)
  await page.goto(origin + goods.page.path)
  await expect(page.getByText(goods.page.says)).toBeVisible()
  await page.goto(`${origin}/`)
  const data = await page.evaluate(async (path) => {
    const response = await fetch(path)
    return { status: response.status, text: await response.text() }
  }, goods.data.path)
  expect(data).toEqual({ status: 200, text: expect.stringContaining(goods.data.says) })
  const from = tuppence.account.address
  expect(await transfers()).toEqual([
    { from, to: payees.workbench, value: goods.page.amount },
    { from, to: payees.workbench, value: goods.data.amount },
  ])
  expect(await tuppence.balance()).toBe(10_000_000n - goods.page.amount - goods.data.amount)
  const payments = await tuppence.payments()
  expect(payments.map(({ status }) => status)).toEqual([200, 200])
}

test.describe('Servers by others', { tag: '@matrix' }, () => {
  const shops: [string, (facilitatorUrl: string) => Promise<Shop>][] = [
    ['@x402/hono on @hono/node-server', startHono],
    ['a Cloudflare Worker with @x402/hono on workerd', startWorker],
    ['mppx, x402 beside its own challenge', startMppx],
  ]
  for (const [name, start] of shops) {
    test(name, async ({ tuppence, world, page }) => {
      const shop = await start(world.facilitator.url)
      try {
        await buysBoth(tuppence, world, page, shop.origin('shop'))
      } finally {
        await shop.stop()
      }
    })
  }

  test('@x402/express', async ({ tuppence, world, page }) => {
    await tuppence.setUpWallet()
    await tuppence.allow(0.1, 1)
    const transfers = await newTransfers(world, tuppence)
    await page.goto(world.news.url + article.fiveCents.path)
    await expect(page.getByText('Paid for, and yours to read')).toBeVisible()
    const status = await page.evaluate(async () => (await fetch('/api/forecast')).status)
    expect(status).toBe(200)
    const paid = { from: tuppence.account.address, to: payees.news }
    expect(await transfers()).toEqual([
      { ...paid, value: 50_000n },
      { ...paid, value: 20_000n },
    ])
    expect(await tuppence.balance()).toBe(9_930_000n)
  })

  // The legacy packages weigh 476 MB: the server is ours by the v1 specification, its page in the
  // shape of their template (`test/world/paywall-pages.ts`), settled by the official v1 scheme.
  test('a legacy v1 server: HTML to browsers, JSON to scripts', async ({
    tuppence,
    world,
    page,
  }) => {
    await tuppence.setUpWallet()
    await tuppence.allow(0.1, 1)
    const transfers = await newTransfers(world, tuppence)
    const legacy = await startApiV1(world.facilitator.url, 0, legacyPaywallPage)
    try {
      const origin = legacy.origin('legacy')
      await tuppence.acquaint(origin)
      const [unpaid] = await Promise.all([
        page.waitForResponse((response) => response.status() === 402),
        page.goto(`${origin}/almanac`),
      ])
      expect(unpaid.headers()['content-type']).toBe('text/html')
      await expect(page.getByRole('heading', { name: 'The Pilot’s Almanac' })).toBeVisible()
      expect(await page.evaluate(async () => (await fetch('/forecast')).status)).toBe(200)
      const asHtml = { headers: { accept: 'text/html' } }
      const text = await page.evaluate(
        async (init) => (await fetch('/stream', init)).text(),
        asHtml,
      )
      expect(text).toContain('high water.')
      const paid = { from: tuppence.account.address, to: payees.almanac }
      expect(await transfers()).toEqual([
        { ...paid, value: 30_000n },
        { ...paid, value: 20_000n },
        { ...paid, value: 10_000n },
      ])
      expect(await tuppence.balance()).toBe(9_940_000n)
      const carriers = legacy.log.filter(({ headers }) => headers['x-payment'])
      expect(carriers.map(({ url }) => url)).toEqual(['/almanac', '/forecast', '/stream'])
    } finally {
      await legacy.stop()
    }
  })

  test('the shapes of the tests of @x402/fetch reach a server unchanged', async ({
    tuppence,
    world,
    page,
  }) => {
    await tuppence.setUpWallet()
    await tuppence.allow(0.1, 1)
    const transfers = await newTransfers(world, tuppence)
    const shop = await startHono(world.facilitator.url)
    await tuppence.acquaint(shop.origin('shop'))
    try {
      await page.goto(`${shop.origin('shop')}/`)
      const answers = await page.evaluate(async (path) => {
        const url = new URL(path, location.href).href
        const body = JSON.stringify({ test: 'data' })
        const json = { 'Content-Type': 'application/json' }
        const shapes: (() => Promise<Response>)[] = [
          () => fetch(url),
          () => fetch(url, { method: 'GET', headers: json }),
          () => fetch(new URL(url), { method: 'POST', body, headers: json }),
          () => {
            const headers = new Headers({ ...json, 'Custom-Header': 'custom-value' })
            headers.set('Accept', 'application/json, text/event-stream')
            return fetch(url, { method: 'POST', headers })
          },
          () => fetch(new Request(url, { headers: { 'CUSTOM-HEADER': 'from a request' } })),
          () => fetch(new Request(url, { method: 'POST', body, headers: json })),
          () => {
            const request = new Request(url, { method: 'POST', body: 'first' })
            return fetch(request, { headers: { 'custom-header': 'from init' }, body: 'second' })
          },
        ]
        const results = []
        for (const shape of shapes) {
          const { method, body, custom, accept } = await (await shape()).json()
          results.push({ method, body, custom, accept })
        }
        return results
      }, goods.data.path)

      const body = '{"test":"data"}'
      const plain = { custom: null, accept: '*/*', body: '' }
      expect(answers).toEqual([
        { ...plain, method: 'GET' },
        { ...plain, method: 'GET' },
        { ...plain, method: 'POST', body },
        {
          method: 'POST',
          body: '',
          custom: 'custom-value',
          accept: 'application/json, text/event-stream',
        },
        { ...plain, method: 'GET', custom: 'from a request' },
        { ...plain, method: 'POST', body },
        { ...plain, method: 'POST', custom: 'from init', body: 'second' },
      ])
      expect(await transfers()).toHaveLength(answers.length)
      expect(await tuppence.balance()).toBe(10_000_000n - 7n * goods.data.amount)
      const requests = shop.log.filter(({ url }) => url === goods.data.path)
      expect(requests.map(({ status }) => status)).toEqual(answers.flatMap(() => [402, 200]))
    } finally {
      await shop.stop()
    }
  })

  test('a page with @x402/fetch itself: the wallet is faster, its SDK sees no 402', async ({
    tuppence,
    world,
    page,
  }) => {
    await tuppence.setUpWallet()
    await tuppence.allow(0.1, 1)
    const transfers = await newTransfers(world, tuppence)
    const shop = await startHono(world.facilitator.url)
    await tuppence.acquaint(shop.origin('shop'))
    try {
      const origin = shop.origin('shop')
      const body = await sdkPage()
      await page.route(`${origin}/`, (route) => route.fulfill({ contentType: 'text/html', body }))
      await page.goto(`${origin}/`)
      const ask = () =>
        page.evaluate(
          (path) =>
            (window as unknown as { ask: Ask }).ask(path, { method: 'POST', body: 'from the SDK' }),
          goods.data.path,
        )
      const answer = await ask()
      expect(answer).toMatchObject({ status: 200 })
      expect(JSON.parse(answer.text)).toMatchObject({ method: 'POST', body: 'from the SDK' })
      const { address } = tuppence.account
      expect(await transfers()).toEqual([
        { from: address, to: payees.workbench, value: goods.data.amount },
      ])
      const [unpaid, paid] = shop.log.filter(({ url }) => url === goods.data.path)
      expect([unpaid?.status, paid?.status]).toEqual([402, 200])
      expect(decodeHeader(String(paid?.headers['payment-signature']))).toMatchObject({
        x402Version: 2,
        payload: { authorization: { from: address } },
      })

      // Declined, the 402 is the page's own again, and its SDK has it to deal with.
      await tuppence.allow(0, 0)
      const declined = ask().catch(String)
      const popup = await tuppence.openPopup(page)
      await popup.getByRole('button', { name: 'Not now', exact: true }).click()
      expect(await declined).toContain('Failed to create payment payload')
      expect(await transfers()).toHaveLength(1)
    } finally {
      await shop.stop()
    }
  })
})
