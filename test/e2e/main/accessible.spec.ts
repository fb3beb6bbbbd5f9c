import { answer402V2 } from '../../world/terms'
import { expect, test } from '../fixtures'
import { look } from '../look'
import { article } from './story'

test.describe('Accessible', { tag: '@main' }, () => {
  test('the popup in each of its states', async ({ tuppence, world, page }) => {
    test.setTimeout(120_000)
    const news = world.news.url
    await page.goto(news + article.fiveCents.path)
    let popup = await tuppence.openPopup(page)
    await expect(popup.getByText('Set up Tuppence').first()).toBeVisible()
    await look(popup, 'popup-no-wallet')
    await popup.close()

    await tuppence.setUpWallet({ lock: 'passphrase' })
    await page.goto(news)
    popup = await tuppence.openPopup(page)
    await expect(popup.getByText('$10.00').first()).toBeVisible()
    await look(popup, 'popup-nothing-pending')

    world.workbench.on('GET', '/broken', () => ({ ...answer402V2({ x402Version: 2 }) }))
    await page.goto(`${world.workbench.origin('a')}/broken`)
    await expect(popup.getByText('This page cannot be paid')).toBeVisible()
    await look(popup, 'popup-cannot-be-paid')

    await page.goto(news + article.fiveCents.path)
    const pay = popup.getByRole('button', { name: 'Pay $0.05' })
    await expect(pay).toBeEnabled()
    await look(popup, 'popup-pending-one')

    world.facilitator.down(true)
    await pay.click()
    await expect(popup.getByText(/Nothing will be paid twice/)).toBeVisible()
    await look(popup, 'popup-failed')
    world.facilitator.down(false)

    await page.goto(`${news}/articles/tide-tables`)
    await popup
      .getByRole('button', { name: 'Next payment' })
      .or(popup.getByRole('button', { name: 'Done' }))
      .first()
      .click()
    await popup.getByRole('button', { name: 'Pay $0.01' }).click()
    await expect(popup.getByText(/^Paid \$0\.01/)).toBeVisible()
    await look(popup, 'popup-paid')

    await tuppence.command('lock')
    await page.goto(news + article.twoDollars.path)
    await expect(popup.getByRole('button', { name: 'Unlock' })).toBeVisible()
    await look(popup, 'popup-locked')
  })

  test('the dashboard, page by page', async ({ tuppence, world, page }) => {
    test.setTimeout(120_000)
    const welcome = await tuppence.openDashboard('welcome')
    await expect(welcome.getByRole('heading', { name: 'Welcome to Tuppence' })).toBeVisible()
    await look(welcome, 'dashboard-welcome')
    await tuppence.setUpWallet()
    await tuppence.allow(0.1, 1)
    await page.bringToFront()
    await page.goto(world.news.url + article.fiveCents.path)
    await expect.poll(async () => (await tuppence.payments())[0]?.state).toBe('confirmed')
    for (const name of ['history', 'limits', 'wallet', 'settings'] as const) {
      const dashboard = await tuppence.openDashboard(name)
      await expect(dashboard.getByRole('heading', { level: 1 })).toBeVisible()
      await look(dashboard, `dashboard-${name}`)
      await dashboard.close()
    }
  })
})
