import { payees } from '../../world/index'
import { expect, test } from '../fixtures'
import { article, newTransfers } from './story'

test.describe('Limits', { tag: '@main' }, () => {
  test('inside the limits a payment needs no click', async ({ tuppence, world, page }) => {
    await tuppence.setUpWallet()
    await tuppence.allow(0.02, 1)
    const transfers = await newTransfers(world, tuppence)
    await page.bringToFront()
    await page.goto(world.news.url)
    await page.goto(world.news.url + article.oneCent.path)
    await expect
      .poll(async () => (await tuppence.payments()).map(({ state }) => state))
      .toEqual(['confirmed'])
    expect(await transfers()).toEqual([
      { from: tuppence.account.address, to: payees.news, value: 10_000n },
    ])
    const [payment] = await tuppence.payments()
    expect(payment?.approvedBy).toBe('limits')
    await page.goBack()
    await expect(page).toHaveURL(`${world.news.url}/`)
  })

  test('one micro-dollar above the ceiling asks, and says why', async ({
    tuppence,
    world,
    page,
  }) => {
    await tuppence.setUpWallet()
    await tuppence.allow(1.999999, 5)
    await page.goto(world.news.url + article.twoDollars.path)
    const popup = await tuppence.openPopup(page)
    await expect(popup.getByText('More than your limit of $1.999999 a payment')).toBeVisible()
    expect(await (await newTransfers(world, tuppence))()).toEqual([])
  })

  test('over the daily budget asks, and says what is spent', async ({ tuppence, world, page }) => {
    await tuppence.setUpWallet()
    await tuppence.allow(0.1, 0.055)
    await page.bringToFront()
    await page.goto(world.news.url + article.fiveCents.path)
    await expect
      .poll(async () => (await tuppence.payments()).map(({ state }) => state))
      .toEqual(['confirmed'])
    await page.goto(world.news.url + article.oneCent.path)
    const popup = await tuppence.openPopup(page)
    await expect(
      popup.getByText('Over your daily limit of $0.055: $0.05 spent today'),
    ).toBeVisible()
    expect(await (await newTransfers(world, tuppence))()).toHaveLength(1)
  })

  test('a site can always ask, go up to its own amount, or never pay', async ({
    tuppence,
    world,
    page,
  }) => {
    await tuppence.setUpWallet()
    await tuppence.allow(0.1, 1)
    const site = world.news.url
    await page.bringToFront()

    await tuppence.command('setSiteRule', { site, rule: { mode: 'ask' } })
    await page.goto(site + article.oneCent.path)
    const popup = await tuppence.openPopup(page)
    await expect(popup.getByText('You want to be asked on this site')).toBeVisible()
    await popup.close()

    await tuppence.command('setSiteRule', { site, rule: { mode: 'never' } })
    await page.bringToFront()
    await page.goto(site + article.oneCent.path)
    await expect(page.getByRole('heading', { name: /costs \$0\.01/ })).toBeVisible()

    await tuppence.command('setSiteRule', { site, rule: { mode: 'auto', perPayment: '50000' } })
    await page.goto(site + article.fiveCents.path)
    await expect(page.getByText(article.fiveCents.paidText)).toBeVisible()
    expect(await (await newTransfers(world, tuppence))()).toHaveLength(1)
    expect((await tuppence.payments()).map(({ request }) => request.url)).toEqual([
      site + article.fiveCents.path,
    ])
  })

  test('what one site may spend is not spendable from another', async ({
    tuppence,
    world,
    page,
  }) => {
    await tuppence.setUpWallet()
    await tuppence.allow(1, 5)
    await page.bringToFront()
    await page.goto(`${world.news.url}/weather-v1?auto=1`)
    await expect
      .poll(async () => (await tuppence.payments()).map(({ state }) => state))
      .toEqual(['awaiting'])
    const popup = await tuppence.openPopup(page)
    await expect(
      popup.getByText(/news\.localhost\S* asks you to pay almanac\.localhost/).first(),
    ).toBeVisible()
  })
})
