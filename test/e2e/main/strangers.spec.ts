import { answer402V2, paymentRequiredV2, paymentRequirementsV2 } from '../../world/terms'
import { expect, test } from '../fixtures'
import { fetched, sellGoods, startFetch } from './goods'
import { newTransfers } from './story'

const limits = { autoApprove: true, perPayment: '100000', perDay: '5000000' }

test.describe('What is not as before', { tag: ['@main', '@attack'] }, () => {
  test('a site that was never paid asks, and so do a new address and three times the price', async ({
    tuppence,
    world,
    page,
  }) => {
    await tuppence.setUpWallet()
    await tuppence.command('setLimits', limits)
    sellGoods(world, { '/one': '10000', '/three': '30000', '/more': '30001' })
    const payTo = `0x${'5e'.repeat(20)}`
    world.workbench.on('GET', '/moved', () =>
      answer402V2(paymentRequiredV2({ accepts: [paymentRequirementsV2({ payTo })] })),
    )
    const transfers = await newTransfers(world, tuppence)
    await page.goto(`${world.workbench.origin('a')}/page`)

    const bought = fetched(page, '/one')
    let popup = await tuppence.openPopup(page)
    await expect(popup.getByText('You have never paid this site')).toBeVisible()
    await popup.getByRole('button', { name: 'Pay $0.01' }).click()
    expect(await bought).toBe('PAID /one')
    await popup.close()

    await page.bringToFront()
    expect(await fetched(page, '/three')).toBe('PAID /three')
    await startFetch(page, '/more')
    popup = await tuppence.openPopup(page)
    await expect(
      popup.getByText('Far more than this site usually takes: $0.01', { exact: true }),
    ).toBeVisible()
    await popup.getByRole('button', { name: 'Not now' }).click()
    await popup.close()

    await page.bringToFront()
    await startFetch(page, '/moved')
    popup = await tuppence.openPopup(page)
    popup = await tuppence.openPopup(page)
    await expect(
      popup.getByText('The money would go to a new address, not where it went before'),
    ).toBeVisible()
    // No moment to stop being asked.
    await expect(popup.getByText("Don't ask again here")).toBeHidden()
    expect((await transfers()).map(({ value }) => value)).toEqual([10_000n, 30_000n])
  })

  test('a rule for a site and whom it has paid holds for exactly these two', async ({
    tuppence,
    world,
    page,
  }) => {
    await tuppence.setUpWallet()
    await tuppence.allow(0.05, 5)
    sellGoods(world, { '/one': '10000', '/two': '10000', '/three': '10000' })
    const [a, b, shop] = ['a', 'b', 'shop'].map((name) => world.workbench.origin(name))
    const [hostA, hostB] = [new URL(a ?? '').host, new URL(b ?? '').host]
    await page.bringToFront()
    await page.goto(`${a}/page`)

    const bought = fetched(page, `${b}/one`)
    const popup = await tuppence.openPopup(page)
    await expect(popup.getByText(`Paid to another site: ${hostB}`)).toBeVisible()
    await popup.getByText("Don't ask again here").click()
    await popup
      .getByRole('button', { name: `Pay up to $0.01 to ${hostB} on ${hostA} without asking` })
      .click()
    await expect(popup.getByText(`From now on, up to $0.01 is paid to ${hostB}`)).toBeVisible()
    await popup.getByRole('button', { name: 'Pay $0.01', exact: true }).click()
    expect(await bought).toBe('PAID /one')

    await page.bringToFront()
    expect(await fetched(page, `${b}/two`)).toBe('PAID /two')
    // Neither somebody else on this site, nor this payee on another site.
    await startFetch(page, `${shop}/two`)
    await page.goto(`${shop}/page`)
    await startFetch(page, `${b}/three`)
    const states = async () => (await tuppence.payments()).map(({ state }) => state)
    await expect.poll(states).toEqual(['confirmed', 'confirmed', 'awaiting'])

    const dashboard = await tuppence.openDashboard('limits')
    await expect(dashboard.getByText(`${hostA} pays ${hostB}`)).toBeVisible()
    await dashboard
      .getByRole('button', { name: `Remove the rule for ${hostA} and ${hostB}` })
      .click()
    await expect(dashboard.getByText(`${hostA} pays ${hostB}`)).toBeHidden()
    await page.bringToFront()
    await page.goto(`${a}/page`)
    await startFetch(page, `${b}/three`)
    await expect.poll(states).toEqual(['confirmed', 'confirmed', 'awaiting'])
  })
})
