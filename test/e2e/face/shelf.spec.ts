import type { Page } from '@playwright/test'
import { expect, test } from '../fixtures'
import { look } from '../look'
import { article, newTransfers, payInPopup } from '../main/story'
import { breakReading } from './broken'
import { tabTo } from './keyboard'
import { putHistory, spent } from './records'
import { seedHistory } from './seed'

const DAY = 24 * 60 * 60_000
const MANY = 3_000

const list = (page: Page) => page.getByRole('list', { name: 'What you have bought' })
const lines = (page: Page) => list(page).getByRole('listitem')
const line = (page: Page, name: string) => list(page).getByRole('link', { name })
const search = (page: Page) => page.getByRole('textbox', { name: 'Search the shelf' })

/** A purchase of that page, so many days ago. */
function bought(url: string, title: string, days: number, kind: 'navigation' | 'fetch') {
  const { origin } = new URL(url)
  const request = { kind, url, method: 'GET', tabId: 1, frameId: 0, documentId: 'd' }
  const at = Date.now() - days * DAY
  return spent({ site: origin, amount: 50_000n, at }, { title, request })
}

test.describe('The shelf', { tag: '@face' }, () => {
  test('is empty at first, has each page once, and is worked by keyboard alone', async ({
    tuppence,
    world,
    context,
  }) => {
    await tuppence.setUpWallet()
    const page = await tuppence.openDashboard('shelf')
    await expect(page.getByText('Nothing on the shelf yet')).toBeVisible()
    await look(page, 'shelf-empty')

    const news = world.news.url
    await putHistory(tuppence.console, [
      bought(`${news}/`, 'The front page, of last week', 9, 'navigation'),
      bought(`${news}/`, 'The front page', 2, 'navigation'),
      bought('https://maps.example/tile/7', 'A tile of a map', 1, 'fetch'),
      bought('https://longreads.example/ice', 'A Year Under the Ice', 0, 'navigation'),
      bought('javascript:alert(1)//https://news.example', 'Not a page', 0, 'navigation'),
    ])
    await page.reload()
    await expect(lines(page)).toHaveText([
      /^LA Year Under the Icelongreads\.example\$0\.05/,
      /^NThe front pagenews\.localhost/,
    ])
    await look(page, 'shelf-normal')

    const [first, second] = [line(page, 'A Year Under the Ice'), line(page, 'The front page')]
    await tabTo(page, first)
    await page.keyboard.press('ArrowDown')
    await expect(second).toBeFocused()
    await page.keyboard.press('Home')
    await expect(first).toBeFocused()
    await search(page).focus()
    await page.keyboard.type('front NEWS')
    await expect(page.getByRole('status').filter({ hasText: '1 page' })).toBeVisible()
    await tabTo(page, second)
    const opened = context.waitForEvent('page')
    await page.keyboard.press('Enter')
    const again = await opened
    await expect(again).toHaveURL(`${news}/`)
    expect(await again.evaluate(() => [document.referrer, window.opener])).toEqual(['', null])

    await page.bringToFront()
    await search(page).fill('nowhere to be found')
    await expect(page.getByText('Nothing on the shelf matches')).toBeVisible()
    await page.getByRole('button', { name: 'Clear the search' }).last().click()
    await expect(lines(page)).toHaveCount(2)
  })

  test('draws of thousands only what is looked at, and says so when it cannot read', async ({
    tuppence,
  }) => {
    await seedHistory(tuppence.console, MANY)
    await tuppence.setUpWallet()
    const page = await tuppence.openDashboard('shelf')
    // One in fifty did not come.
    await expect(page.getByRole('status').filter({ hasText: '2,940 pages' })).toBeVisible()
    expect(await lines(page).count()).toBeLessThan(60)
    await tabTo(page, line(page, 'Piece 0'))
    await page.keyboard.press('End')
    await expect(line(page, 'Piece 2999')).toBeFocused()
    await page.keyboard.press('PageUp')
    await expect(line(page, 'Piece 2989')).toBeFocused()
    expect(await lines(page).count()).toBeLessThan(60)
    await search(page).fill('piece 2345')
    await expect(lines(page)).toHaveCount(1)
    await search(page).fill('')
    await look(page, 'shelf-full')

    await page.goto(page.url().replace('#/shelf', '#/settings'))
    await breakReading(page, 'payments')
    await page.getByRole('link', { name: 'Shelf' }).click()
    await expect(page.getByText('Tuppence cannot reach its records.')).toBeVisible()
    await look(page, 'shelf-error')
  })

  test('never pays a second time without a question, however old the purchase is', async ({
    tuppence,
    world,
    page,
    context,
  }) => {
    await tuppence.setUpWallet()
    const transfers = await newTransfers(world, tuppence)
    await page.goto(world.news.url + article.fiveCents.path)
    const popup = await payInPopup(tuppence, page, '$0.05')
    await expect(page.getByText(article.fiveCents.paidText)).toBeVisible()
    await popup.close()
    await expect.poll(async () => (await tuppence.payments())[0]?.state).toBe('confirmed')
    const [payment] = await tuppence.payments()
    const long = Date.now() - 400 * DAY
    await putHistory(tuppence.console, [{ ...payment!, spentAt: long }])
    await tuppence.allow(0.1, 1)

    const shelf = await tuppence.openDashboard('shelf')
    const opened = context.waitForEvent('page', (one) => one.url().startsWith(world.news.url))
    await line(shelf, article.fiveCents.headline).click()
    const again = await opened
    const states = async () => (await tuppence.payments()).map(({ state }) => state)
    await expect.poll(states).toEqual(['confirmed', 'awaiting'])
    const question = await tuppence.openPopup(again)
    await expect(question.getByText('You already bought this')).toBeVisible()
    await expect(question.getByText(/^\$0\.05 on \w+ \d+, 20\d\d/)).toBeVisible()
    expect(await transfers()).toHaveLength(1)
  })
})
