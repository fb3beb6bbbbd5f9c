import { expect } from '@playwright/test'
import { PAGES } from '../../entrypoints/dashboard/pages'
import { breakReading } from '../e2e/face/broken'
import { camera, LANGUAGES, testIn } from './camera'
import { putPast } from './past'

/** The tables without which a page has nothing to show. */
const NEEDED = {
  overview: 'totals',
  shelf: 'payments',
  history: 'payments',
  sites: 'totals',
  limits: 'settings',
  wallet: 'accounts',
} as const

for (const language of LANGUAGES) {
  const test = testIn(language)
  const { dashboard: picture } = camera(language)

  test(`the dashboard in ${language}`, async ({ tuppence }) => {
    const welcome = await tuppence.openDashboard('welcome')
    await expect(welcome.locator('h1')).toBeVisible()
    await picture(welcome, 'welcome')

    await tuppence.setUpWallet({ lock: 'passphrase' })
    for (const name of ['overview', 'shelf', 'history', 'sites'] as const) {
      const page = await tuppence.openDashboard(name)
      await expect(page.locator('h1')).toBeVisible()
      await picture(page, `${name}-empty`)
      await page.close()
    }

    await tuppence.command('setLimits', {
      autoApprove: true,
      perPayment: '100000',
      perDay: '1000000',
      perMonth: '10000000',
    })
    await tuppence.command('setSiteRule', {
      site: 'https://cello.example',
      rule: { mode: 'auto', perPayment: '300000', perDay: '1000000' },
    })
    await putPast(tuppence.console)
    for (const name of PAGES) {
      const page = await tuppence.openDashboard(name)
      await expect(page.locator('h1')).toBeVisible()
      if (name === 'history') await expect(page.locator('tbody tr').nth(8)).toBeVisible()
      if (name === 'overview') await expect(page.locator('[role=img]').first()).toBeVisible()
      await picture(page, name)
      if (name === 'history') {
        await page.locator('tbody tr button').first().click()
        await expect(page.locator('ol li').first()).toBeVisible()
        await picture(page, 'payment')
      }
      await page.close()
    }

    for (const [name, table] of Object.entries(NEEDED)) {
      const broken = await tuppence.openDashboard('security')
      await expect(broken.locator('h1')).toBeVisible()
      await breakReading(broken, table)
      await broken.evaluate((name) => location.replace(`#/${name}`), name)
      await expect(broken.getByRole('alert').filter({ hasText: 'Tuppence' })).toBeVisible()
      await picture(broken, `${name}-error`)
      await broken.close()
    }
  })
}
