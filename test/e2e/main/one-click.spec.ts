import { payees } from '../../world/index'
import { expect, test, testInOwnBrowser } from '../fixtures'
import { article, newTransfers } from './story'

test.describe('One click', { tag: '@main' }, () => {
  test('opens a $0.05 article: at its own address, once, with a way back', async ({
    tuppence,
    world,
    page,
  }) => {
    await tuppence.setUpWallet({ dollars: 10 })
    const transfers = await newTransfers(world, tuppence)
    await page.goto(world.news.url)
    await page.getByRole('link', { name: article.fiveCents.headline }).first().click()
    await expect(page).toHaveURL(world.news.url + article.fiveCents.path)
    const entries = await page.evaluate(() => history.length)

    const popup = await tuppence.openPopup(page)
    await expect(popup.getByText('$0.05').first()).toBeVisible()
    await expect(popup.getByText('news.localhost').first()).toBeVisible()
    await expect(popup.getByText(article.fiveCents.headline).first()).toBeVisible()
    await expect(popup.getByText('Base Sepolia').first()).toBeVisible()
    await expect(popup.getByText('You have $10.00')).toBeVisible()
    await popup.getByRole('button', { name: 'Pay $0.05' }).click()
    await expect(popup.getByText('Paid $0.05 to news.localhost')).toBeVisible()
    await expect(popup.getByRole('link', { name: /transaction/i })).toHaveAttribute(
      'href',
      /^https:\/\/sepolia\.basescan\.org\/tx\/0x[0-9a-f]{64}$/,
    )

    await expect(page.getByText(article.fiveCents.paidText)).toBeVisible()
    expect(page.url()).toBe(world.news.url + article.fiveCents.path)
    expect(await page.evaluate(() => history.length)).toBe(entries)
    expect(await transfers()).toEqual([
      { from: tuppence.account.address, to: payees.news, value: 50_000n },
    ])
    expect(await tuppence.balance()).toBe(9_950_000n)
    expect(await tuppence.rules()).toEqual([])

    await page.bringToFront()
    await page.goBack()
    await expect(page).toHaveURL(`${world.news.url}/`)
    await page.goForward()
    await expect(page).toHaveURL(world.news.url + article.fiveCents.path)
    expect(await transfers()).toHaveLength(1)
  })

  test('declined: the page keeps its own answer and nothing is signed', async ({
    tuppence,
    world,
    page,
  }) => {
    await tuppence.setUpWallet()
    const transfers = await newTransfers(world, tuppence)
    await page.goto(world.news.url + article.fiveCents.path)
    const popup = await tuppence.openPopup(page)
    await popup.getByRole('button', { name: 'Not now', exact: true }).click()
    await expect(popup.getByRole('button', { name: 'Pay $0.05' })).toBeHidden()
    await expect(page.getByRole('heading', { name: /costs \$0\.05/ })).toBeVisible()
    const [payment] = await tuppence.payments()
    expect(payment).toMatchObject({ state: 'declined' })
    expect(payment).not.toHaveProperty('authorization')
    expect(await transfers()).toEqual([])
  })

  test('the popup opens by itself for the tab in front', async ({ tuppence, world, page }) => {
    await tuppence.setUpWallet()
    await page.bringToFront()
    await page.goto(world.news.url + article.fiveCents.path)
    await expect
      .poll(async () => {
        const worker = await tuppence.worker()
        return worker.evaluate(
          async () => (await chrome.runtime.getContexts({ contextTypes: ['POPUP'] })).length,
        )
      })
      .toBe(1)
  })

  // A window that was in front once may open one.
  testInOwnBrowser(
    'the badge calls where no popup may open',
    async ({ tuppence, world, context }) => {
      await tuppence.setUpWallet()
      const page = await context.newPage()
      await page.goto(world.news.url + article.fiveCents.path)
      const tabId = await tuppence.tabId(page)
      const worker = await tuppence.worker()
      await expect
        .poll(() => worker.evaluate((tabId) => chrome.action.getBadgeText({ tabId }), tabId))
        .toBe('1')
    },
  )

  test('several wait: one is shown, all are listed, none is lost', async ({
    tuppence,
    world,
    context,
  }) => {
    await tuppence.setUpWallet()
    for (const { path } of [article.fiveCents, article.oneCent, article.twoDollars]) {
      const page = await context.newPage()
      await page.goto(world.news.url + path)
    }
    await expect.poll(async () => (await tuppence.payments()).length).toBe(3)
    const pages = context.pages()
    const popup = await tuppence.openPopup(pages[pages.length - 1]!)
    await expect(popup.getByText('1 of 3')).toBeVisible()
    await popup.getByRole('button', { name: 'Not now to all' }).click()
    await expect
      .poll(async () => (await tuppence.payments()).map(({ state }) => state))
      .toEqual(['declined', 'declined', 'declined'])
  })

  test('closing the tab clears what waited there', async ({ tuppence, world, context }) => {
    await tuppence.setUpWallet()
    const page = await context.newPage()
    await page.goto(world.news.url + article.fiveCents.path)
    await expect.poll(async () => (await tuppence.payments()).length).toBe(1)
    await page.close()
    await expect.poll(async () => (await tuppence.payments()).length).toBe(0)
  })
})
