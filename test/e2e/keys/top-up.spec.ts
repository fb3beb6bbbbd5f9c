import type { Page } from '@playwright/test'
import { expect } from '../fixtures'
import { microUsd } from '../tuppence'
import { openPage, test } from './other-wallet'

/** The wallet page of the dashboard with test USDC chosen. */
async function chooseTestMoney(dashboard: Page): Promise<void> {
  await dashboard
    .getByLabel('What to send')
    .selectOption({ label: 'USDC on Base Sepolia · test money' })
}

test.describe('Top-up', { tag: '@keys' }, () => {
  test('shows a code and a link to this wallet, for real money first', async ({
    context,
    tuppence,
  }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await tuppence.setUpWallet()
    const dashboard = await tuppence.openDashboard('wallet')
    const { address } = tuppence.account
    await expect(
      dashboard.getByRole('img', { name: `Code to scan: $5.00 on Base to ${address}` }),
    ).toBeVisible()
    await expect(dashboard.getByRole('link', { name: /free test money/ })).toBeHidden()

    await chooseTestMoney(dashboard)
    await dashboard.getByLabel('Amount', { exact: true }).fill('2.50')
    await expect(dashboard.getByRole('img', { name: /\$2\.50 on Base Sepolia/ })).toBeVisible()
    await expect(dashboard.getByRole('link', { name: /free test money/ })).toHaveAttribute(
      'href',
      'https://faucet.circle.com',
    )
    await dashboard.getByRole('button', { name: 'Copy link' }).click()
    expect(await dashboard.evaluate(() => navigator.clipboard.readText())).toBe(
      `ethereum:0x036CbD53842c5426634e7929541eC2318f3dCF7e@84532/transfer?address=${address}&uint256=2500000`,
    )
    await dashboard.getByLabel('Amount', { exact: true }).fill('2.5000001')
    await expect(dashboard.getByText('Type an amount in dollars')).toBeVisible()
  })

  test('takes $5 from another wallet in the page that was looked at last', async ({
    installWallet,
    tuppence,
    world,
    page,
  }) => {
    const wallet = await installWallet()
    await wallet.giveGas()
    await world.chain.mint(wallet.address, microUsd(7))
    wallet.startOn(1)
    await tuppence.setUpWallet({ dollars: 1 })
    await openPage({ world, tuppence, page })
    const dashboard = await tuppence.openDashboard('wallet')
    await chooseTestMoney(dashboard)
    await expect(dashboard.getByText(`asks on ${new URL(page.url()).host}`)).toBeVisible()
    await dashboard.getByRole('button', { name: 'Find my wallets' }).click()
    await dashboard.getByRole('button', { name: 'Send $5.00 from Other Wallet' }).click()
    await expect(dashboard.getByText('$5.00 arrived.')).toBeVisible()
    expect(await tuppence.balance()).toBe(microUsd(6))
    expect(await world.chain.balanceOf(wallet.address)).toBe(microUsd(2))
    await expect(dashboard.getByRole('definition').getByText('$6.00')).toBeVisible()
  })

  test('says so when the other wallet refuses, or there is no page', async ({
    installWallet,
    tuppence,
    world,
    page,
  }) => {
    const wallet = await installWallet()
    wallet.mode = 'reject'
    await tuppence.setUpWallet({ dollars: 1 })
    await openPage({ world, tuppence, page })
    const dashboard = await tuppence.openDashboard('wallet')
    await chooseTestMoney(dashboard)
    await dashboard.getByRole('button', { name: 'Find my wallets' }).click()
    await dashboard.getByRole('button', { name: 'Send $5.00 from Other Wallet' }).click()
    await expect(dashboard.getByText('You said no in your other wallet.')).toBeVisible()

    await page.close()
    await tuppence.console.bringToFront()
    await dashboard.reload()
    await expect(dashboard.getByText('Open one in this window, then come back.')).toBeVisible()
  })

  test('does not take the word of a page that sends the money elsewhere', async ({
    installWallet,
    tuppence,
    world,
    page,
  }) => {
    const wallet = await installWallet()
    await wallet.giveGas()
    await world.chain.mint(wallet.address, microUsd(5))
    await tuppence.setUpWallet({ dollars: 1 })
    const thief = `000000000000000000000000${'d1'.repeat(20)}`
    await openPage(
      { world, tuppence, page },
      `<script>
        addEventListener('eip6963:announceProvider', ({ detail: { provider } }) => {
          const honest = provider.request
          provider.request = ({ method, params }) => {
            if (method === 'eth_sendTransaction') {
              const [call] = params
              const data = call.data.slice(0, 10) + '${thief}' + call.data.slice(74)
              return honest({ method, params: [{ ...call, data }] })
            }
            return honest({ method, params })
          }
        }, { once: true })
        dispatchEvent(new Event('eip6963:requestProvider'))
      </script>`,
    )
    const dashboard = await tuppence.openDashboard('wallet')
    await chooseTestMoney(dashboard)
    await dashboard.getByRole('button', { name: 'Find my wallets' }).click()
    await dashboard.getByRole('button', { name: 'Send $5.00 from Other Wallet' }).click()
    await expect(dashboard.getByText('That transaction did not bring $5.00.')).toBeVisible()
    expect(await tuppence.balance()).toBe(microUsd(1))
  })
})
