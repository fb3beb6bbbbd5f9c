import type { Page } from '@playwright/test'
import { expect, test } from '../fixtures'
import type { Tuppence } from '../tuppence'

const article = '/articles/lighthouse-keeper'

test.describe('Records that cannot be written', { tag: ['@main', '@attack'] }, () => {
  test('a full disk: nothing is signed, the user is told, and pays once there is room', async ({
    tuppence,
    world,
    page,
  }) => {
    await tuppence.setUpWallet()
    await page.bringToFront()
    await page.goto(world.news.url + article)
    const [payment] = await waiting(tuppence, 1)
    await fillDisk(tuppence, true)
    await expect(tuppence.approve(payment)).rejects.toMatchObject({ code: 'storage_failed' })
    expect(await tuppence.balance()).toBe(10_000_000n)
    expect(await tuppence.rules()).toEqual([])
    expect(paidRequests(world.news.log)).toHaveLength(0)

    await fillDisk(tuppence, false)
    await tuppence.approve(payment)
    await expect(page.getByText('Paid for, and yours to read')).toBeVisible()
    expect(await tuppence.balance()).toBe(9_950_000n)
  })

  test('a full disk while a page asks: the page keeps its own answer', async ({
    tuppence,
    world,
    page,
  }) => {
    await tuppence.setUpWallet()
    await tuppence.allow(0.1, 1)
    await fillDisk(tuppence, true)
    await page.bringToFront()
    const answer = await page.goto(world.news.url + article)
    expect(answer?.status()).toBe(402)
    await expect.poll(() => badge(tuppence)).toBe('!')
    expect(await tuppence.balance()).toBe(10_000_000n)
    expect(paidRequests(world.news.log)).toHaveLength(0)
  })

  test('records that do not open: the page keeps its own answer, and the popup says why', async ({
    tuppence,
    world,
    page,
  }) => {
    test.setTimeout(60_000)
    await tuppence.setUpWallet()
    await tuppence.allow(0.1, 1)
    await block(tuppence.console)
    await page.bringToFront()
    const answer = await page.goto(world.news.url + article)
    expect(answer?.status()).toBe(402)
    await expect.poll(() => badge(tuppence), { timeout: 20_000 }).toBe('!')
    const popup = await tuppence.openPopup(page)
    const told = popup.getByText('Tuppence cannot reach its records.')
    await expect(told).toBeVisible({ timeout: 15_000 })
    expect(await tuppence.balance()).toBe(10_000_000n)

    await tuppence.console.reload()
    await expect(told).toBeHidden()
    await page.bringToFront()
    await page.reload()
    await expect(page.getByText('Paid for, and yours to read')).toBeVisible()
    expect(await tuppence.balance()).toBe(9_950_000n)
  })
})

async function waiting(tuppence: Tuppence, count: number) {
  await expect.poll(async () => (await tuppence.payments()).length).toBe(count)
  return (await tuppence.payments()) as [Awaited<ReturnType<Tuppence['payments']>>[number]]
}

function paidRequests(log: readonly { headers: Record<string, unknown> }[]) {
  return log.filter(({ headers }) => headers['payment-signature'])
}

async function badge(tuppence: Tuppence): Promise<string> {
  const worker = await tuppence.worker()
  return worker.evaluate(async () => {
    const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true })
    return chrome.action.getBadgeText(tab?.id === undefined ? {} : { tabId: tab.id })
  })
}

/**
 * Makes every write of the worker fail as on a full disk, or work again. The browser's own quota
 * is of no use here: IndexedDB looks at it again only after half a minute.
 */
async function fillDisk(tuppence: Tuppence, full: boolean): Promise<void> {
  const worker = await tuppence.worker()
  await worker.evaluate((full) => {
    const store = IDBObjectStore.prototype as IDBObjectStore & { real?: IDBObjectStore['put'] }
    store.real ??= store.put
    const { real } = store
    store.put = full
      ? function (this: IDBObjectStore) {
          this.transaction.abort()
          throw new DOMException('The disk is full', 'QuotaExceededError')
        }
      : real
  }, full)
}

/** Holds the database in an upgrade that does not end, as a hung process of the browser does. */
async function block(console: Page): Promise<void> {
  await console.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const open = indexedDB.open('tuppence', 9_999)
        open.onupgradeneeded = () => {
          const store = open.transaction?.objectStore('settings')
          const again = () => {
            const request = store?.count()
            if (request) request.onsuccess = again
          }
          again()
          resolve()
        }
      }),
  )
}
