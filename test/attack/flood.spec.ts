import type { Page } from '@playwright/test'
import { expect, test } from '../e2e/fixtures'
import { expectNothingSigned, openStall, responseTime } from './stage'

const TABS = 6
const EACH = 200

/** Asks that many times at once and counts the answers; what is held has none yet. */
async function flood(page: Page): Promise<void> {
  await page.evaluate((count) => {
    Object.assign(window, { answers: 0 })
    for (let n = 0; n < count; n++) {
      const note = () => Object.assign(window, { answers: Reflect.get(window, 'answers') + 1 })
      void fetch(`/goods?n=${n}`).then(note, note)
    }
  }, EACH)
}

test.describe('A flood of questions', { tag: '@attack' }, () => {
  test(`${TABS * EACH} from ${TABS} tabs: capped, the popup answers, and closing clears`, async ({
    tuppence,
    world,
    page,
    context,
  }) => {
    test.setTimeout(180_000)
    await openStall(tuppence, world, page)
    const tabs = [page]
    while (tabs.length < TABS) {
      const tab = await context.newPage()
      await tab.goto(page.url())
      tabs.push(tab)
    }
    await page.bringToFront()
    // An open popup would draw every one of them anew.
    await tuppence.console.evaluate(() => location.replace('/dashboard.html#/settings'))
    await Promise.all(tabs.map(flood))

    // In the middle of it the worker answers, and a payment can be looked at and refused.
    expect(await responseTime(tuppence)).toBeLessThan(15_000)
    const popup = await tuppence.openPopup(page)
    await popup.getByRole('button', { name: 'Not now', exact: true }).click({ timeout: 20_000 })
    await popup.close()
    const answers = async () => {
      const counts = await Promise.all(
        tabs.map((tab) => tab.evaluate(() => Reflect.get(window, 'answers') as number)),
      )
      return counts.reduce((sum, count) => sum + count, 0)
    }
    const awaiting = async () =>
      (await tuppence.payments()).filter(({ state }) => state === 'awaiting')
    // Five hundred wait in all, a hundred of a tab; every other request has its own answer back. One
    // whose page gave up in the middle may be counted on both sides until its tab is closed.
    await expect
      .poll(async () => (await answers()) + (await awaiting()).length, { timeout: 90_000 })
      .toBeGreaterThanOrEqual(TABS * EACH)
    const waiting = await awaiting()
    expect(waiting.length).toBeGreaterThan(100)
    expect(waiting.length).toBeLessThanOrEqual(500)
    for (const tabId of new Set(waiting.map(({ request }) => request.tabId))) {
      const ofTab = waiting.filter(({ request }) => request.tabId === tabId)
      expect(ofTab.length).toBeLessThanOrEqual(100)
    }
    const popups = await tuppence.console.evaluate(() =>
      chrome.runtime.getContexts({ contextTypes: ['POPUP'] }),
    )
    expect(popups.length).toBeLessThanOrEqual(1)
    await expectNothingSigned(tuppence, world)

    for (const tab of tabs) await tab.close()
    await expect.poll(awaiting).toEqual([])
  })
})
