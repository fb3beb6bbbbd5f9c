import type { Page } from '@playwright/test'
import type { ExternalWallet, WalletMode } from '../../world/eip1193'
import type { World } from '../../world/index'
import { sell } from '../../world/seller'
import { expect } from '../fixtures'
import { microUsd, type Tuppence } from '../tuppence'
import { expectAccessible } from './accessible'
import { test } from './other-wallet'

/** Has a site be paid from an account of the other wallet. */
async function setUp(world: World, tuppence: Tuppence, { address, info }: ExternalWallet) {
  await tuppence.setUpWallet({ dollars: 1 })
  await world.chain.mint(address, microUsd(1))
  const { rdns, name: walletName } = info
  const accountId = await tuppence.command('addExternalAccount', { address, rdns, walletName })
  await tuppence.command('setSiteAccount', { site: world.workbench.origin('a'), accountId })
  sell(world.workbench, world.facilitator.url, {
    version: 2,
    path: '/paid',
    deliver: () => ({ headers: { 'Content-Type': 'text/html' }, body: '<p>Here you are' }),
  })
}

/** Opens the paid page; gives the payment once it waits for the user. */
async function ask(tuppence: Tuppence, world: World, page: Page, site: 'a' | 'b' = 'a') {
  await page.goto(`${world.workbench.origin(site)}/paid`)
  const waiting = async () => (await tuppence.payments()).find(({ state }) => state === 'awaiting')
  await expect.poll(waiting).toBeDefined()
  return (await waiting())!
}

test.describe('Payments from another wallet', { tag: '@keys' }, () => {
  let wallet: ExternalWallet
  test.beforeEach(async ({ installWallet, tuppence, world }) => {
    wallet = await installWallet()
    await setUp(world, tuppence, wallet)
  })

  const left = (world: World) => world.chain.balanceOf(wallet.address)
  const nonces = () =>
    wallet.asked
      .filter(({ method }) => method === 'eth_signTypedData_v4')
      .map(({ params }) => JSON.parse(String(params[1])).message.nonce as string)

  test('the popup names it, it signs, and the page opens', async ({ tuppence, world, page }) => {
    await ask(tuppence, world, page)
    const popup = await tuppence.openPopup(page)
    await expect(popup.getByText('Other Wallet will ask you to sign.')).toBeVisible()
    await expect(popup.getByText('Your other wallet has to sign this')).toBeVisible()
    await expectAccessible(popup)
    await popup.getByRole('button', { name: 'Pay $0.01' }).click()
    await expect(page.getByText('Here you are')).toBeVisible()
    expect(await left(world)).toBe(microUsd(0.99))
    expect(await tuppence.balance()).toBe(microUsd(1))
    expect(nonces()).toHaveLength(1)
    expect((await tuppence.payments())[0]?.authorization?.payer).toBe(wallet.address)
  })

  test('limits never pay from it', async ({ tuppence, world, page }) => {
    await tuppence.allow(0.1, 1)
    const payment = await ask(tuppence, world, page)
    expect(payment.reasons).toEqual([{ code: 'external_wallet' }])
    expect(nonces()).toEqual([])
  })

  test('a refusal is told, and asking again signs the very same', async ({
    tuppence,
    world,
    page,
  }) => {
    wallet.mode = 'reject-signature'
    const payment = await ask(tuppence, world, page)
    await expect(tuppence.approve(payment)).rejects.toMatchObject({ code: 'external_refused' })
    const popup = await tuppence.openPopup(page)
    await expect(popup.getByText('You said no in your other wallet.')).toBeVisible()
    await expect(popup.getByText(/\$0\.01 stays set aside until/)).toBeVisible()
    await expectAccessible(popup)
    wallet.mode = 'approve'
    await page.reload()
    await popup.getByRole('button', { name: 'Ask Other Wallet again' }).click()
    await expect(page.getByText('Here you are')).toBeVisible()
    const [first, second, ...more] = nonces()
    expect(second).toBe(first)
    expect(more).toEqual([])
    expect(await tuppence.payments()).toHaveLength(1)
    expect(await left(world)).toBe(microUsd(0.99))
  })

  for (const [mode, code] of [
    ['wrong-account', 'external_wrong_account'],
    ['wrong-chain', 'external_wrong_chain'],
  ] satisfies [WalletMode, string][]) {
    test(`nothing is set aside when it is in mode ${mode}`, async ({ tuppence, world, page }) => {
      wallet.mode = mode
      wallet.startOn(1)
      const payment = await ask(tuppence, world, page)
      await expect(tuppence.approve(payment)).rejects.toMatchObject({ code })
      expect(nonces()).toEqual([])
      expect((await tuppence.payments())[0]?.state).toBe('awaiting')
    })
  }

  for (const mode of ['garbage', 'wrong-key'] satisfies WalletMode[]) {
    test(`a signature in mode ${mode} is not used, and counts`, async ({
      tuppence,
      world,
      page,
    }) => {
      wallet.mode = mode
      const payment = await ask(tuppence, world, page)
      const code = 'external_signature_invalid'
      await expect(tuppence.approve(payment)).rejects.toMatchObject({ code })
      const [ended] = await tuppence.payments()
      expect(ended).toMatchObject({ state: 'unknown', problem: { code } })
      expect(ended).not.toHaveProperty('header')
      expect(await left(world)).toBe(microUsd(1))
    })
  }

  for (const [what, end, code] of [
    ['the page goes', (page: Page) => page.goto('about:blank'), 'page_gone'],
    ['the worker stops', (_: Page, tuppence: Tuppence) => tuppence.stopWorker(), 'interrupted'],
  ] as const) {
    test(`it is looked for on the chain when ${what} meanwhile`, async ({
      tuppence,
      world,
      page,
    }) => {
      wallet.mode = 'silent-signature'
      const payment = await ask(tuppence, world, page)
      const approval = tuppence.approve(payment).catch(() => undefined)
      await expect.poll(() => nonces().length).toBe(1)
      await end(page, tuppence)
      await approval
      await expect
        .poll(async () => {
          await tuppence.command('refreshBalances')
          return (await tuppence.payments())[0]
        })
        .toMatchObject({ state: 'unknown', problem: { code } })
      expect(await left(world)).toBe(microUsd(1))
    })
  }

  test('the popup lets another account pay, and that one pays', async ({
    tuppence,
    world,
    page,
  }) => {
    const address = `0x${'1'.repeat(40)}`
    await tuppence.command('addWatchOnly', { address, name: 'Only watched' })
    await ask(tuppence, world, page)
    const popup = await tuppence.openPopup(page)
    const choice = popup.getByLabel('Pay from')
    await expect(choice.getByRole('option')).toHaveText(['Account 1', /Other Wallet/])
    await choice.selectOption({ label: 'Account 1' })
    await expect(popup.getByText('Other Wallet will ask you to sign.')).toBeHidden()
    await popup.getByRole('button', { name: 'Pay $0.01' }).click()
    await expect(page.getByText('Here you are')).toBeVisible()
    expect(await tuppence.balance()).toBe(microUsd(0.99))
    expect(await left(world)).toBe(microUsd(1))
    expect(nonces()).toEqual([])
  })

  test('another site is paid from its own account', async ({ tuppence, world, page }) => {
    await tuppence.approve(await ask(tuppence, world, page, 'b'))
    await expect(page.getByText('Here you are')).toBeVisible()
    expect(await tuppence.balance()).toBe(microUsd(0.99))
    expect(await left(world)).toBe(microUsd(1))
  })

  test('an approval of what another account was to pay is refused', async ({
    tuppence,
    world,
    page,
  }) => {
    const payment = await ask(tuppence, world, page)
    const [own] = await tuppence.accounts()
    await tuppence.command('choosePayer', { paymentId: payment.id, accountId: own?.id })
    await expect(tuppence.approve(payment)).rejects.toMatchObject({ code: 'terms_changed' })
    expect(nonces()).toEqual([])
    expect(await tuppence.balance()).toBe(microUsd(1))
  })
})
