import type { Page } from '@playwright/test'
import { expect, test } from '../fixtures'
import { look } from '../look'
import { fetched, sellGoods } from '../main/goods'
import type { Tuppence } from '../tuppence'
import { breakReading } from './broken'
import { putHistory, spent } from './records'

const DAY = 24 * 60 * 60_000
const MANY = 3_000

const list = (page: Page) => page.getByRole('list', { name: 'Sites' })
const rows = (page: Page) => list(page).locator(':scope > li')
const row = (page: Page, name: string) => rows(page).filter({ hasText: name })
const line = (page: Page, name: string) => list(page).getByRole('button', { name }).first()

/** Three sites: one paid most, one paid last, one with test money. */
async function putSites(tuppence: Tuppence): Promise<void> {
  const now = Date.now()
  await putHistory(tuppence.console, [
    spent({ site: 'https://much.example', amount: 500_000n, at: now - 40 * DAY }),
    spent({ site: 'https://much.example', amount: 300_000n, at: now - 2 * DAY }),
    spent({ site: 'https://late.example', amount: 20_000n, at: now }),
    spent({ site: 'https://play.example', amount: 900_000n, at: now - DAY, testnet: true }),
  ])
}

test.describe('The sites', { tag: '@face' }, () => {
  test('are none at first', async ({ tuppence }) => {
    await tuppence.setUpWallet()
    const page = await tuppence.openDashboard('sites')
    await expect(page.getByText('No sites yet')).toBeVisible()
    await look(page, 'sites-empty')
  })

  test('have their rule, what they took and whom they have paid', async ({ tuppence }) => {
    await tuppence.setUpWallet()
    await putSites(tuppence)
    await tuppence.command('setSiteRule', {
      site: 'https://blocked.example',
      rule: { mode: 'never' },
    })
    const page = await tuppence.openDashboard('sites')
    await expect(rows(page)).toHaveCount(4)
    await expect(rows(page).first()).toContainText('late.example')
    await expect(row(page, 'blocked.example')).toContainText('BlockedNot paid yet')
    await page.getByRole('radio', { name: 'Spent' }).check({ force: true })
    await expect(rows(page).first()).toContainText('much.example')
    await expect(rows(page).first()).toContainText('$0.80')
    await page.getByRole('radio', { name: 'Name' }).check({ force: true })
    await expect(rows(page).first()).toContainText('blocked.example')

    await line(page, 'much.example').click()
    const facts = row(page, 'much.example').locator('dl')
    await expect(facts).toContainText('Today$0.00')
    await expect(facts).toContainText('In all$0.80')
    await expect(facts).toContainText('Usual price$0.30')
    await expect(facts).toContainText('Payments2')
    await expect(row(page, 'much.example')).toContainText(/0x\w{4}…\w{4}.*since \w+ \d+/)
    await line(page, 'play.example').click()
    await expect(row(page, 'play.example').locator('dl')).toContainText('In all$0.90 test money')
    await look(page, 'sites-normal')
  })

  test('are found among thousands, which open at once', async ({ tuppence }) => {
    test.setTimeout(180_000)
    await tuppence.setUpWallet()
    const now = Date.now()
    await putHistory(
      tuppence.console,
      Array.from({ length: 2 * MANY }, (_, index) => {
        const number = index % MANY
        const at = now - index * 60_000
        return spent({ site: `https://site-${number}.example`, amount: BigInt(number + 1), at })
      }),
    )
    const began = Date.now()
    const page = await tuppence.openDashboard('sites')
    await expect(rows(page)).toHaveCount(50)
    test.info().annotations.push({ type: 'sites', description: `${Date.now() - began} ms` })
    await expect(page.getByText('3,000 sites')).toBeVisible()
    await expect(rows(page).first()).toContainText('site-0.example')
    await page.getByRole('button', { name: 'Show 50 more' }).click()
    await expect(rows(page)).toHaveCount(100)
    await page.getByRole('radio', { name: 'Spent' }).check({ force: true })
    await expect(rows(page).first()).toContainText('site-2999.example')
    await look(page, 'sites-full')
    const search = page.getByRole('searchbox', { name: 'Find a site' })
    await search.fill('SITE-1234.')
    await expect(page.getByText('1 of 3,000 sites')).toBeVisible()
    await expect(rows(page)).toHaveCount(1)
    await search.fill('nowhere')
    await expect(page.getByText('No site has this in its name.')).toBeVisible()
  })

  test('are given another limit, blocked and forgotten by keyboard alone', async ({ tuppence }) => {
    await tuppence.setUpWallet()
    await putSites(tuppence)
    const page = await tuppence.openDashboard('sites')
    await expect(rows(page)).toHaveCount(3)
    const focused = page.locator(':focus')
    const tabTo = (name: string | RegExp) =>
      expect(async () => {
        await page.keyboard.press('Tab')
        await expect(focused).toHaveAccessibleName(name, { timeout: 100 })
      }).toPass()
    const much = row(page, 'much.example')

    await tabTo(/much\.example/)
    await page.keyboard.press('Enter')
    await tabTo('When much.example asks for payment')
    await page.keyboard.type('Pay without')
    await tabTo('Limit for one payment on much.example')
    await page.keyboard.press('ControlOrMeta+A')
    await page.keyboard.type('0.25')
    await page.keyboard.press('Enter')
    await expect(much).toContainText('Up to $0.25 without asking')

    await tabTo('Block much.example')
    await page.keyboard.press('Enter')
    await expect(much).toContainText('Blocked')
    await expect(focused).toHaveAccessibleName('Unblock much.example')
    await look(page, 'sites-blocked')

    await tabTo('Forget much.example')
    await page.keyboard.press('Enter')
    await expect(focused).toHaveAccessibleName('Keep it')
    await look(page, 'sites-forget')
    await tabTo('Forget it')
    await page.keyboard.press('Enter')
    await expect(page.getByText('much.example is a stranger again.')).toBeFocused()
    await expect(rows(page)).toHaveCount(2)
    expect(await tuppence.payments()).toHaveLength(4)
  })

  test('ask like strangers once they are forgotten', async ({ tuppence, world, page }) => {
    await tuppence.setUpWallet()
    await tuppence.allow(0.1, 1)
    sellGoods(world, { '/one': '10000', '/two': '20000' })
    const site = world.workbench.origin('a')
    await page.bringToFront()
    await page.goto(`${site}/page`)
    expect(await fetched(page, '/one')).toBe('PAID /one')
    await tuppence.command('setSiteRule', { site, rule: { mode: 'auto', perPayment: '100000' } })
    await tuppence.command('forgetSite', { site })
    await page.goto(`${site}/two`)
    const popup = await tuppence.openPopup(page)
    await expect(popup.getByText('You have never paid this site')).toBeVisible()
    expect((await tuppence.payments()).map(({ state }) => state)).toContain('awaiting')
  })

  test('say so when the records cannot be read', async ({ tuppence }) => {
    await tuppence.setUpWallet()
    await putSites(tuppence)
    const page = await tuppence.openDashboard('limits')
    await expect(page.getByRole('heading', { name: 'Limits' })).toBeVisible()
    await breakReading(page, 'totals')
    await page.getByRole('link', { name: 'Sites' }).click()
    await expect(page.getByText('Tuppence cannot reach its records.')).toBeVisible()
    await look(page, 'sites-error')
    await page.getByRole('button', { name: 'Check again' }).click()
    await expect(rows(page)).toHaveCount(3)
  })
})
