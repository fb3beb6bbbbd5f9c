import { expect, test } from '../e2e/fixtures'
import { startFetch } from '../e2e/main/goods'
import type { Tuppence } from '../e2e/tuppence'
import { expectNothingSigned, html, openStall, received, VICTIM } from './stage'

const codes = async (tuppence: Tuppence) =>
  (await tuppence.payments()).flatMap(({ reasons }) => reasons.map(({ code }) => code))

test.describe('Where nobody looks', { tag: '@attack' }, () => {
  test('a sandboxed frame does not spend what its site may', async ({ tuppence, world, page }) => {
    await openStall(tuppence, world, page)
    await tuppence.allow(1, 5)
    await page.evaluate(
      (url) => {
        const frame = document.createElement('iframe')
        frame.setAttribute('sandbox', 'allow-scripts')
        frame.srcdoc = `<script>fetch('${url}')</script>`
        document.body.append(frame)
      },
      `${new URL(page.url()).origin}/goods`,
    )
    await expect.poll(() => codes(tuppence)).toContain('frame_asks')
    await expectNothingSigned(tuppence, world)
  })

  test('a tab in the background asks, and opens no popup', async ({
    tuppence,
    world,
    page,
    context,
  }) => {
    await openStall(tuppence, world, page)
    await tuppence.allow(1, 5)
    const front = await context.newPage()
    await front.goto(`${world.workbench.origin(VICTIM)}/page`)
    await front.bringToFront()
    await startFetch(page, '/goods')
    await expect.poll(() => codes(tuppence)).toContain('background_tab')
    const popups = await tuppence.console.evaluate(() =>
      chrome.runtime.getContexts({ contextTypes: ['POPUP'] }),
    )
    expect(popups).toEqual([])
    await expectNothingSigned(tuppence, world)
  })

  test('a page that opens others by itself spends nothing of theirs', async ({
    tuppence,
    world,
    page,
  }) => {
    await openStall(tuppence, world, page)
    await tuppence.allow(1, 5)
    const goods = `${world.workbench.origin(VICTIM)}/goods`
    world.workbench.on('GET', '/opener', () => ({
      headers: html,
      body: `<!doctype html><button onclick="window.open('/page?by-hand')">Open</button><script>
        window.opened = Array.from({ length: 20 }, (_, n) => window.open('${goods}?' + n))
      </script>`,
    }))
    await page.goto(`${new URL(page.url()).origin}/opener`)
    expect(await page.evaluate(() => Reflect.get(window, 'opened').filter(Boolean))).toEqual([])
    expect(received(world)).toEqual([])
    await expectNothingSigned(tuppence, world)
    // It is the browser that stops them: what the user clicks for it opens.
    const opens = page.waitForEvent('popup')
    await page.getByRole('button').click()
    await expect(await opens).toHaveURL(/by-hand/)
  })
})
