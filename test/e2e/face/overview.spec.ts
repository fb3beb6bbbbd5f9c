import type { Page } from '@playwright/test'
import { expect, test } from '../fixtures'
import { look } from '../look'
import { article, payInPopup } from '../main/story'
import type { Tuppence } from '../tuppence'
import { breakReading } from './broken'
import { putHistory, spent } from './records'

const HOUR = 60 * 60_000
const DAY = 24 * HOUR

async function openOverview(tuppence: Tuppence): Promise<Page> {
  return tuppence.openDashboard('overview')
}

/** What was spent in a period, as its card has it. */
const card = (page: Page, name: string) =>
  page.getByRole('region', { name: 'Spent' }).locator('dt', { hasText: name }).locator('..')
const dayBars = (page: Page) => page.getByRole('group', { name: 'Day by day' }).getByRole('img')
const siteBars = (page: Page) => page.getByRole('group', { name: 'Where it went' }).getByRole('img')

test.describe('The overview', { tag: '@face' }, () => {
  test('tells a newcomer what to do next', async ({ tuppence }) => {
    await tuppence.setUpWallet()
    const page = await openOverview(tuppence)
    await expect(page.getByText('Nothing spent yet')).toBeVisible()
    await look(page, 'overview-empty')
    await page.getByRole('link', { name: 'Decide what may be paid without asking' }).click()
    await expect(page.getByRole('heading', { name: 'Limits', level: 1 })).toBeVisible()
  })

  test('follows a real payment: spent, against its limits, by day and by site', async ({
    tuppence,
    world,
    page,
  }) => {
    await tuppence.setUpWallet()
    await tuppence.allow(0.01, 1)
    const overview = await openOverview(tuppence)
    await expect(overview.getByText('Nothing spent yet')).toBeVisible()
    await page.bringToFront()
    await page.goto(world.news.url + article.fiveCents.path)
    await payInPopup(tuppence, page, '$0.05')
    await expect(card(overview, 'Today')).toContainText('$0.05of $1.00, $0.95 left')
    await expect(card(overview, 'This week')).toContainText('$0.05')
    await expect(card(overview, 'This month')).toContainText('$0.05')
    await expect(dayBars(overview).last()).toHaveAccessibleName(/: \$0\.05$/)
    await expect(siteBars(overview)).toHaveCount(1)
    await expect(siteBars(overview)).toHaveAccessibleName(/^news\.localhost.*: \$0\.05$/)
    await look(overview, 'overview-one')
  })

  test('adds up thousands of payments at once, real and test money apart', async ({ tuppence }) => {
    test.setTimeout(180_000)
    await tuppence.setUpWallet()
    const now = Date.now()
    const amounts = Array.from({ length: 6_000 }, (_, index) => ({
      site: `https://site-${index % 1_500}.example`,
      amount: BigInt((index % 1_500) + 1) * 10n,
      at: now - (index % 61) * DAY,
      testnet: index % 10 === 0,
    }))
    await putHistory(
      tuppence.console,
      amounts.map((one) => spent(one)),
    )
    await tuppence.command('setLimits', {
      autoApprove: true,
      perPayment: '10000',
      perDay: '1000000',
      perMonth: '50000000',
    })
    const began = Date.now()
    const page = await openOverview(tuppence)
    await expect(card(page, 'Today')).toBeVisible()
    const shown = Date.now()
    await expect(siteBars(page)).toHaveCount(9)
    test
      .info()
      .annotations.push(
        { type: 'overview, sums', description: `${shown - began} ms` },
        { type: 'overview, all', description: `${Date.now() - began} ms` },
      )

    const sum = (testnet: boolean) => {
      const today = amounts.filter((one) => one.at === now && one.testnet === testnet)
      return today.reduce((all, { amount }) => all + amount, 0n)
    }
    const micro = (text: string | null) => BigInt((text ?? '').replace(/\D/g, ''))
    const dollars = card(page, 'Today').locator('dd').first()
    const read = async () => {
      const [, whole, part = ''] =
        /^\$([\d,]+)\.(\d+)/.exec((await dollars.textContent()) ?? '') ?? []
      return micro(`${whole}${part.padEnd(6, '0')}`)
    }
    expect(await read()).toBe(sum(false))
    await expect(siteBars(page).last()).toHaveAccessibleName(/^All other sites: \$/)
    await look(page, 'overview-full')
    await page.getByText('Test money', { exact: true }).click()
    await expect(card(page, 'Today')).toContainText('test money')
    await expect.poll(read).toBe(sum(true))
    await look(page, 'overview-test')
  })

  test('has bars for the keyboard, and a table in their place', async ({ tuppence }) => {
    await tuppence.setUpWallet()
    const now = Date.now()
    await putHistory(tuppence.console, [
      spent({ site: 'https://a.example', amount: 50_000n, at: now }),
      spent({ site: 'https://b.example', amount: 20_000n, at: now - DAY }),
    ])
    const page = await openOverview(tuppence)
    await expect(dayBars(page)).toHaveCount(30)
    await page.getByRole('heading', { name: 'Overview' }).click()
    const focused = page.locator(':focus')
    await expect(async () => {
      await page.keyboard.press('Tab')
      await expect(focused).toHaveAccessibleName(/: \$0\.05$/, { timeout: 200 })
    }).toPass()
    await page.keyboard.press('ArrowLeft')
    await expect(focused).toHaveAccessibleName(/: \$0\.02$/)
    await page.keyboard.press('Home')
    await expect(focused).toHaveAccessibleName(/: \$0\.00$/)
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('End')
    await expect(focused).toHaveAccessibleName(/: \$0\.05$/)
    await page.keyboard.press('Tab')
    await expect(focused).toHaveText('Show as table')
    await page.keyboard.press('Enter')
    const table = page.getByRole('table', { name: 'Day by day' })
    await expect(table.getByRole('row')).toHaveCount(31)
    await expect(table.getByRole('row').last()).toContainText('$0.05')
    await page.keyboard.press('Tab')
    await expect(focused).toHaveAccessibleName('a.example: $0.05')
    await page.keyboard.press('ArrowDown')
    await expect(focused).toHaveAccessibleName('b.example: $0.02')
    await page.getByRole('button', { name: 'Show as table' }).click()
    await look(page, 'overview-table')
    await focused.press('Enter')
    await expect(siteBars(page)).toHaveCount(2)
  })

  test('names what needs a look', async ({ tuppence }) => {
    await tuppence.setUpWallet()
    const now = Date.now()
    const site = 'https://news.example'
    const one = { site, amount: 50_000n, at: now }
    const ends = { payer: tuppence.account.address, nonce: `0x${'1'.repeat(64)}` as const }
    const authorization = { ...ends, validAfter: 0, validBefore: Math.floor(now / 1000) + 600 }
    await putHistory(tuppence.console, [
      spent(one, { state: 'undelivered', authorization }),
      spent(one, { state: 'undelivered', authorization }),
      spent(one, { state: 'unknown', authorization, lookAt: now + HOUR }),
    ])
    const page = await openOverview(tuppence)
    await expect(page.getByText('2 payments were not delivered')).toBeVisible()
    await expect(page.getByText('1 payment has no clear answer')).toBeVisible()
    await expect(card(page, 'Today')).toContainText('$0.05 of it not settled yet')
    await look(page, 'overview-attention')
    await page.getByRole('link', { name: 'Open history' }).click()
    await expect(page.getByRole('heading', { name: 'History', level: 1 })).toBeVisible()
  })

  test('shows who is always asked what limits would have paid, and fills them in', async ({
    tuppence,
  }) => {
    await tuppence.setUpWallet()
    const week = Date.now() - 6 * DAY
    const sites = ['https://a.example', 'https://b.example']
    const early = sites.map((site) => spent({ site, amount: 10_000n, at: week - 3 * DAY }))
    const late = sites.flatMap((site) => [
      spent({ site, amount: 100_000n, at: week }),
      spent({ site, amount: 110_000n, at: week + 1 }),
    ])
    await putHistory(tuppence.console, [...early, ...late])
    const page = await openOverview(tuppence)
    const words = 'In the last week you would have paid $0.20 at 2 sites without a click.'
    await expect(page.getByText(words)).toBeVisible()
    await look(page, 'overview-shadow')
    await page.getByRole('link', { name: 'Look at these limits' }).click()
    await expect(page.getByLabel('Per payment')).toHaveValue('0.10')
    await expect(page.getByLabel('Per day')).toHaveValue('1.00')
    const preview = (rest: string) => page.getByText(`With these limits, ${rest}`)
    await expect(preview("2 of the last week's 4 payments would have gone")).toBeVisible()
    await page.getByLabel('Per payment').fill('0.11')
    await expect(preview("all of the last week's 4 payments would have gone")).toBeVisible()
    await page.getByLabel('Per payment').fill('0.09')
    await expect(preview("each of the last week's 4 payments would have asked")).toBeVisible()
    await page.getByLabel('Per payment').fill('much')
    await expect(page.getByText('With these limits')).toBeHidden()
    // Nothing holds before it is saved.
    await page.getByRole('link', { name: 'Overview' }).click()
    await expect(page.getByText(words)).toBeVisible()
  })

  test('says so when the records cannot be read', async ({ tuppence }) => {
    await tuppence.setUpWallet()
    const page = await tuppence.openDashboard('limits')
    await expect(page.getByRole('heading', { name: 'Limits' })).toBeVisible()
    await breakReading(page, 'totals')
    await page.getByRole('link', { name: 'Overview' }).click()
    await expect(page.getByText('Tuppence cannot reach its records.')).toBeVisible()
    await look(page, 'overview-error')
    await page.getByRole('button', { name: 'Check again' }).click()
    await expect(page.getByText('Nothing spent yet')).toBeVisible()
  })
})
