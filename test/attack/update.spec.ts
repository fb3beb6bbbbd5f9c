import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { testInOwnBrowser as base, expect } from '../e2e/fixtures'
import { fetched, startFetch } from '../e2e/main/goods'
import { Tuppence } from '../e2e/tuppence'
import { sell } from '../world/seller'
import { openStall, received } from './stage'

/** Chromium loads an extension from a folder a second time for developers only. */
const test = base.extend({
  profile: async ({ profile }, use) => {
    await mkdir(join(profile, 'Default'))
    const preferences = JSON.stringify({ extensions: { ui: { developer_mode: true } } })
    await writeFile(join(profile, 'Default', 'Preferences'), preferences)
    await use(profile)
  },
})

/** As an update does: the worker ends, its pages close, scripts in pages are left behind. */
async function update(tuppence: Tuppence): Promise<Tuppence> {
  const closed = tuppence.console.waitForEvent('close')
  await tuppence.console.evaluate(() => void setTimeout(() => chrome.runtime.reload()))
  await closed
  return Tuppence.of(tuppence.context, tuppence.world)
}

test.describe('An update', { tag: '@attack' }, () => {
  test('while a page waits gives it its own answer, and leaves nothing armed', async ({
    context,
    world,
    page,
  }) => {
    world.workbench.clear()
    const before = await Tuppence.of(context, world)
    await openStall(before, world, page)
    const answer = page.evaluate(async () => {
      const response = await fetch('/goods', { signal: AbortSignal.timeout(30_000) })
      return response.status
    })
    await expect.poll(async () => (await before.payments()).length).toBe(1)
    const after = await update(before)
    expect(await answer).toBe(402)
    await expect.poll(() => after.payments()).toEqual([])
    expect(await after.rules()).toEqual([])
    // The keys went with the old worker.
    await page.bringToFront()
    await page.reload()
    await startFetch(page, '/goods')
    await expect
      .poll(async () => (await after.payments())[0]?.reasons.map(({ code }) => code))
      .toContain('wallet_locked')
    expect(received(world)).toEqual([])
  })

  test('in the middle of a payment ends as paid once, and the content comes', async ({
    context,
    world,
    page,
  }) => {
    world.workbench.clear()
    const before = await Tuppence.of(context, world)
    await openStall(before, world, page)
    await before.allow(1, 5)
    let deliver = () => {}
    const held = new Promise<void>((resolve) => {
      deliver = resolve
    })
    sell(world.workbench, world.facilitator.url, {
      version: 2,
      path: '/slow',
      deliver: async () => {
        await held
        return { body: 'PAID slowly' }
      },
    })
    const answer = fetched(page, '/slow')
    await expect.poll(async () => (await before.payments())[0]?.state).toBe('sent')
    await expect.poll(() => received(world).length).toBe(1)
    const after = await update(before)
    deliver()
    expect(await answer).toBe('PAID slowly')
    await expect
      .poll(async () => (await after.payments()).map(({ state }) => state))
      .toEqual(['confirmed'])
    expect(await world.chain.balanceOf(before.account.address)).toBe(9_990_000n)
    expect(await after.rules()).toEqual([])

    // Once more, by the new version: the same thing is not bought again without a word.
    await after.unlock()
    await page.bringToFront()
    await page.reload()
    await startFetch(page, '/slow')
    await expect
      .poll(async () => (await after.payments())[1]?.reasons.map(({ code }) => code))
      .toContain('paid_before')
    expect(received(world)).toHaveLength(1)
  })
})
