import type { Page } from '@playwright/test'
import type { World } from '../../world/index'
import { sell } from '../../world/seller'
import { answer402V1, answer402V2 } from '../../world/terms'
import { expect, test } from '../fixtures'
import { loadPicture } from '../load-picture'
import type { Tuppence } from '../tuppence'

const html = { 'Content-Type': 'text/html' }

/** A page of origin `a`, a wallet that pays without asking, and goods at `/goods`. */
async function setUp(tuppence: Tuppence, world: World, page: Page, version: 1 | 2 = 2) {
  await tuppence.setUpWallet()
  await tuppence.allow(0.05, 5)
  world.workbench.on('GET', '/page', () => ({ headers: html, body: '<!doctype html><body>a' }))
  sell(world.workbench, world.facilitator.url, {
    version,
    path: '/goods',
    deliver: ({ headers }) => ({ body: `PAID ${headers['x-key'] ?? ''}` }),
  })
  await page.goto(`${world.workbench.origin('a')}/page`)
  await page.bringToFront()
}

const paidRequests = ({ workbench }: World) =>
  workbench.log.filter(({ headers }) => headers['payment-signature'] ?? headers['x-payment'])

const states = async (tuppence: Tuppence) => (await tuppence.payments()).map(({ state }) => state)

/** A later command is answered only when what was reported before has been handled. */
async function quiet(tuppence: Tuppence, page: Page, world: World) {
  // Another 402 on the same way, which does ask: what came before it has been decided.
  await tuppence.askAlways()
  await page.goto(`${world.workbench.origin('a')}/goods?last`)
  await expect
    .poll(async () => (await tuppence.payments()).at(-1)?.request.url)
    .toContain('/goods?last')
}

test.describe('Careful', { tag: ['@matrix', '@attack'] }, () => {
  test('on a plain http site the page works, and paying always asks', async ({
    tuppence,
    world,
    page,
  }) => {
    await setUp(tuppence, world, page)
    const errors: Error[] = []
    page.on('pageerror', (error) => errors.push(error))
    const plain = world.workbench.origin('a').replace('a.localhost', 'plain.test')
    await page.goto(`${plain}/page`)
    const answer = page.evaluate(() => fetch('/goods').then((response) => response.text()))
    await expect.poll(() => states(tuppence)).toEqual(['awaiting'])
    const [payment] = await tuppence.payments()
    expect(payment?.reasons).toContainEqual({ code: 'insecure_page' })
    await tuppence.approve(payment!)
    expect(await answer).toContain('PAID')
    expect(errors).toEqual([])
  })

  test('options inherited from a Request are repeated, too', async ({ tuppence, world, page }) => {
    await setUp(tuppence, world, page)
    const answer = await page.evaluate(async () => {
      const options = new Request('/other', { headers: { 'x-key': 'KEY' } })
      return (await fetch('/goods', options)).text()
    })
    expect(answer).toBe('PAID KEY')
  })

  test('a redirect to another origin is not repeated with what the page sent', async ({
    tuppence,
    world,
    page,
  }) => {
    await setUp(tuppence, world, page)
    const there = `${world.workbench.origin('b')}/goods`
    world.workbench.on('GET', '/moved', () => ({
      status: 302,
      headers: { Location: there, 'Access-Control-Allow-Origin': '*' },
    }))
    world.workbench.on('OPTIONS', '/goods', () => ({
      status: 204,
      headers: {
        'Access-Control-Allow-Origin': '*',
        'Access-Control-Allow-Headers': '*, Authorization',
      },
    }))
    const status = await page.evaluate(async () => {
      const response = await fetch('/moved', { headers: { Authorization: 'Bearer SECRET' } })
      return response.status
    })
    expect(status).toBe(402)
    const atB = world.workbench.log.filter(({ host }) => host.startsWith('b.'))
    expect(atB.map(({ headers }) => headers.authorization)).toEqual(atB.map(() => undefined))
    expect(paidRequests(world)).toEqual([])
  })

  test('a redirect of the paid request does not take the payment along', async ({
    tuppence,
    world,
    page,
  }) => {
    await setUp(tuppence, world, page)
    const landing = `${world.workbench.origin('b')}/landing`
    world.workbench.on('GET', '/landing', () => ({ headers: html, body: 'landed' }))
    world.workbench.on('GET', '/jump', ({ headers }) =>
      headers['payment-signature']
        ? { status: 302, headers: { Location: landing } }
        : answer402V2(),
    )
    await page.goto(`${world.workbench.origin('a')}/jump`)
    await expect(page.getByText('landed')).toBeVisible()
    expect(paidRequests(world).map(({ host, url }) => [host.split('.')[0], url])).toEqual([
      ['a', '/jump'],
    ])
    expect(await tuppence.rules()).toEqual([])
  })

  test('a frame of another origin does not spend what the site may', async ({
    tuppence,
    world,
    page,
  }) => {
    await setUp(tuppence, world, page)
    const goods = `${world.workbench.origin('a')}/goods`
    world.workbench.on('GET', '/thief', () => ({
      headers: html,
      body: `<!doctype html><script>fetch('${goods}')</script>`,
    }))
    await page.evaluate(
      (src) => {
        document.body.innerHTML = `<iframe style="width:0;height:0;border:0" src="${src}"></iframe>`
      },
      `${world.workbench.origin('b')}/thief`,
    )
    await expect.poll(() => states(tuppence)).toEqual(['awaiting'])
    const [payment] = await tuppence.payments()
    expect(payment?.asker).toBe(world.workbench.origin('b'))
    expect(payment?.reasons.map(({ code }) => code)).toContain('frame_asks')
    expect(paidRequests(world)).toEqual([])
  })

  test('a hidden frame does not even ask', async ({ tuppence, world, page }) => {
    await setUp(tuppence, world, page)
    await page.evaluate(() => {
      document.body.innerHTML = '<iframe style="display:none" src="/goods?hidden"></iframe>'
    })
    await expect
      .poll(() => world.workbench.log.some(({ url }) => url === '/goods?hidden'))
      .toBe(true)
    await quiet(tuppence, page, world)
    expect(await states(tuppence)).toEqual(['awaiting'])
    expect(paidRequests(world)).toEqual([])
  })

  test('a reload of what was just paid asks', async ({ tuppence, world, page }) => {
    await setUp(tuppence, world, page)
    await page.goto(`${world.workbench.origin('a')}/goods`)
    await expect.poll(() => states(tuppence)).toEqual(['confirmed'])
    await page.reload()
    await expect.poll(() => states(tuppence)).toEqual(['confirmed', 'awaiting'])
    const [, again] = await tuppence.payments()
    expect(again?.reasons).toContainEqual({ code: 'paid_before' })
  })

  test('prefetch, beacon, preflight and what the page could not read are never paid', async ({
    tuppence,
    world,
    page,
  }) => {
    await setUp(tuppence, world, page)
    world.workbench.on('POST', '/beacon', () => answer402V2())
    world.workbench.on('OPTIONS', '/preflight', () => answer402V2())
    world.workbench.on('OPTIONS', '/goods', () => answer402V2())
    world.workbench.on('GET', '/unreadable', () => answer402V2())
    const outcome = await page.evaluate(async (other) => {
      const link = document.createElement('link')
      Object.assign(link, { rel: 'prefetch', href: '/goods?prefetch' })
      document.head.append(link)
      navigator.sendBeacon('/beacon', 'x')
      const failed = (url: string, init?: RequestInit) =>
        fetch(url, init).then(
          ({ status }) => String(status),
          (error: Error) => error.name,
        )
      return [
        await failed(`${other}/preflight`, { method: 'PUT', headers: { 'x-a': '1' } }),
        await failed(`${other}/unreadable`),
        await failed(`${other}/goods?opaque`, { mode: 'no-cors' }),
        await failed('/goods', { method: 'OPTIONS' }),
      ]
    }, world.workbench.origin('b'))
    expect(outcome).toEqual(['TypeError', 'TypeError', '0', '402'])
    const met = () => world.workbench.log.map(({ method, url }) => `${method} ${url}`)
    await expect
      .poll(met)
      .toEqual(
        expect.arrayContaining(['GET /goods?prefetch', 'POST /beacon', 'OPTIONS /preflight']),
      )
    // Nor asked about: what nothing holds is looked at a while later, this one the last of all.
    await page.evaluate(() => {
      const body = `fetch('${location.origin}/goods?last')`
      new Worker(URL.createObjectURL(new Blob([body])))
    })
    const asked = async () => (await tuppence.payments()).map(({ request }) => request.url)
    await expect.poll(asked).toContain(`${world.workbench.origin('a')}/goods?last`)
    // Of an opaque answer whose server lets every page read, the browser does not tell: it may ask.
    const others = (await asked()).filter((url) => !url.endsWith('?opaque'))
    expect(others).toEqual([`${world.workbench.origin('a')}/goods?last`])
    expect((await tuppence.payments()).map(({ approvedBy }) => approvedBy)).not.toContain('limits')
    expect(paidRequests(world)).toEqual([])
  })

  test('a page that is left while its terms are read asks for nothing', async ({
    tuppence,
    world,
    page,
  }) => {
    await setUp(tuppence, world, page)
    await tuppence.askAlways()
    let letRead = () => {}
    const left = new Promise<void>((resolve) => {
      letRead = resolve
    })
    const reads: string[] = []
    world.workbench.on('GET', '/slow', async ({ headers, url }) => {
      // Our own look at the terms of v1, which are in the body.
      if (headers.accept === 'application/json') {
        reads.push(url)
        await left
      }
      return answer402V1()
    })
    await page.goto(`${world.workbench.origin('a')}/slow`)
    await expect.poll(() => reads).toEqual(['/slow'])
    await page.goto(`${world.workbench.origin('a')}/page`)
    letRead()
    // Another 402 on a way that forgets nothing: what came before it has been decided.
    await page.evaluate(() => void fetch('/goods?last'))
    const asked = async () => (await tuppence.payments()).map(({ request }) => request.url)
    await expect.poll(asked).toEqual([`${world.workbench.origin('a')}/goods?last`])
  })

  test('the worker may be stopped while the user thinks', async ({ tuppence, world, page }) => {
    await setUp(tuppence, world, page)
    await tuppence.askAlways()
    const answer = page.evaluate(() => fetch('/goods').then((response) => response.text()))
    await expect.poll(() => states(tuppence)).toEqual(['awaiting'])
    await tuppence.stopWorker()
    const [payment] = await tuppence.payments()
    await tuppence.approve(payment!)
    expect(await answer).toContain('PAID')
    expect(await tuppence.balance()).toBe(9_990_000n)
  })

  test('a worker that is stopped while it pays is not started by what the site loads later', async ({
    tuppence,
    world,
    page,
  }) => {
    await setUp(tuppence, world, page)
    // Not the first time that it listens to this site.
    expect(await page.evaluate(() => fetch('/goods').then((answer) => answer.text()))).toContain(
      'PAID',
    )
    await expect.poll(() => tuppence.listening()).toEqual([])
    let letGo = () => {}
    const held = new Promise<void>((resolve) => {
      letGo = resolve
    })
    let isPaid = false
    const deliver = async () => {
      isPaid = true
      await held
      return { body: 'PAID' }
    }
    sell(world.workbench, world.facilitator.url, { version: 2, path: '/slow-goods', deliver })
    const answer = page.evaluate(() => fetch('/slow-goods').then((response) => response.text()))
    await expect.poll(() => isPaid).toBe(true)
    // The browser tells of the paid request until its answer comes.
    await tuppence.stopForGood()
    await loadPicture(page)
    await expect.poll(() => tuppence.isRunning()).toBe(true)
    // The new one is asked for something, so that it has begun.
    await tuppence.command('refreshBalances')
    await tuppence.stopForGood()
    for (let count = 0; count < 10; count++) await loadPicture(page)
    expect(await tuppence.isRunning()).toBe(false)
    letGo()
    expect(await answer).toBe('PAID')
  })
})
