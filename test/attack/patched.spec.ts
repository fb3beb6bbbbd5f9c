import type { Page } from '@playwright/test'
import { expect, test } from '../e2e/fixtures'
import type { Tuppence } from '../e2e/tuppence'
import type { World } from '../world/index'
import { BUILT_INS, patch, type Way } from './patched'
import { expectNothingSigned, html, openStall, received } from './stage'

/** A frame that puts something hostile in one place, then asks by fetch and by XMLHttpRequest. */
const frame = `<!doctype html><script>
const heard = (window.heard = [])
const [path, way] = decodeURIComponent(location.search.slice(1)).split(' ')
const plainFetch = window.fetch, PlainXhr = XMLHttpRequest
;(${patch})(window, path, way, heard)
const query = location.search
const tries = [
  () => plainFetch('/goods' + query + '%20plain'),
  () => { const xhr = new PlainXhr(); xhr.open('GET', '/goods' + query + '%20xhr'); xhr.send() },
]
for (let at = 0; at < tries.length; at++) try { const made = tries[at](); made?.catch?.(() => 0) } catch {}
</script>`

/** Loads one frame for each built-in and each way. */
async function loadFrames(page: Page, ways: Way[], paths: readonly string[] = BUILT_INS) {
  const sources = paths.flatMap((path) => ways.map((way) => `/patched?${path}%20${way}`))
  await page.evaluate(async (sources) => {
    document.body.replaceChildren()
    const loads = sources.map((src) => {
      const frame = Object.assign(document.createElement('iframe'), { src, width: 9, height: 9 })
      document.body.append(frame)
      return new Promise((resolve) => frame.addEventListener('load', resolve))
    })
    await Promise.all(loads)
  }, sources)
}

function heardIn(page: Page): Promise<string> {
  return page.evaluate(() =>
    Array.from(frames, (frame) => (Reflect.get(frame, 'heard') as string[]).join('\n')).join('\n'),
  )
}

async function open(tuppence: Tuppence, world: World, page: Page): Promise<void> {
  await openStall(tuppence, world, page)
  world.workbench.on('GET', '/patched', () => ({ headers: html, body: frame }))
}

test.describe('A page that has put its own in the place of a built-in', { tag: '@attack' }, () => {
  test('gets no signature that nobody has approved', async ({ tuppence, world, page, context }) => {
    test.setTimeout(150_000)
    await open(tuppence, world, page)
    await loadFrames(page, ['throws', 'lies'])
    // Past the cap every further one gets its own 402: then all have been decided.
    await expect.poll(async () => (await tuppence.payments()).length).toBe(100)
    const other = await context.newPage()
    await other.goto(`${world.workbench.origin('b')}/page`)
    await other.evaluate(() => void fetch('/goods?last'))
    await expect.poll(async () => (await tuppence.payments()).length).toBe(101)
    await expectNothingSigned(tuppence, world)
  })

  test('pays once what its site may, and hears nothing of it', async ({
    tuppence,
    world,
    page,
  }) => {
    test.setTimeout(150_000)
    await open(tuppence, world, page)
    await tuppence.allow(0.01, 9)
    await loadFrames(page, ['listens', 'lies'])
    // Those who only listen get what they ask for.
    await expect
      .poll(() => received(world).length, { timeout: 60_000 })
      .toBeGreaterThan(BUILT_INS.length)
    const paid = received(world)
    expect(new Set(paid.map(({ at }) => at)).size).toBe(paid.length)
    expect(new Set(paid.map(({ nonce }) => nonce)).size).toBe(paid.length)
    const heard = (await heardIn(page)).toLowerCase()
    // They do listen.
    expect(heard).toContain('/goods')
    const secrets = [tuppence.privateKey, 'payment-signature', ...paid.flatMap(Object.values)]
    for (const secret of secrets.filter((text) => !text.startsWith('a '))) {
      expect(heard).not.toContain(secret.toLowerCase())
    }
  })

  test('hears neither the answer of the wallet nor the request that is made again', async ({
    tuppence,
    world,
    page,
  }) => {
    await open(tuppence, world, page)
    await tuppence.allow(0.01, 9)
    const telling = ['JSON.parse', 'Request', 'URL', 'XMLHttpRequest.prototype.open']
    await loadFrames(page, ['listens'], telling)
    const paid = () => received(world).map(({ at }) => at)
    await expect.poll(paid).toHaveLength(telling.length * 2)
    const heard = await heardIn(page)
    // What the page itself has asked for.
    expect(heard).toContain('/goods')
    // What is made again has a name that begins so.
    expect(heard).not.toContain('tuppence-')
  })
})
