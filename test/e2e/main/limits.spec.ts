import { payees } from '../../world/index'
import { expect, test } from '../fixtures'
import { fetched, html, sellGoods, startFetch } from './goods'
import { article, newTransfers, payInPopup } from './story'

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

  const budgets = [
    ['a month', { perMonth: '60000' }, 'Over your monthly limit of $0.06: $0.05 spent this month'],
    [
      'a day on one site',
      { perSiteDay: '60000' },
      'Over your daily limit of $0.06 for this site: $0.05 spent today',
    ],
    ['an allowance', { total: '60000' }, 'Over your allowance of $0.06: $0.05 spent so far'],
  ] as const
  for (const [name, budget, words] of budgets) {
    test(`${name} stops at the exact micro-dollar, and says so`, async ({
      tuppence,
      world,
      page,
    }) => {
      await tuppence.setUpWallet()
      await tuppence.allow(0.05, 5)
      const general = { autoApprove: true, perPayment: '50000', perDay: '5000000' }
      await tuppence.command('setLimits', { ...general, ...budget })
      sellGoods(world, { '/five': '50000', '/over': '10001', '/rest': '10000', '/least': '1' })
      const transfers = await newTransfers(world, tuppence)
      await page.bringToFront()
      await page.goto(`${world.workbench.origin('a')}/page`)
      expect(await fetched(page, '/five')).toBe('PAID /five')

      await startFetch(page, '/over')
      const popup = await tuppence.openPopup(page)
      await expect(popup.getByText(words)).toBeVisible()
      await popup.getByRole('button', { name: 'Not now' }).click()
      await expect(popup.getByText(words)).toBeHidden()

      await page.bringToFront()
      expect(await fetched(page, '/rest')).toBe('PAID /rest')
      await startFetch(page, '/least')
      await expect
        .poll(async () => (await tuppence.payments()).map(({ state }) => state))
        .toEqual(['confirmed', 'declined', 'confirmed', 'awaiting'])
      expect((await transfers()).map(({ value }) => value)).toEqual([50_000n, 10_000n])
    })
  }

  test('an allowance is passed by hand only, counted all the same, and begins anew at nothing', async ({
    tuppence,
    world,
    page,
  }) => {
    await tuppence.setUpWallet()
    await tuppence.allow(0.06, 5)
    const limits = { autoApprove: true, perPayment: '60000', perDay: '5000000', total: '60000' }
    await tuppence.command('setLimits', limits)
    sellGoods(world, { '/five': '50000', '/two': '20000', '/all': '60000', '/least': '1' })
    const transfers = await newTransfers(world, tuppence)
    const dashboard = await tuppence.openDashboard('limits')
    const allowance = dashboard
      .getByRole('list', { name: 'What is left' })
      .getByRole('listitem')
      .filter({ hasText: 'Allowance' })
    await page.bringToFront()
    await page.goto(`${world.workbench.origin('a')}/page`)
    expect(await fetched(page, '/five')).toBe('PAID /five')
    await expect(allowance).toContainText('test money$0.01 left of $0.06$0.05 spent')

    await startFetch(page, '/two')
    const popup = await payInPopup(tuppence, page, '$0.02')
    await expect.poll(async () => (await transfers()).length).toBe(2)
    await popup.close()
    await expect(allowance).toContainText('test money$0.00 left of $0.06$0.07 spent')

    await dashboard.bringToFront()
    await allowance.getByRole('button', { name: 'Begin anew' }).click()
    await expect(allowance).toContainText('$0.06 left of $0.06')
    await expect(allowance).not.toContainText('spent')
    await page.bringToFront()
    expect(await fetched(page, '/all')).toBe('PAID /all')
    await expect(allowance).toContainText('test money$0.00 left of $0.06$0.06 spent')
    await startFetch(page, '/least')
    await expect
      .poll(async () => (await tuppence.payments()).map(({ state }) => state))
      .toEqual(['confirmed', 'confirmed', 'confirmed', 'awaiting'])
    const values = (await transfers()).map(({ value }) => value)
    expect(values).toEqual([50_000n, 20_000n, 60_000n])
  })

  test('over the budget of a day that rolls asks, and says which day', async ({
    tuppence,
    world,
    page,
  }) => {
    await tuppence.setUpWallet()
    await tuppence.allow(0.05, 5)
    const limits = { autoApprove: true, perPayment: '50000', perDay: '50000', perMonth: '50000' }
    await tuppence.command('setLimits', { ...limits, periods: 'rolling' })
    sellGoods(world, { '/five': '50000', '/least': '1' })
    await page.bringToFront()
    await page.goto(`${world.workbench.origin('a')}/page`)
    expect(await fetched(page, '/five')).toBe('PAID /five')
    await startFetch(page, '/least')
    const popup = await tuppence.openPopup(page)
    for (const words of [
      'Over your limit of $0.05 a day: $0.05 spent in the last 24 hours',
      'Over your limit of $0.05 a month: $0.05 spent in the last 30 days',
    ]) {
      await expect(popup.getByText(words)).toBeVisible()
    }
  })

  test('the page of limits keeps what is typed and shows what is left', async ({
    tuppence,
    world,
    page,
  }) => {
    await tuppence.setUpWallet()
    await tuppence.acquaint(world.news.url)
    const limits = await tuppence.openDashboard('limits')
    await limits.getByLabel('Per payment').fill('0.10')
    await limits.getByLabel('Per day').fill('1')
    await limits.getByLabel('Per month').fill('0.5')
    await limits.getByLabel('Allowance in all').fill('2')
    await limits.getByText('24 hours or 30 days ago').click()
    await limits.getByRole('button', { name: 'Save' }).click()
    await expect(
      limits.getByText('The limit for a month is below the limit for a day'),
    ).toBeVisible()
    await limits.getByLabel('Per month').fill('20')
    await limits.getByRole('switch').click()
    await expect(limits.getByText('Saved')).toBeVisible()

    await page.bringToFront()
    await page.goto(world.news.url + article.fiveCents.path)
    await expect(page.getByText(article.fiveCents.paidText)).toBeVisible()
    const left = limits.getByRole('list', { name: 'What is left' }).getByRole('listitem')
    await expect(left.nth(0)).toContainText('Last 24 hours · test money$0.95 left of $1.00')
    await expect(left.nth(1)).toContainText('Last 30 days · test money$19.95 left of $20.00')
    await expect(left.nth(2)).toContainText('· test money$1.95 left of $2.00')

    const site = world.news.url
    await tuppence.command('setSiteRule', { site, rule: { mode: 'ask' } })
    await page.goto(site + article.oneCent.path)
    const popup = await tuppence.openPopup(page)
    await expect(
      popup.getByText('$0.05 of $1.00 spent in the last 24 hours. $0.94 left after this.'),
    ).toBeVisible()
    await limits.reload()
    await expect(limits.getByLabel('Allowance in all')).toHaveValue('2.00')
    await expect(limits.getByLabel('Per site a day')).toHaveValue('')
    await expect(limits.getByRole('radio', { name: '24 hours or 30 days ago' })).toBeChecked()
  })

  test('what was bought can be opened again without paying', async ({ tuppence, world, page }) => {
    await tuppence.setUpWallet()
    sellGoods(world, { '/goods': '10000' })
    const transfers = await newTransfers(world, tuppence)
    const url = `${world.workbench.origin('a')}/goods`
    await page.goto(url)
    const first = await payInPopup(tuppence, page, '$0.01')
    await expect(page.getByText('PAID /goods')).toBeVisible()
    await first.close()

    await page.goto(url)
    const popup = await tuppence.openPopup(page)
    await expect(popup.getByText('You already bought this')).toBeVisible()
    await expect(popup.getByText(/^\$0\.01 on \w+ \d+ at \d/)).toBeVisible()
    await expect(popup.getByRole('button', { name: 'Pay $0.01 again' })).toBeVisible()
    world.workbench.on('GET', '/goods', () => ({ headers: html, body: 'Still yours' }))
    await popup.getByRole('button', { name: 'Open without paying' }).click()
    await expect(page.getByText('Still yours')).toBeVisible()
    expect(await transfers()).toHaveLength(1)
  })
})
