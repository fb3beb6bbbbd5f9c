import { expect } from '@playwright/test'
import { article } from '../e2e/main/story'
import { passphrase } from '../e2e/tuppence'
import { sell } from '../world/seller'
import { answer402V2 } from '../world/terms'
import { camera, LANGUAGES, testIn } from './camera'

const html = { 'Content-Type': 'text/html' }

for (const language of LANGUAGES) {
  const test = testIn(language)
  const { popup: picture } = camera(language)

  test(`the popup in ${language}`, async ({ tuppence, world, page }) => {
    const { workbench, facilitator, news } = world
    const article5 = news.url + article.fiveCents.path
    await page.goto(article5)
    let popup = await tuppence.openPopup(page)
    await expect(popup.locator('a, button').first()).toBeVisible()
    await picture(popup, 'no-wallet')
    await popup.close()

    await tuppence.setUpWallet({ lock: 'passphrase' })
    await tuppence.allow(0.01, 1)
    await page.goto(news.url)
    popup = await tuppence.openPopup(page)
    await expect(popup.getByText(/10[.,]00/).first()).toBeVisible()
    await picture(popup, 'home')

    workbench.on('GET', '/broken', () => answer402V2({ x402Version: 2 }, 'A shop'))
    await popup.close()
    await page.goto(`${workbench.origin('a')}/broken`)
    popup = await tuppence.openPopup(page)
    await expect(popup.getByRole('status').getByRole('heading')).toBeVisible()
    await expect(popup.locator('#last-payments')).toBeVisible()
    await picture(popup, 'cannot-pay')

    await page.bringToFront()
    await page.goto(article5)
    const pay = popup.locator('button', { hasText: /0[.,]05/ }).first()
    await expect(pay).toBeVisible()
    await expect(pay).not.toHaveAttribute('aria-disabled', 'true')
    await picture(popup, 'ask')
    await popup.locator('button[aria-expanded=false]').last().click()
    await expect(popup.locator('button[aria-expanded=true]')).toBeVisible()
    await picture(popup, 'ask-details')

    await tuppence.command('lock')
    await expect(popup.locator('input[type=password]')).toBeVisible()
    await picture(popup, 'locked')
    await tuppence.command('unlock', { passphrase })

    await expect(pay).not.toHaveAttribute('aria-disabled', 'true')
    await pay.click()
    await expect(popup.locator('a[href*="/tx/"]')).toBeVisible()
    await picture(popup, 'paid')
    await popup.close()

    workbench.on('GET', '/page', () => ({ headers: html, body: '<!doctype html>A shop' }))
    for (const path of ['/one', '/two', '/three', '/four']) {
      const deliver = () => ({ headers: html, body: 'ok' })
      sell(workbench, facilitator.url, { version: 2, path, amount: '70000', deliver })
    }
    await page.goto(`${workbench.origin('a')}/page`)
    await page.evaluate(() => {
      for (const path of ['/one', '/two', '/three', '/four']) void fetch(path)
    })
    await expect.poll(async () => (await waiting()).length).toBe(4)
    popup = await tuppence.openPopup(page)
    await expect(popup.locator('button', { hasText: /0[.,]28/ })).toBeVisible()
    await picture(popup, 'queue')

    async function waiting() {
      return (await tuppence.payments()).filter(({ state }) => state === 'awaiting')
    }
  })
}
