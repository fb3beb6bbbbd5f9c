import { expect, test } from '../e2e/fixtures'
import { html, sellGoods } from '../e2e/main/goods'
import { newTransfers } from '../e2e/main/story'
import type { Tuppence } from '../e2e/tuppence'
import type { World } from '../world/index'
import { answer402V1 } from '../world/terms'

const script = { 'Content-Type': 'text/javascript' }
const page = (body: string) => () => ({ headers: html, body: `<!doctype html>${body}` })

/** A site that the user pays without being asked, and one that would like to have it paid. */
async function twoSites(tuppence: Tuppence, { workbench }: World) {
  await tuppence.setUpWallet()
  await tuppence.allow(0.05, 5)
  const [trusted, stranger] = [workbench.origin('a'), workbench.origin('evil')]
  return { trusted, stranger }
}

test.describe("A site's allowance", { tag: '@attack' }, () => {
  test('pays for one page in a minute that another site leads to', async ({
    tuppence,
    world,
    page: tab,
  }) => {
    const { trusted, stranger } = await twoSites(tuppence, world)
    sellGoods(world, { '/g1': '10000', '/g2': '10000' })
    const { workbench } = world
    for (const path of ['g1', 'g2']) {
      const body = `<script>location = '${trusted}/${path}'</script>`
      workbench.on('GET', `/to-${path}`, page(body))
    }
    const transfers = await newTransfers(world, tuppence)
    await tab.bringToFront()
    await tab.goto(`${stranger}/to-g1`)
    await expect(tab.getByText('PAID /g1')).toBeVisible()
    await tab.goto(`${stranger}/to-g2`)
    await expect
      .poll(async () => (await tuppence.payments()).map(({ state }) => state))
      .toEqual(['confirmed', 'awaiting'])
    const [, second] = await tuppence.payments()
    expect(second?.reasons).toEqual([{ code: 'opened_again', opener: stranger }])
    expect(await transfers()).toHaveLength(1)
  })

  test('is not spent by its own pages in the frame of a stranger', async ({
    tuppence,
    world,
    page: tab,
  }) => {
    const { trusted, stranger } = await twoSites(tuppence, world)
    sellGoods(world, { '/g1': '10000' })
    const { workbench } = world
    workbench.on('GET', '/news', page(`News <iframe src="${stranger}/ad"></iframe>`))
    workbench.on('GET', '/ad', page(`An ad <iframe src="${trusted}/g1"></iframe>`))
    await tab.bringToFront()
    await tab.goto(`${trusted}/news`)
    await expect
      .poll(async () => (await tuppence.payments()).map(({ state }) => state))
      .toEqual(['awaiting'])
    const [payment] = await tuppence.payments()
    expect(payment?.reasons).toContainEqual({ code: 'frame_asks', asker: stranger })
  })

  test('is not asked for by what an earlier page of the tab has met', async ({
    tuppence,
    world,
    page: tab,
  }) => {
    const { trusted, stranger } = await twoSites(tuppence, world)
    sellGoods(world, { '/g1': '10000', '/last': '10000' })
    const { workbench } = world
    const worker = "fetch('/g1').then(() => postMessage(1))"
    workbench.on('GET', '/worker.js', () => ({ headers: script, body: worker }))
    const leave = `new Worker('/worker.js').onmessage = () => { location = '${trusted}/page' }`
    workbench.on('GET', '/leave', page(`<script>${leave}</script>`))
    await tab.bringToFront()
    await tab.goto(`${stranger}/leave`)
    await tab.waitForURL(`${trusted}/page`)
    // What is met from now on is looked at later than that.
    await tab.evaluate(() => {
      const body = `fetch('${location.origin}/last')`
      new Worker(URL.createObjectURL(new Blob([body])))
    })
    await expect.poll(async () => (await tuppence.payments()).length).toBe(1)
    const [payment] = await tuppence.payments()
    expect(payment?.request.url).toBe(`${trusted}/last`)
  })
})

test.describe('The payment of a document behind a service worker', { tag: '@attack' }, () => {
  test('is not taken by the worker of another site', async ({
    tuppence,
    world,
    page: tab,
    context,
  }) => {
    const { trusted, stranger } = await twoSites(tuppence, world)
    sellGoods(world, { '/article': '10000' })
    const { workbench } = world
    const passOn = `oninstall = () => skipWaiting()
      onactivate = (event) => event.waitUntil(clients.claim())
      onfetch = (event) => event.respondWith(fetch(event.request))`
    workbench.on('GET', '/pass-on.js', () => ({ headers: script, body: passOn }))
    const register = `navigator.serviceWorker.register('/pass-on.js')
      navigator.serviceWorker.ready.then(() => { document.title = 'ready' })`
    workbench.on('GET', '/home', page(`<script>${register}</script>`))
    const thief = `const take = () => fetch('${trusted}/article', { mode: 'no-cors', cache: 'no-store' })
        .catch(() => 0).then(() => setTimeout(take, 1))
      for (let count = 0; count < 12; count++) take()`
    workbench.on('GET', '/thief.js', () => ({ headers: script, body: thief }))
    workbench.on('GET', '/shared', page("<script>new SharedWorker('/thief.js')</script>"))
    await tab.goto(`${trusted}/home`)
    await expect(tab).toHaveTitle('ready')
    const other = await context.newPage()
    await other.goto(`${stranger}/shared`)
    const tries = () => workbench.log.filter(({ url }) => url === '/article').length
    await expect.poll(tries).toBeGreaterThan(20)
    await tab.bringToFront()
    await tab.goto(`${trusted}/article`)
    await expect(tab.getByText('PAID /article')).toBeVisible()
    const paid = workbench.log.filter(({ headers }) => headers['payment-signature'])
    expect(paid.map(({ headers }) => headers['sec-fetch-site'])).not.toContain('cross-site')
    expect(paid).toHaveLength(1)
  })
})

/** `/login` gives a cookie that the browser keeps from what another site starts. */
function offerLogin({ workbench }: World): void {
  const cookie = { 'Set-Cookie': 'session=secret; SameSite=Strict; Path=/; HttpOnly' }
  workbench.on('GET', '/login', () => ({ headers: { ...html, ...cookie }, body: 'Welcome' }))
}

test.describe("The wallet's own look at terms", { tag: '@attack' }, () => {
  test('does not go to another site in the name of the user, whatever 402 a page makes up', async ({
    tuppence,
    world,
    page: tab,
  }) => {
    const { trusted, stranger } = await twoSites(tuppence, world)
    const { workbench } = world
    const made = `oninstall = () => skipWaiting()
      onactivate = (event) => event.waitUntil(clients.claim())
      const headers = { 'Server-Timing': 'tuppence-402', 'Timing-Allow-Origin': '*' }
      onfetch = (event) => {
        if (!event.request.url.includes('/transfer')) return
        event.respondWith(new Response('', { status: 402, headers }))
      }`
    workbench.on('GET', '/made-up.js', () => ({ headers: script, body: made }))
    workbench.on('GET', '/transfer', page('done'))
    offerLogin(world)
    const register = `navigator.serviceWorker.register('/made-up.js')
      navigator.serviceWorker.ready.then(() => { document.title = 'ready' })`
    workbench.on('GET', '/trap', page(`<script>${register}</script>`))
    await tab.bringToFront()
    for (const site of [trusted, stranger]) await tab.goto(`${site}/login`)
    await tab.goto(`${stranger}/trap`)
    await expect(tab).toHaveTitle('ready')
    await tab.reload()
    for (const site of [trusted, stranger]) {
      await tab.evaluate((src) => {
        document.body.append(Object.assign(new Image(), { src }))
      }, `${site}/transfer?to=evil`)
    }
    const looks = () => workbench.log.filter(({ url }) => url.startsWith('/transfer'))
    await expect.poll(() => looks().length).toBe(2)
    const cookies = looks().map(({ headers }) => [`http://${headers.host}`, headers.cookie])
    expect(Object.fromEntries(cookies)).toEqual({
      [trusted]: undefined,
      [stranger]: 'session=secret',
    })
  })

  test('takes no cookies where another site asks or leads, and those of the user where they went', async ({
    tuppence,
    world,
    page: tab,
  }) => {
    const { trusted, stranger } = await twoSites(tuppence, world)
    const { workbench } = world
    offerLogin(world)
    const { headers, body } = answer402V1()
    const open = { ...headers, 'Access-Control-Allow-Origin': '*' }
    workbench.on('GET', '/act', () => ({ status: 402, headers: open, body }))
    workbench.on('GET', '/lead', page(`<script>location = '${trusted}/act?led'</script>`))
    workbench.on('GET', '/empty', page('Nothing here'))
    await tab.goto(`${trusted}/login`)
    await tab.bringToFront()
    await tab.goto(`${stranger}/empty`)
    await tab.evaluate((url) => {
      void fetch(url, { credentials: 'omit' }).catch(() => undefined)
    }, `${trusted}/act?fetched`)
    const cookies = (query: string) =>
      workbench.log
        .filter(({ url }) => url === `/act?${query}`)
        .map(({ headers }) => headers.cookie)
    // The page's request, and our look.
    await expect.poll(() => cookies('fetched')).toEqual([undefined, undefined])
    await tab.goto(`${stranger}/lead`)
    await expect.poll(() => cookies('led')).toEqual([undefined, undefined])
    await tab.goto(`${trusted}/act?went`)
    // The limits pay then, which is one more request.
    await expect
      .poll(() => cookies('went').slice(0, 2))
      .toEqual(['session=secret', 'session=secret'])
  })
})
