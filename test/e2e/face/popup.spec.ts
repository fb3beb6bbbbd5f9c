import type { Page } from '@playwright/test'
import type { World } from '../../world/index'
import { sell } from '../../world/seller'
import { expect, test } from '../fixtures'
import { look } from '../look'
import { sellGoods, startFetch } from '../main/goods'
import type { Tuppence } from '../tuppence'

const PRICES = { '/one': '10000', '/two': '20000', '/three': '50000', '/late': '70000' }

/** A page that asks for these, one after the other. */
async function askFor(tuppence: Tuppence, world: World, page: Page, ...paths: string[]) {
  await page.bringToFront()
  await page.goto(`${world.workbench.origin('a')}/page`)
  await askMore(tuppence, page, ...paths)
}

async function askMore(tuppence: Tuppence, page: Page, ...paths: string[]) {
  for (const path of paths) {
    const before = (await tuppence.payments()).length
    await startFetch(page, path)
    await expect.poll(async () => (await tuppence.payments()).length).toBe(before + 1)
  }
}

const states = async (tuppence: Tuppence) => (await tuppence.payments()).map(({ state }) => state)

/** Goes on with Tab until this has the focus. */
function tabTo(popup: Page, name: string | RegExp) {
  return expect(async () => {
    await popup.keyboard.press('Tab')
    await expect(popup.locator(':focus')).toHaveAccessibleName(name, { timeout: 100 })
  }).toPass()
}

test.describe('The popup', { tag: '@face' }, () => {
  test.beforeEach(async ({ tuppence, world }) => {
    await tuppence.setUpWallet()
    await tuppence.askAlways()
    sellGoods(world, PRICES)
  })

  test('is calm when nothing waits, and says so when it cannot read', async ({
    tuppence,
    world,
    page,
  }) => {
    await page.bringToFront()
    await page.goto(`${world.workbench.origin('a')}/page`)
    const popup = await tuppence.openPopup(page)
    await expect(popup.getByText('Nothing paid yet')).toBeVisible()
    await look(popup, 'popup-empty')
    // Its records are broken from its start.
    await popup.addInitScript(() => {
      IDBObjectStore.prototype.getAll = () => {
        throw new DOMException('The disk is damaged', 'UnknownError')
      }
    })
    await popup.reload()
    await expect(popup.getByText('Tuppence cannot reach its records.')).toBeVisible()
    await look(popup, 'popup-error')
  })

  test('pays all that a page asks for: what it shows, to the atomic unit, by keyboard alone', async ({
    tuppence,
    world,
    page,
  }) => {
    await askFor(tuppence, world, page, '/one', '/two', '/three')
    const popup = await tuppence.openPopup(page)
    await expect(popup.getByText('1 of 3')).toBeVisible()
    await expect(popup.getByRole('button', { name: 'Pay all: $0.08' })).toBeEnabled()
    await look(popup, 'popup-several')
    expect(await popup.evaluate(() => document.activeElement?.tagName)).toBe('BODY')
    const before = await tuppence.balance()
    await tabTo(popup, 'Pay all: $0.08')
    await popup.keyboard.press('Enter')
    await expect(popup.getByText('$0.08 together: 3 of 3 paid')).toBeVisible()
    await look(popup, 'popup-paid-together')
    await expect.poll(() => tuppence.balance()).toBe(before - 80_000n)
    await expect.poll(() => states(tuppence)).toEqual(['confirmed', 'confirmed', 'confirmed'])
  })

  test('pays nothing that came after the sum was drawn', async ({ tuppence, world, page }) => {
    await askFor(tuppence, world, page, '/one', '/two')
    const popup = await tuppence.openPopup(page)
    const payAll = popup.getByRole('button', { name: 'Pay all: $0.03' })
    await expect(payAll).not.toHaveAttribute('aria-disabled')
    const before = await tuppence.balance()
    // One more asks at the very moment of the click, and the button hears of it too late.
    await payAll.evaluate((button: HTMLElement) => button.click())
    await askMore(tuppence, page, '/late')
    await expect(popup.getByText('$0.03 together: 2 of 2 paid')).toBeVisible()
    await expect.poll(() => tuppence.balance()).toBe(before - 30_000n)
    await expect.poll(() => states(tuppence)).toEqual(['confirmed', 'confirmed', 'awaiting'])
  })

  test('adds a newcomer at the end, and its sum is dead for a moment', async ({
    tuppence,
    world,
    page,
  }) => {
    await askFor(tuppence, world, page, '/one', '/two')
    const popup = await tuppence.openPopup(page)
    await expect(popup.getByRole('button', { name: 'Pay all: $0.03' })).toBeEnabled()
    // Looks at the button at every change of the page: no click may land on a sum that is new.
    await popup.evaluate(() => {
      const seen: string[] = []
      Object.assign(window, { seen })
      new MutationObserver(() => {
        const button = [...document.querySelectorAll('button')].find(({ textContent }) =>
          textContent?.startsWith('Pay all'),
        )
        if (button)
          seen.push(`${button.textContent} ${button.getAttribute('aria-disabled') ?? 'armed'}`)
      }).observe(document.body, {
        subtree: true,
        childList: true,
        attributes: true,
        characterData: true,
      })
    })
    await askMore(tuppence, page, '/late')
    const list = popup.getByRole('list', { name: /^What .* asks for$/ })
    await expect(list.getByRole('listitem')).toHaveText([/0\.01/, /0\.02/, /0\.07/])
    await expect(popup.getByRole('button', { name: 'Pay all: $0.10' })).not.toHaveAttribute(
      'aria-disabled',
    )
    const seen = await popup.evaluate(() => (window as unknown as { seen: string[] }).seen)
    const first = seen.find((line) => line.startsWith('Pay all: $0.10'))
    expect(first).toBe('Pay all: $0.10 true')
  })

  test('leaves out of the sum what changed between the display and the click', async ({
    tuppence,
    world,
    page,
  }) => {
    await askFor(tuppence, world, page, '/one', '/two', '/three')
    const shown = await tuppence.payments()
    const popup = await tuppence.openPopup(page)
    const payAll = popup.getByRole('button', { name: 'Pay all: $0.08' })
    await expect(payAll).not.toHaveAttribute('aria-disabled')
    const before = await tuppence.balance()
    // The record changes behind the popup's back, and the click comes in the same breath.
    await popup.evaluate((id) => {
      const button = [...document.querySelectorAll('button')].find(({ textContent }) =>
        textContent?.startsWith('Pay all'),
      )
      return new Promise<void>((resolve) => {
        const open = indexedDB.open('tuppence')
        open.onsuccess = () => {
          const transaction = open.result.transaction('payments', 'readwrite')
          const table = transaction.objectStore('payments')
          const get = table.get(id)
          get.onsuccess = () => {
            const { terms, ...rest } = get.result
            table.put({ ...rest, terms: { ...terms, amount: 90_000n, microUsd: 90_000n } })
          }
          transaction.oncomplete = () => {
            open.result.close()
            button?.click()
            resolve()
          }
        }
      })
    }, shown[1]?.id ?? '')
    await expect.poll(() => states(tuppence)).toEqual(['confirmed', 'awaiting', 'confirmed'])
    expect(await tuppence.balance()).toBe(before - 60_000n)
  })

  test('declines one, and then all of the page, by keyboard alone', async ({
    tuppence,
    world,
    page,
  }) => {
    await askFor(tuppence, world, page, '/one', '/two', '/three')
    const before = await tuppence.balance()
    const popup = await tuppence.openPopup(page)
    await expect(popup.getByText('1 of 3')).toBeVisible()
    await tabTo(popup, 'Not now')
    await popup.keyboard.press('Enter')
    await expect.poll(() => states(tuppence)).toEqual(['declined', 'awaiting', 'awaiting'])
    await tabTo(popup, 'Not now to these 2')
    await popup.keyboard.press('Enter')
    await expect.poll(() => states(tuppence)).toEqual(['declined', 'declined', 'declined'])
    expect(await tuppence.balance()).toBe(before)
  })

  test('remembers a choice, takes it back, and pays one by keyboard alone', async ({
    tuppence,
    world,
    page,
  }) => {
    const site = world.workbench.origin('a')
    await askFor(tuppence, world, page, '/one')
    const popup = await tuppence.openPopup(page)
    await expect(popup.getByText('asks for', { exact: false }).first()).toBeVisible()
    await tabTo(popup, /^Pay up to \$0\.01 on /)
    // As Pay is, it is dead for a moment after it has appeared.
    const remember = popup.getByRole('button', { name: /^Pay up to \$0\.01 on / })
    await expect(remember).not.toHaveAttribute('aria-disabled')
    await popup.keyboard.press('Enter')
    await expect
      .poll(async () => (await tuppence.siteRules())[0])
      .toMatchObject({ site, mode: 'auto' })
    await look(popup, 'popup-remembered')
    await tabTo(popup, 'Undo')
    await popup.keyboard.press('Enter')
    await expect(popup.getByText('Undone. It is as it was before.')).toBeVisible()
    expect(await tuppence.siteRules()).toEqual([])
    await look(popup, 'popup-ask')
    await tabTo(popup, 'Pay $0.01')
    // It is dead for a moment after anything has moved, too.
    const pay = popup.getByRole('button', { name: 'Pay $0.01', exact: true })
    await expect(pay).not.toHaveAttribute('aria-disabled')
    await popup.keyboard.press('Enter')
    await expect.poll(() => states(tuppence)).toEqual(['confirmed'])
    await expect(popup.getByText('Paid $0.01 to')).toBeVisible()
    await look(popup, 'popup-paid')
  })

  test('stays usable with a hundred that wait', async ({ tuppence, world, page }) => {
    const { workbench, facilitator } = world
    sell(workbench, facilitator.url, {
      version: 2,
      path: '/goods',
      amount: '1000',
      deliver: () => ({ body: 'ok' }),
    })
    await page.bringToFront()
    await page.goto(`${workbench.origin('a')}/page`)
    await page.evaluate(() => {
      for (let n = 0; n < 110; n++) void fetch(`/goods?n=${n}`).catch(() => 0)
    })
    await expect.poll(async () => (await tuppence.payments()).length, { timeout: 20_000 }).toBe(100)
    const popup = await tuppence.openPopup(page)
    await expect(popup.getByRole('button', { name: 'Pay all: $0.10' })).toBeVisible()
    await look(popup, 'popup-full')
    await popup.getByRole('button', { name: 'Not now to these 100' }).click()
    await expect
      .poll(async () => new Set(await states(tuppence)), { timeout: 20_000 })
      .toEqual(new Set(['declined']))
  })

  test('says on the icon what went through by itself', async ({ tuppence, world, page }) => {
    await tuppence.allow(0.05, 1)
    await page.bringToFront()
    await page.goto(`${world.workbench.origin('a')}/page`)
    const tabId = await tuppence.tabId(page)
    const worker = await tuppence.worker()
    await startFetch(page, '/one')
    const badge = () => worker.evaluate((tabId) => chrome.action.getBadgeText({ tabId }), tabId)
    await expect.poll(badge, { intervals: [50] }).toBe('$0.01')
    expect(await worker.evaluate((tabId) => chrome.action.getTitle({ tabId }), tabId)).toMatch(
      /^Tuppence: paid \$0\.01 to .* by your limits$/,
    )
    await expect.poll(badge).toBe('✓')
    const popup = await tuppence.openPopup(page)
    await expect(popup.getByText('By your limits,')).toBeVisible()
    await look(popup, 'popup-by-limits')
  })
})
