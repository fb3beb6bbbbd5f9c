import { payees } from '../../world/index'
import { decodeHeader } from '../../world/terms'
import { expect, test } from '../fixtures'
import { article, newTransfers, payInPopup } from './story'

/** Version 1 and 2, navigation and fetch: each against the chain and the sites' own logs. */
test.describe('Both versions, both ways', { tag: '@main' }, () => {
  test('v2 navigation: the header carries the official shape, once', async ({
    tuppence,
    world,
    page,
  }) => {
    await tuppence.setUpWallet()
    world.news.log.length = 0
    await page.goto(world.news.url + article.fiveCents.path)
    await payInPopup(tuppence, page, '$0.05')
    await expect(page.getByText(article.fiveCents.paidText)).toBeVisible()
    const paid = world.news.log.filter(({ headers }) => headers['payment-signature'])
    expect(paid).toHaveLength(1)
    expect(decodeHeader(String(paid[0]?.headers['payment-signature']))).toMatchObject({
      x402Version: 2,
      accepted: { scheme: 'exact', network: 'eip155:84532', amount: '50000' },
    })
  })

  test('v2 fetch: the page gets the paid answer in the promise that it has', async ({
    tuppence,
    world,
    page,
  }) => {
    await tuppence.setUpWallet()
    const transfers = await newTransfers(world, tuppence)
    await page.goto(`${world.news.url}/weather`)
    await page.getByRole('button', { name: 'Load the forecast' }).click()
    await payInPopup(tuppence, page, '$0.02')
    await expect(page.locator('#forecast')).toContainText('Skerry Sound')
    expect(await transfers()).toEqual([
      { from: tuppence.account.address, to: payees.news, value: 20_000n },
    ])
  })

  test('v1 navigation: the terms are read from the payee itself', async ({
    tuppence,
    world,
    page,
  }) => {
    await tuppence.setUpWallet()
    const transfers = await newTransfers(world, tuppence)
    await page.goto(`${world.almanac.url}/almanac`)
    await payInPopup(tuppence, page, '$0.03')
    await expect(page.getByRole('heading').first()).toBeVisible()
    expect(page.url()).toBe(`${world.almanac.url}/almanac`)
    expect(await transfers()).toEqual([
      { from: tuppence.account.address, to: payees.almanac, value: 30_000n },
    ])
  })

  test('v1 fetch across origins: paid although the API allows and exposes no header', async ({
    tuppence,
    world,
    page,
  }) => {
    await tuppence.setUpWallet()
    const transfers = await newTransfers(world, tuppence)
    world.almanac.log.length = 0
    await page.goto(`${world.news.url}/weather-v1?auto=1`)
    await payInPopup(tuppence, page, '$0.02')
    await expect(page.locator('#forecast')).toContainText('Wind')
    expect(await transfers()).toEqual([
      { from: tuppence.account.address, to: payees.almanac, value: 20_000n },
    ])
    const paid = world.almanac.log.filter(({ headers }) => headers['x-payment'])
    expect(paid.map(({ method }) => method)).toEqual(['GET'])
    expect(world.almanac.log.filter(({ method }) => method === 'OPTIONS')).toEqual([])
  })

  test('a paid stream arrives piece by piece', async ({ tuppence, world, page }) => {
    await tuppence.setUpWallet()
    await page.goto(world.news.url)
    const pieces = page.evaluate(async (url) => {
      const response = await fetch(url)
      const reader = response.body!.getReader()
      const times: number[] = []
      for (;;) {
        const { done } = await reader.read()
        if (done) break
        times.push(performance.now())
      }
      return { status: response.status, url: response.url, times }
    }, `${world.almanac.url}/stream`)
    await expect.poll(async () => (await tuppence.payments()).length).toBe(1)
    await payInPopup(tuppence, page, '$0.01')
    const { status, url, times } = await pieces
    expect(status).toBe(200)
    expect(url).toBe(`${world.almanac.url}/stream`)
    expect(times.length).toBeGreaterThanOrEqual(4)
    expect(times[times.length - 1]! - times[0]!).toBeGreaterThan(200)
  })

  test('a POST with a body is repeated as it was', async ({ tuppence, world, page }) => {
    await tuppence.setUpWallet()
    await tuppence.allow(0.1, 1)
    const bodies: string[] = []
    const { answer402V2 } = await import('../../world/terms')
    world.workbench.on('POST', '/echo', ({ headers, body }) => {
      bodies.push(body)
      return headers['payment-signature'] ? { body: `paid ${body}` } : answer402V2()
    })
    world.workbench.on('GET', '/', () => ({
      headers: { 'Content-Type': 'text/html' },
      body: '<title>Bench</title>',
    }))
    await page.goto(`${world.workbench.origin('a')}/`)
    await page.bringToFront()
    const answers = await page.evaluate(async () => {
      const send = async (init: RequestInit) =>
        (await fetch('/echo', { method: 'POST', ...init })).text()
      const request = new Request('/echo', { method: 'POST', body: 'in a request' })
      return [
        await send({ body: 'text' }),
        await send({ body: new URLSearchParams({ a: '1' }) }),
        await send({ body: new Blob(['blob']) }),
        await (await fetch(request)).text(),
      ]
    })
    expect(answers).toEqual(['paid text', 'paid a=1', 'paid blob', 'paid in a request'])
    expect(bodies).toEqual(['text', 'a=1', 'blob', 'in a request'].flatMap((body) => [body, body]))
  })

  test('an aborted fetch is not paid', async ({ tuppence, world, page }) => {
    await tuppence.setUpWallet()
    await page.goto(`${world.news.url}/weather`)
    const outcome = page.evaluate(async () => {
      const controller = new AbortController()
      Object.assign(window, { controller })
      return fetch('/api/forecast', { signal: controller.signal }).catch((e) => e.name)
    })
    await expect
      .poll(async () => (await tuppence.payments()).map(({ state }) => state))
      .toEqual(['awaiting'])
    await page.evaluate(() =>
      (window as unknown as { controller: AbortController }).controller.abort(),
    )
    expect(await outcome).toBe('AbortError')
    await expect.poll(async () => (await tuppence.payments()).length).toBe(0)
  })
})
