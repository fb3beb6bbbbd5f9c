import { readFile } from 'node:fs/promises'
import type { Download, Page } from '@playwright/test'
import { extensionId } from '../extension-id'
import { expect, test } from '../fixtures'
import { look } from '../look'
import type { Tuppence } from '../tuppence'
import { tabTo } from './keyboard'
import { SITES, seedHistory } from './seed'

const address = `chrome-extension://${extensionId}/dashboard.html#/history`

const MANY = 10_000

/** Far enough apart for 100,000 payments to fill a year. */
const STEP_MS = 5 * 60_000

async function openHistory(tuppence: Tuppence): Promise<Page> {
  await tuppence.setUpWallet()
  return tuppence.openDashboard('history')
}

const summary = (page: Page) => page.getByRole('status').filter({ hasText: /payments?( ·|$)/ })
const search = (page: Page) => page.getByRole('textbox', { name: 'Search payments' })
const details = (page: Page) => page.getByRole('button', { name: /^Details of/ })
const rows = (page: Page) => page.locator('tbody tr')

async function textOf(download: Promise<Download>): Promise<string> {
  return readFile(await (await download).path(), 'utf8')
}

/** Milliseconds that something took, noted in the report of the test. */
async function timed(name: string, action: () => Promise<unknown>): Promise<void> {
  const began = Date.now()
  await action()
  test.info().annotations.push({ type: name, description: `${Date.now() - began} ms` })
}

test.describe('The history', { tag: '@face' }, () => {
  // Each state is looked at four times.
  test.describe.configure({ timeout: 120_000 })

  test('says so when nothing was paid yet', async ({ tuppence }) => {
    const page = await openHistory(tuppence)
    await expect(page.getByText('Nothing paid yet')).toBeVisible()
    await expect(search(page)).toBeHidden()
    await look(page, 'history-empty')
  })

  test('shows a single payment with everything on record about it', async ({ tuppence }) => {
    await seedHistory(tuppence.console, 1)
    const page = await openHistory(tuppence)
    await expect(summary(page)).toHaveText('1 payment · $0.01 test money')
    await details(page).click()
    await expect(page.getByText('What happened')).toBeVisible()
    await expect(page.getByText('Confirmed by the network')).toBeVisible()
    await look(page, 'history-one')
  })

  test('is searched and filtered, and keeps both over a reload', async ({ tuppence }) => {
    // One day, whatever the time is now: a day more is a row more.
    await seedHistory(tuppence.console, 300, { newestAt: new Date(2026, 2, 10, 12).getTime() })
    const page = await openHistory(tuppence)
    await expect(summary(page)).toHaveText(/^300 payments/)

    await search(page).fill('piece 123')
    await expect(rows(page)).toHaveText([/./, /Piece 123/])
    await search(page).fill((123).toString(16).padStart(64, 'a').slice(-12))
    await expect(rows(page)).toHaveText([/./, /Piece 123/])
    await search(page).fill('site-7.example $0.057')
    await expect(rows(page)).toHaveText([/./, /Piece 47/])

    await page.getByRole('button', { name: 'Filters', exact: true }).click()
    await search(page).fill('')
    await page.getByLabel('Status').selectOption('Paid but not delivered')
    await expect(summary(page)).toHaveText(/^6 payments/)
    await page.getByLabel('Site', { exact: true }).selectOption('site-17.example')
    await expect(rows(page)).toHaveText([/./, /Piece 57/, /Piece 257/])
    await page.getByLabel('Network').selectOption('Base')
    await page.getByLabel('Account').selectOption({ index: 1 })
    await page.getByLabel('Money').selectOption('Real money')
    await page.getByLabel('Amount from').fill('0.067')
    await page.getByLabel('Amount to').fill('0.067')
    await expect(page.getByRole('button', { name: 'Filters (7)' })).toBeVisible()
    await expect(rows(page)).toHaveText([/./, /Piece 57/])
    await look(page, 'history-filtered')

    await page.reload()
    await expect(page.getByLabel('Site', { exact: true })).toHaveValue('https://site-17.example')
    await expect(rows(page)).toHaveText([/./, /Piece 57/])

    await page.getByLabel('Amount to').fill('five')
    await expect(page.getByText('Type an amount')).toBeVisible()
    await page.getByLabel('Amount to').fill('0.05')
    await expect(page.getByText('No payment matches')).toBeVisible()
    await look(page, 'history-no-match')
    await page.getByRole('button', { name: 'Clear search and filters' }).click()
    await expect(summary(page)).toHaveText(/^300 payments/)
    expect(new URL(page.url()).hash).toBe('#/history')
  })

  test('is narrowed to days, the last one included', async ({ tuppence }) => {
    const noon = new Date(2026, 2, 10, 12).getTime()
    await seedHistory(tuppence.console, 10, { newestAt: noon, stepMs: 24 * 60 * 60_000 })
    const page = await openHistory(tuppence)
    await page.getByRole('button', { name: 'Filters', exact: true }).click()
    await page.getByLabel('From day').fill('2026-03-07')
    await page.getByLabel('To day').fill('2026-03-08')
    await expect(summary(page)).toHaveText(/^2 payments/)
    await expect(page.getByText('Sunday, March 8, 2026')).toBeVisible()
    await expect(page.getByText('Saturday, March 7, 2026')).toBeVisible()
  })

  test('says so when it cannot be read, and reads it again', async ({ tuppence }) => {
    await seedHistory(tuppence.console, 3)
    await tuppence.setUpWallet()
    const page = await tuppence.context.newPage()
    // Only the list is hit: it is what reads by pieces.
    await page.addInitScript(() => {
      const broken = ['getAll', 'getAllRecords', 'openCursor'] as const
      const index = IDBIndex.prototype as unknown as Record<string, (...args: unknown[]) => unknown>
      for (const name of broken) {
        const real = index[name]
        if (!real) continue
        index[name] = function (this: IDBIndex, ...args) {
          if (this.name === 'spentAt' && !Reflect.get(window, 'mended')) {
            throw new DOMException('Internal error', 'UnknownError')
          }
          return real.apply(this, args)
        }
      }
    })
    await page.goto(address)
    await expect(page.getByText('Tuppence cannot reach its records')).toBeVisible()
    await look(page, 'history-error')
    await page.evaluate(() => Object.assign(window, { mended: true }))
    await page.getByRole('button', { name: 'Check again' }).click()
    await expect(summary(page)).toHaveText(/^3 payments/)
  })

  test('is worked by keyboard alone: find a payment, open it, export it', async ({ tuppence }) => {
    await seedHistory(tuppence.console, 500)
    const page = await openHistory(tuppence)
    await expect(summary(page)).toHaveText(/^500 payments/)
    const press = (key: string) => page.keyboard.press(key)

    await tabTo(page, details(page).first())
    await press('End')
    await expect(rows(page).filter({ has: page.locator(':focus') })).toContainText('Piece 499')
    await press('Home')
    await press('PageDown')
    await press('ArrowDown')
    await press('ArrowUp')
    await press('ArrowUp')
    const focused = rows(page).filter({ has: page.locator(':focus') })
    await expect(focused).toContainText('Piece 9')
    await press('Enter')
    await expect(focused.getByText('What happened')).toBeVisible()
    await press('Enter')
    await expect(focused.getByText('What happened')).toBeHidden()

    await page.keyboard.press('Shift+Tab')
    await search(page).focus()
    await page.keyboard.type('Piece 321')
    await expect(summary(page)).toHaveText(/^1 payment/)
    await tabTo(page, page.getByRole('button', { name: 'Export' }))
    await press('Enter')
    await tabTo(page, page.getByRole('button', { name: 'Save file' }))
    const download = page.waitForEvent('download')
    await press('Enter')
    const text = await textOf(download)
    expect(text.split('\r\n')).toHaveLength(3)
    expect(text).toContain('Piece 321')
    await expect(page.getByText('Saved 1 payment.')).toBeVisible()
    await look(page, 'history-export')
  })

  test('with thousands of payments draws less than a hundred and answers all along', async ({
    tuppence,
  }) => {
    test.setTimeout(240_000)
    await seedHistory(tuppence.console, MANY, { stepMs: STEP_MS })
    await tuppence.setUpWallet()
    // Nothing else is drawn meanwhile.
    await tuppence.console.goto('about:blank')
    const page = await tuppence.context.newPage()
    const all = summary(page).filter({ hasText: '10,000 payments' })
    await timed('first payments shown', async () => {
      await page.goto(address)
      await expect(rows(page).filter({ hasText: 'Piece 3' }).first()).toBeVisible()
    })
    await timed('all counted', () => expect(all).toBeVisible({ timeout: 60_000 }))
    expect(await rows(page).count()).toBeLessThan(100)
    await look(page, 'history-many')

    await timed('a payment found', async () => {
      await search(page).fill('Piece 5432')
      await expect(summary(page)).toHaveText(/^1 payment ·/, { timeout: 60_000 })
    })
    await expect(rows(page)).toHaveText([/./, /Piece 5432/])
    await search(page).fill('')
    await expect(all).toBeVisible({ timeout: 60_000 })
    await page.getByRole('button', { name: 'Filters', exact: true }).click()
    await timed('filtered by site', async () => {
      await page.getByLabel('Site', { exact: true }).selectOption('site-7.example')
      const count = (MANY / SITES).toLocaleString('en')
      await expect(summary(page)).toHaveText(new RegExp(`^${count} payments`), { timeout: 60_000 })
    })
    await page.getByRole('button', { name: 'Clear search and filters' }).click()
    await expect(all).toBeVisible({ timeout: 60_000 })

    const gaps = await page.evaluate(scrollThrough)
    test.info().annotations.push({
      type: 'scrolling',
      description: `${gaps.median} ms a frame at the median, ${gaps.longest} ms at the most`,
    })
    expect(await rows(page).count()).toBeLessThan(100)
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight))
    await expect(rows(page).filter({ hasText: 'Piece 9999' })).toBeVisible()
    expect(await rows(page).count()).toBeLessThan(100)

    await page.getByRole('button', { name: 'Export' }).click()
    const download = page.waitForEvent('download', { timeout: 120_000 })
    await page.getByRole('button', { name: 'Save file' }).click()
    // The page answers while the file is written.
    await expect(page.getByText(/payments written…$/)).toBeVisible()
    await page.getByText('JSON', { exact: true }).click()
    await expect(page.getByRole('radio', { name: 'JSON' })).toBeChecked()
    await timed('exported', async () => {
      expect((await textOf(download)).split('\r\n')).toHaveLength(MANY + 2)
    })
    await expect(page.getByText('Saved 10,000 payments.')).toBeVisible()
  })

  test('makes a statement of a month, real and test money apart', async ({ tuppence }) => {
    const noon = new Date(2026, 2, 10, 12).getTime()
    await seedHistory(tuppence.console, 100, { newestAt: noon, stepMs: 6 * 60 * 60_000 })
    const page = await openHistory(tuppence)
    await page.getByRole('link', { name: 'Monthly statement' }).click()
    const month = new Date().toLocaleDateString('en-US', { month: 'long', year: 'numeric' })
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Statement of ${month}`)
    await expect(page.getByText('Nothing was paid in this month.')).toBeVisible()
    await page.goto(page.url().replace(/\d{4}-\d{2}$/, '2026-03'))
    const real = page.getByRole('region', { name: 'Real money' })
    const bySite = real.getByRole('table', { name: 'By site' })
    const total = bySite.getByRole('row').filter({ hasText: 'Total' })
    // Noon of March 10 back to the first midnight of the month: 39 payments, each tenth a test.
    await expect(total).toHaveText(/^Total35/)
    const byDay = real.getByRole('table', { name: 'By day' })
    await expect(byDay.getByRole('row').filter({ hasText: 'Total' })).toHaveText(
      (await total.textContent()) ?? '',
    )
    await expect(page.getByRole('region', { name: 'Test money' })).toContainText('Total4')
    await look(page, 'history-statement')
    await page.emulateMedia({ media: 'print' })
    await expect(page.getByRole('button', { name: 'Print or save as PDF' })).toBeHidden()
    await expect(page.getByRole('navigation')).toHaveCount(0)
    await expect(bySite).toBeVisible()
    await page.screenshot({ path: 'test-results/screens/history-statement-print.png' })
  })
})

/** Runs in the page: from the top to the bottom in two hundred steps, a frame each. */
async function scrollThrough(): Promise<{ median: number; longest: number }> {
  const gaps: number[] = []
  let last = performance.now()
  for (let step = 0; step <= 200; step++) {
    scrollTo(0, (document.body.scrollHeight * step) / 200)
    await new Promise(requestAnimationFrame)
    const now = performance.now()
    gaps.push(Math.round(now - last))
    last = now
  }
  gaps.sort((a, b) => a - b)
  return { median: gaps[100] ?? 0, longest: gaps[200] ?? 0 }
}
