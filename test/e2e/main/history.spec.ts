import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { extensionId } from '../extension-id'
import { expect, test } from '../fixtures'
import { freePort } from '../free-port'
import { launchWithTuppence } from '../launch'
import { attachToPopup } from '../real-popup'
import { Tuppence } from '../tuppence'
import { article, payInPopup } from './story'

test.describe('History', { tag: '@main' }, () => {
  test('has each payment with its facts and totals, and survives the browser', async ({
    world,
  }) => {
    const profile = await mkdtemp(join(tmpdir(), 'tuppence-history-'))
    const first = await launchWithTuppence({ profile })
    const tuppence = await Tuppence.of(first, world)
    await tuppence.setUpWallet()
    const page = await first.newPage()
    await page.goto(world.news.url + article.fiveCents.path)
    await payInPopup(tuppence, page, '$0.05')
    await expect
      .poll(async () => (await tuppence.payments()).map(({ state }) => state))
      .toEqual(['confirmed'])
    const [payment] = await tuppence.payments()
    await first.close()

    const second = await launchWithTuppence({ profile })
    try {
      const history = await second.newPage()
      await history.goto(`chrome-extension://${extensionId}/dashboard.html#/history`)
      const row = history.getByRole('row').filter({ hasText: article.fiveCents.headline })
      await expect(row).toContainText('news.localhost')
      await expect(row).toContainText('$0.05')
      await expect(row).toContainText('Base Sepolia')
      await expect(row).toContainText('Confirmed')
      await expect(row.getByRole('link')).toHaveAttribute(
        'href',
        `https://sepolia.basescan.org/tx/${payment?.transaction}`,
      )
      for (const name of ['Today · test money', 'This month · test money']) {
        const total = history.getByText(name).locator('..')
        await expect(total).toContainText('$0.05')
      }
      // The key did not survive: after each start of the browser the wallet is locked.
      const session = await history.evaluate(() => chrome.storage.session.get())
      expect(session).toEqual({})
    } finally {
      await second.close()
      await rm(profile, { recursive: true, force: true })
    }
  })

  test('the popup that the browser opened by itself pays, too', async ({ world }) => {
    const profile = await mkdtemp(join(tmpdir(), 'tuppence-popup-'))
    const debugPort = await freePort()
    const context = await launchWithTuppence({ profile, debugPort })
    try {
      const tuppence = await Tuppence.of(context, world)
      await tuppence.setUpWallet()
      const page = await context.newPage()
      await page.bringToFront()
      await page.goto(world.news.url + article.fiveCents.path)
      const { popup, detach } = await attachToPopup(context, debugPort)
      await popup.getByRole('button', { name: 'Pay $0.05' }).click()
      await expect(page.getByText(article.fiveCents.paidText)).toBeVisible()
      await expect.poll(() => tuppence.balance()).toBe(9_950_000n)
      await detach()
    } finally {
      await context.close()
      await rm(profile, { recursive: true, force: true })
    }
  })
})
