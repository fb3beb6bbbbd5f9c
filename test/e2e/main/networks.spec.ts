import { answer402V2, paymentRequiredV2, paymentRequirementsV2 } from '../../world/terms'
import { expect, test } from '../fixtures'
import { newTransfers } from './story'

const inEuros = {
  asset: '0x808456652fdb597867f38412077A9182bf77359F',
  amount: '50000',
  extra: { name: 'EURC', version: '2' },
}

test.describe('Networks', { tag: '@main' }, () => {
  test('one that is switched off is not paid on, and the popup says so', async ({
    tuppence,
    world,
    page,
  }) => {
    await tuppence.setUpWallet()
    world.workbench.on('GET', '/paid', () => answer402V2())
    const settings = await tuppence.openDashboard('settings')
    const onSepolia = settings.getByRole('switch', { name: 'Pay on Base Sepolia' })
    await onSepolia.click()
    await expect(onSepolia).not.toBeChecked()

    await page.bringToFront()
    await page.goto(`${world.workbench.origin('a')}/paid`)
    const popup = await tuppence.openPopup(page)
    await expect(popup.getByText('a network that you have switched off')).toBeVisible()
    expect(await tuppence.payments()).toEqual([])

    await onSepolia.click()
    await expect(onSepolia).toBeChecked()
    await page.reload()
    await expect(popup.getByRole('button', { name: 'Pay $0.01' })).toBeVisible()
  })

  test('a server has to belong to the network; a silent one is taken with a warning', async ({
    tuppence,
    world,
  }) => {
    await tuppence.setUpWallet()
    const settings = await tuppence.openDashboard('settings')
    const polygon = settings.getByRole('listitem').filter({ hasText: /^PolygonUSDC/ })
    await polygon.getByRole('button', { name: 'Server of Polygon' }).click()
    const field = polygon.getByLabel('Server for Polygon')

    await field.fill(world.chain.rpcUrl)
    await polygon.getByRole('button', { name: 'Save' }).click()
    await expect(polygon.getByText('This server belongs to another network')).toBeVisible()
    await field.fill('http://127.0.0.1:9')
    await polygon.getByRole('button', { name: 'Save' }).click()
    await expect(polygon.getByText('Saved')).toBeVisible()
    await expect(polygon.getByText('No answer')).toBeVisible()

    const sepolia = settings.getByRole('listitem').filter({ hasText: /^Base Sepolia/ })
    await sepolia.getByRole('button', { name: 'Server of Base Sepolia' }).click()
    await sepolia.getByRole('button', { name: 'Test connection' }).click()
    await expect(sepolia.getByText(/It answers for chain 84,?532, in \d+ ms/)).toBeVisible()
  })

  test('a price in euros is shown in euros and always asked about', async ({
    tuppence,
    world,
    page,
  }) => {
    await tuppence.setUpWallet()
    await tuppence.allow(1000, 100_000)
    const accepts = [paymentRequirementsV2(inEuros)]
    world.workbench.on('GET', '/euros', () => answer402V2(paymentRequiredV2({ accepts })))
    const { origin } = new URL(world.workbench.origin('a'))
    const rule = { mode: 'auto', perPayment: '1000000000' }
    await tuppence.command('setSiteRule', { site: origin, rule })
    const transfers = await newTransfers(world, tuppence)
    await page.bringToFront()
    await page.goto(`${origin}/euros`)

    const popup = await tuppence.openPopup(page)
    await expect(popup.getByText('€0.05', { exact: true })).toBeVisible()
    await expect(popup.getByText('The price is not in dollars')).toBeVisible()
    await expect(popup.getByText('Pay up to')).toHaveCount(0)
    expect((await tuppence.payments()).map(({ state }) => state)).toEqual(['awaiting'])
    expect(await transfers()).toEqual([])
  })

  test('only balances that matter are looked up, all on request', async ({ tuppence }) => {
    await tuppence.setUpWallet()
    const page = await tuppence.openDashboard('wallet')
    const names = page.getByRole('term')
    await expect(names).toHaveText(['Base', 'Base Sepolia · test money'])
    await page.getByRole('button', { name: 'Show all networks' }).click()
    await expect(names.filter({ hasText: 'Polygon' }).first()).toBeVisible()
    await page.getByRole('button', { name: 'Show fewer' }).click()
    await expect(names).toHaveCount(2)
  })
})
