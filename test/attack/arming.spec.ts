import type { Page } from '@playwright/test'
import { extensionId } from '../e2e/extension-id'
import { expect, testInOwnBrowser as test } from '../e2e/fixtures'
import { startFetch } from '../e2e/main/goods'
import { expectNothingSigned, openStall, received } from './stage'

const PAY = 'Pay $0.01'

/** A click that lands where Pay is, whatever the button thinks of it. */
async function clickOnPay(popup: Page): Promise<void> {
  const box = await popup.getByText(PAY, { exact: true }).boundingBox({ timeout: 500 })
  if (!box) throw new Error('Pay is not shown')
  await popup.mouse.click(box.x + box.width / 2, box.y + box.height / 2)
}

test.describe('An approval that appears under a moving finger', { tag: '@attack' }, () => {
  test('takes no click and no key before it has been looked at, and none after it came back', async ({
    tuppence,
    world,
    page,
    context,
  }) => {
    await openStall(tuppence, world, page)
    for (const query of ['first', 'second']) await startFetch(page, `/goods?${query}`)
    const states = async () => (await tuppence.payments()).map(({ state }) => state)
    await expect.poll(states).toEqual(['awaiting', 'awaiting'])
    const tabId = await tuppence.tabId(page)
    const popup = await context.newPage()
    await popup.clock.install()
    await popup.goto(`chrome-extension://${extensionId}/popup.html?tab=${tabId}`)
    await expect(popup.getByText(PAY, { exact: true })).toBeVisible()
    // From now on half a second passes only when the test says so.
    await popup.clock.pauseAt(new Date(Date.now() + 60_000))
    expect(await popup.evaluate(() => document.activeElement?.tagName)).toBe('BODY')
    const tryAll = async () => {
      await clickOnPay(popup)
      for (const key of ['Enter', 'Space']) await popup.keyboard.press(key)
    }

    // From behind another window.
    await popup.evaluate(() => void window.dispatchEvent(new Event('focus')))
    await tryAll()
    await popup.clock.runFor(499)
    await tryAll()
    // Another payment in the place of the one that was looked at.
    await popup.clock.runFor(2)
    await popup.getByRole('button', { name: 'Next payment' }).click()
    await expect(popup.getByText('2 of 2')).toBeVisible()
    // Its records are read by a timer of a few milliseconds.
    await expect(async () => {
      await popup.clock.runFor(1)
      await clickOnPay(popup)
    }).toPass({ intervals: [50], timeout: 5_000 })
    await popup.clock.runFor(400)
    await clickOnPay(popup)
    expect(await states()).toEqual(['awaiting', 'awaiting'])
    await expectNothingSigned(tuppence, world)

    // What came to lie elsewhere meanwhile began anew.
    await expect(async () => {
      await popup.clock.runFor(101)
      await clickOnPay(popup).catch(() => undefined)
      expect(received(world).map(({ at }) => at)).toEqual(['a /goods?second'])
    }).toPass({ intervals: [200] })
  })

  test('makes no rule to pay without asking', async ({ tuppence, world, page, context }) => {
    await openStall(tuppence, world, page)
    await startFetch(page, '/goods?first')
    await expect.poll(async () => (await tuppence.payments()).length).toBe(1)
    const tabId = await tuppence.tabId(page)
    const popup = await context.newPage()
    await popup.clock.install()
    await popup.goto(`chrome-extension://${extensionId}/popup.html?tab=${tabId}`)
    const offer = popup.getByRole('button', { name: /without asking/ })
    await expect(offer).toBeVisible()
    // From now on half a second passes only when the test says so.
    await popup.clock.pauseAt(new Date(Date.now() + 60_000))
    await popup.evaluate(() => void window.dispatchEvent(new Event('focus')))
    await popup.clock.runFor(499)
    await expect(offer).toBeDisabled()
    const box = (await offer.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 }
    await popup.mouse.click(box.x + box.width / 2, box.y + box.height / 2)
    await popup.clock.runFor(1_000)
    await expect(offer).toBeEnabled()
    await offer.click()
    await expect(async () => {
      await popup.clock.runFor(10)
      await expect(offer).toBeHidden({ timeout: 50 })
    }).toPass({ timeout: 5_000 })
  })
})
