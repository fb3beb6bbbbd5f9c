import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sell } from '../../world/seller'
import { expect, test } from '../fixtures'
import { launchWithTuppence } from '../launch'
import { Tuppence } from '../tuppence'

const html = { 'Content-Type': 'text/html' }
const PAID = 'PAID goods'

test.describe('Where the platform sets limits', { tag: '@matrix' }, () => {
  test('a form with a file: paid, then the user submits it again, file and all', async ({
    tuppence,
    world,
    page,
  }) => {
    await tuppence.setUpWallet()
    await tuppence.allow(0.05, 5)
    const form = `<form method="post" enctype="multipart/form-data" action="/upload">
      <input name="a" value="1"><input type="file" name="file"><button>send</button></form>`
    world.workbench.on('GET', '/page', () => ({ headers: html, body: form }))
    sell(world.workbench, world.facilitator.url, {
      version: 2,
      method: 'POST',
      path: '/upload',
      unpaid: { body: `Pay first ${form}` },
      deliver: ({ body }) => ({ headers: html, body: `${PAID} ${body}` }),
    })
    const submit = async () => {
      const file = { name: 'note.txt', mimeType: 'text/plain', buffer: Buffer.from('of the file') }
      await page.locator('input[type=file]').setInputFiles(file)
      await page.getByRole('button', { name: 'send' }).click()
    }
    await page.goto(`${world.workbench.origin('a')}/page`)
    await submit()
    await expect.poll(async () => (await tuppence.payments())[0]?.state).toBe('awaiting')
    const [payment] = await tuppence.payments()
    expect(payment?.reasons).toContainEqual({ code: 'submit_again' })
    await tuppence.approve(payment!)
    await submit()
    await expect(page.getByText(PAID)).toBeVisible()
    await expect(page.getByText('of the file')).toBeVisible()
    await expect.poll(async () => (await tuppence.payments())[0]?.state).toBe('confirmed')
    expect(await tuppence.balance()).toBe(9_990_000n)
  })

  test("a page's own service worker answers the navigation, and its fetches", async ({
    tuppence,
    world,
    page,
  }) => {
    await tuppence.setUpWallet()
    const worker = `
      self.oninstall = () => skipWaiting()
      self.onactivate = (event) => event.waitUntil(clients.claim())
      self.onfetch = (event) => {
        if (event.request.url.includes('/goods')) event.respondWith(fetch(event.request))
      }`
    world.workbench.on('GET', '/sw.js', () => ({
      headers: { 'Content-Type': 'text/javascript' },
      body: worker,
    }))
    world.workbench.on('GET', '/page', () => ({ headers: html, body: '<!doctype html>a' }))
    for (const path of ['/goods/document', '/goods/data']) {
      const deliver = () => ({ headers: html, body: PAID })
      sell(world.workbench, world.facilitator.url, { version: 2, path, deliver })
    }
    await page.goto(`${world.workbench.origin('a')}/page`)
    await page.evaluate(async () => {
      await navigator.serviceWorker.register('/sw.js')
      await navigator.serviceWorker.ready
      if (navigator.serviceWorker.controller) return
      await new Promise((resolve) => {
        navigator.serviceWorker.oncontrollerchange = resolve
      })
    })
    const data = page.evaluate(() => fetch('/goods/data').then((response) => response.text()))
    await expect.poll(async () => (await tuppence.payments())[0]?.state).toBe('awaiting')
    await tuppence.approve((await tuppence.payments())[0]!)
    expect(await data).toBe(PAID)

    await page.goto(`${world.workbench.origin('a')}/goods/document`)
    await expect.poll(async () => (await tuppence.payments())[1]?.state).toBe('awaiting')
    await tuppence.approve((await tuppence.payments())[1]!)
    await expect(page.getByText(PAID)).toBeVisible()
    await expect
      .poll(async () => (await tuppence.payments()).map(({ state }) => state))
      .toEqual(['confirmed', 'confirmed'])
    expect(await tuppence.balance()).toBe(9_980_000n)
  })

  test('an image of another origin whose 402 is HTML: the browser hides it, so nothing is paid', async ({
    tuppence,
    world,
    page,
  }) => {
    await tuppence.setUpWallet()
    world.workbench.on('GET', '/page', () => ({ headers: html, body: '<!doctype html><body>a' }))
    const deliver = () => ({ body: PAID })
    sell(world.workbench, world.facilitator.url, { version: 2, path: '/image', deliver })
    await page.goto(`${world.workbench.origin('a')}/page`)
    const timing = await page.evaluate(
      async (url) => {
        const image = new Image()
        await new Promise((resolve) => {
          image.onerror = resolve
          image.src = url
        })
        // The entry may come a moment after the error.
        const entry = await new Promise<PerformanceResourceTiming>((resolve) => {
          new PerformanceObserver((list) => {
            const [found] = list.getEntriesByName(url) as PerformanceResourceTiming[]
            if (found) resolve(found)
          }).observe({ type: 'resource', buffered: true })
        })
        return [entry.responseStatus, entry.serverTiming.length]
      },
      `${world.workbench.origin('b')}/image`,
    )
    // This is the platform's word (Opaque Response Blocking): no status and no header.
    expect(timing).toEqual([0, 0])
    // What is asked for later waits; the image did not.
    await page.goto(`${world.workbench.origin('b')}/image`)
    await expect
      .poll(async () => (await tuppence.payments()).map(({ request }) => request.kind))
      .toEqual(['navigation'])
  })

  test('what was paid comes back from the cache of pages as it was; a 402 never does, and asks again', async ({
    world,
  }) => {
    const profile = await mkdtemp(join(tmpdir(), 'tuppence-cache-'))
    const context = await launchWithTuppence({ profile, backForwardCache: true })
    try {
      const tuppence = await Tuppence.of(context, world)
      await tuppence.setUpWallet()
      const pageOf = (text: string) => () => ({
        headers: { ...html, 'Cache-Control': 'private, max-age=600' },
        body: `<!doctype html><script>
          onpageshow = ({ persisted }) => { if (persisted) document.title = 'restored' }
        </script>${text}`,
      })
      world.workbench.on('GET', '/page', pageOf('a page'))
      sell(world.workbench, world.facilitator.url, {
        version: 2,
        path: '/goods',
        unpaid: pageOf('Pay first')(),
        deliver: pageOf(PAID),
      })
      const origin = world.workbench.origin('a')
      const page = await context.newPage()
      const states = async () => (await tuppence.payments()).map(({ state }) => state)
      await page.goto(`${origin}/goods`)
      await expect.poll(states).toEqual(['awaiting'])
      await page.goto(`${origin}/page`)
      await expect.poll(states).toEqual([])
      await page.evaluate(() => history.back())
      await expect.poll(states).toEqual(['awaiting'])
      await expect(page).toHaveTitle('')
      await tuppence.approve((await tuppence.payments())[0]!)
      await expect(page.getByText(PAID)).toBeVisible()
      await expect.poll(() => tuppence.balance()).toBe(9_990_000n)

      await page.goto(`${origin}/page`)
      await page.evaluate(() => history.back())
      await expect(page).toHaveTitle('restored')
      await expect(page.getByText(PAID)).toBeVisible()
      expect(await tuppence.balance()).toBe(9_990_000n)
    } finally {
      await context.close()
      await rm(profile, { recursive: true, force: true })
    }
  })
})
