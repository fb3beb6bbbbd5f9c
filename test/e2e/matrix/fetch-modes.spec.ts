import { sell } from '../../world/seller'
import { expect, test } from '../fixtures'

const html = { 'Content-Type': 'text/html' }

/** Each is repeated as the page made it: what the server sees twice is the same request. */
const MODES: [name: string, init: string, seen?: string][] = [
  [
    'FormData',
    `{ method: 'POST', body: (() => { const f = new FormData(); f.append('a', 'é'); return f })() }`,
    'name="a"',
  ],
  ['a typed array', `{ method: 'POST', body: new TextEncoder().encode('typed') }`, 'typed'],
  ['PUT', `{ method: 'PUT', body: 'put' }`, 'put'],
  ['keepalive', `{ method: 'POST', keepalive: true, body: 'kept' }`, 'kept'],
  ['redirect: error', `{ redirect: 'error' }`],
  ['redirect: manual', `{ redirect: 'manual' }`],
  ['credentials: omit', `{ credentials: 'omit' }`],
  ['credentials: include', `{ credentials: 'include' }`],
  ['cache: no-store', `{ cache: 'no-store' }`],
  ['cache: force-cache', `{ cache: 'force-cache' }`],
]

test.describe('fetch in all its modes', { tag: '@matrix' }, () => {
  test('is repeated as the page made it, over a cacheable 402, too', async ({
    tuppence,
    world,
    page,
  }) => {
    test.setTimeout(90_000)
    await tuppence.setUpWallet()
    await tuppence.allow(0.05, 5)
    world.workbench.on('GET', '/page', () => ({
      headers: { ...html, 'Set-Cookie': 'a=cookie' },
      body: '<!doctype html>a',
    }))
    await page.goto(`${world.workbench.origin('a')}/page`)
    await page.bringToFront()
    for (const [index, [name, init, seen = '']] of MODES.entries()) {
      await test.step(name, async () => {
        const path = `/goods/${index}`
        for (const method of ['GET', 'POST', 'PUT'] as const) {
          sell(world.workbench, world.facilitator.url, {
            version: 2,
            method,
            path,
            unpaid: { headers: { 'Cache-Control': 'max-age=600' } },
            deliver: ({ body }) => ({ body: `PAID ${body}` }),
          })
        }
        const got = await page.evaluate(`fetch('${path}', ${init}).then((r) => r.text())`)
        expect(got).toContain('PAID')
        expect(got).toContain(seen)
        const [unpaid, paid] = world.workbench.log.filter(({ url }) => url === path)
        expect(paid?.method).toBe(unpaid?.method)
        expect(paid?.headers.cookie).toBe(unpaid?.headers.cookie)
        expect(paid?.headers['content-type']?.split(';')[0]).toBe(
          unpaid?.headers['content-type']?.split(';')[0],
        )
      })
    }
    await expect
      .poll(async () => (await tuppence.payments()).filter((p) => p.state === 'confirmed').length)
      .toBe(MODES.length)
  })

  test('aborted after the approval: the page gets its abort, nothing is paid twice', async ({
    tuppence,
    world,
    page,
  }) => {
    await tuppence.setUpWallet()
    await tuppence.allow(0.05, 5)
    world.workbench.on('GET', '/page', () => ({ headers: html, body: '<!doctype html>a' }))
    let release = () => {}
    const released = new Promise<void>((resolve) => {
      release = resolve
    })
    const deliver = async function* () {
      yield 'first'
      await released
      yield 'second'
    }
    sell(world.workbench, world.facilitator.url, {
      version: 2,
      path: '/slow',
      deliver: () => ({ body: deliver() }),
    })
    await page.goto(`${world.workbench.origin('a')}/page`)
    await page.bringToFront()
    const outcome = await page.evaluate(async () => {
      const controller = new AbortController()
      const response = await fetch('/slow', { signal: controller.signal })
      controller.abort()
      return response.text().catch((error: Error) => error.name)
    })
    release()
    expect(outcome).toBe('AbortError')
    await expect.poll(() => tuppence.balance()).toBe(9_990_000n)
    expect(await tuppence.payments()).toHaveLength(1)
  })

  test('a single-page application that goes on meanwhile still gets its answer', async ({
    tuppence,
    world,
    page,
  }) => {
    await tuppence.setUpWallet()
    world.workbench.on('GET', '/page', () => ({ headers: html, body: '<!doctype html>a' }))
    sell(world.workbench, world.facilitator.url, {
      version: 2,
      path: '/goods',
      deliver: () => ({ body: 'PAID' }),
    })
    await page.goto(`${world.workbench.origin('a')}/page`)
    const answer = page.evaluate(async () => {
      const promise = fetch('/goods').then((response) => response.text())
      history.pushState({}, '', '/another/route')
      return promise
    })
    await expect.poll(async () => (await tuppence.payments())[0]?.state).toBe('awaiting')
    await tuppence.approve((await tuppence.payments())[0]!)
    expect(await answer).toBe('PAID')
  })
})
