import { cp, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page, Worker } from '@playwright/test'
import { BUILT } from '../built'
import { testInOwnBrowser as base, expect } from '../fixtures'
import { launchWithTuppence } from '../launch'
import { look } from '../look'
import { article, newTransfers } from '../main/story'
import type { Tuppence } from '../tuppence'

/** No browser without a screen can be asked for a permission: here it has been given. */
const test = base.extend({
  context: async ({ profile }, use) => {
    const copy = join(profile, 'permitted')
    await cp(BUILT, copy, { recursive: true })
    const file = join(copy, 'manifest.json')
    const { optional_permissions, permissions, ...manifest } = JSON.parse(
      await readFile(file, 'utf8'),
    )
    const all = [...permissions, ...optional_permissions]
    await writeFile(file, JSON.stringify({ ...manifest, permissions: all }))
    const context = await launchWithTuppence({ profile, extensions: [copy] })
    await use(context)
    await context.close()
  },
})

const row = (page: Page, name: string) => page.getByRole('switch', { name })

async function attention(tuppence: Tuppence): Promise<unknown> {
  return (await tuppence.settings()).find(({ key }) => key === 'attention')?.value
}

/** From now on the browser lets no popup open, and counts how often it was asked to. */
function refusePopups(worker: Worker): Promise<void> {
  return worker.evaluate(() => {
    Object.assign(globalThis, { asked: 0 })
    chrome.action.openPopup = () => {
      Reflect.set(globalThis, 'asked', Reflect.get(globalThis, 'asked') + 1)
      return Promise.reject(new Error('No popup may open now'))
    }
  })
}

test.describe('The settings', { tag: '@face' }, () => {
  test('tell of payments once the browser allows it, from the amount that is saved', async ({
    tuppence,
  }) => {
    await tuppence.setUpWallet()
    const page = await tuppence.openDashboard('settings')
    const notify = row(page, 'Tell me of payments made by my limits')
    await expect(notify).not.toBeChecked()
    await page.evaluate(() => {
      const { request } = chrome.permissions
      Object.assign(window, { request })
      chrome.permissions.request = (() => Promise.resolve(false)) as typeof request
    })
    await notify.click()
    await expect(page.getByText('does not let Tuppence show notifications')).toBeVisible()
    await expect(notify).not.toBeChecked()
    expect(await attention(tuppence)).toBeUndefined()

    await page.evaluate(() => {
      chrome.permissions.request = Reflect.get(window, 'request')
    })
    await notify.focus()
    await page.keyboard.press('Space')
    await expect(notify).toBeChecked()
    await expect(page.getByText('does not let Tuppence show notifications')).toBeHidden()
    const from = page.getByLabel('From this amount')
    await expect(from).toHaveValue('0.10')
    await from.fill('0.25')
    await from.press('Enter')
    await expect.poll(() => attention(tuppence)).toEqual({ openPopup: true, notifyFrom: 250_000n })
    await look(page, 'settings-notify')
    await notify.click()
    await expect(from).toBeHidden()
    await expect.poll(() => attention(tuppence)).toEqual({ openPopup: true, notifyFrom: null })
  })

  test('open nothing by itself where the user does not want it', async ({
    tuppence,
    world,
    page,
  }) => {
    await tuppence.setUpWallet()
    const worker = await tuppence.worker()
    await refusePopups(worker)
    const asked = () => worker.evaluate(() => Reflect.get(globalThis, 'asked') as number)
    const settings = await tuppence.openDashboard('settings')
    await row(settings, 'Open by itself').click()
    await expect.poll(() => attention(tuppence)).toMatchObject({ openPopup: false })
    await page.bringToFront()
    await page.goto(world.news.url + article.fiveCents.path)
    await expect.poll(async () => (await tuppence.payments()).length).toBe(1)

    await settings.bringToFront()
    await row(settings, 'Open by itself').click()
    await expect.poll(() => attention(tuppence)).toMatchObject({ openPopup: true })
    await page.bringToFront()
    await page.goto(world.news.url + article.oneCent.path)
    // One thing at a time: the first page would have been counted before this one.
    await expect.poll(asked).toBe(1)
  })

  test('a small window asks where no popup may open: once, and it goes by itself', async ({
    tuppence,
    world,
    page,
    context,
  }) => {
    await tuppence.setUpWallet()
    await tuppence.askAlways()
    const transfers = await newTransfers(world, tuppence)
    await refusePopups(await tuppence.worker())
    await page.bringToFront()
    const opened = context.waitForEvent('page', (one) => one.url().endsWith('&window'))
    await page.goto(world.news.url + article.fiveCents.path)
    const small = await opened
    const pay = small.getByRole('button', { name: 'Pay $0.05' })
    await expect(pay).toHaveAttribute('aria-disabled', 'true')
    expect(await small.evaluate(async () => (await chrome.windows.getCurrent()).type)).toBe('popup')
    await pay.click()
    await expect(small.getByText('Paid $0.05 to news.localhost')).toBeVisible()
    await expect(page.getByText(article.fiveCents.paidText)).toBeVisible()
    await expect.poll(() => small.isClosed()).toBe(true)
    expect(await transfers()).toHaveLength(1)

    const next = context.waitForEvent('page', (one) => one.url().endsWith('&window'))
    const second = await context.newPage()
    await second.goto(world.news.url + article.oneCent.path)
    const other = await next
    await other.getByRole('button', { name: 'Not now', exact: true }).click()
    await expect.poll(() => other.isClosed()).toBe(true)
    expect(await transfers()).toHaveLength(1)
  })
})
