import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserContext, Page } from '@playwright/test'
import { mnemonicToAccount } from 'viem/accounts'
import { expect, test } from '../fixtures'
import { launchWithTuppence } from '../launch'
import { look } from '../look'
import { article } from '../main/story'
import { passphrase, Tuppence } from '../tuppence'
import { Counter } from './counter'
import { withAuthenticator } from './passkey'
import { atStep, button, choosePassphrase, fillWords, fundPayer, shownWords } from './set-up'

/** From the popup over a page that asks for money to the first step of setting up. */
async function begin(tuppence: Tuppence, context: BrowserContext, page: Page, counter: Counter) {
  await tuppence.connectLocalChain()
  await page.goto(tuppence.world.news.url + article.fiveCents.path)
  const popup = await tuppence.openPopup(page)
  const opened = context.waitForEvent('page')
  await counter.click(button(popup, 'Set up Tuppence'))
  const welcome = await opened
  await atStep(welcome, 'Welcome to Tuppence')
  return welcome
}

/** Limits as suggested, money, the practice article, and the payment that all of it was for. */
async function finishAndPay(tuppence: Tuppence, welcome: Page, page: Page, counter: Counter) {
  await atStep(welcome, 'How much may be paid without asking?')
  await expect(welcome.getByLabel('Per payment')).toHaveValue('0.10')
  await expect(welcome.getByLabel('Per day')).toHaveValue('1.00')
  await expect(welcome.getByLabel('Per month')).toHaveValue('10.00')
  await look(welcome, 'set-up-limits')
  await counter.click(button(welcome, 'Continue'))
  await atStep(welcome, 'Put some money in')
  await fundPayer(tuppence)
  await look(welcome, 'set-up-fund')
  await counter.click(button(welcome, 'Continue'))
  await atStep(welcome, 'Try it once')
  await look(welcome, 'set-up-practice')
  await counter.click(button(welcome, 'Pay $0.01'))
  await expect(welcome.getByText('Rowland Hill')).toBeVisible()
  await look(welcome, 'set-up-practice-paid')
  await counter.click(button(welcome, 'Continue'))
  await atStep(welcome, 'Your wallet is ready')
  await look(welcome, 'set-up-done')

  const before = await tuppence.payments()
  expect(before.map(({ state }) => state)).toEqual(['awaiting'])
  const popup = await tuppence.openPopup(page)
  await counter.click(button(popup, 'Pay $0.05'))
  await expect(page.getByText(article.fiveCents.paidText)).toBeVisible()
  await expect(popup.getByText('Paid $0.05 to news.localhost')).toBeVisible()
}

test.describe('Starting out', { tag: '@keys' }, () => {
  test('with a passkey: 8 clicks and no field to the first article', async ({
    tuppence,
    context,
    page,
  }) => {
    test.setTimeout(120_000)
    const counter = new Counter()
    const welcome = await begin(tuppence, context, page, counter)
    await withAuthenticator(welcome)
    await look(welcome, 'set-up-choose')
    await counter.click(button(welcome, /Create a new wallet/))
    await atStep(welcome, 'How should your wallet open?')
    await look(welcome, 'set-up-secure')
    await counter.click(button(welcome, /With a passkey/))
    await finishAndPay(tuppence, welcome, page, counter)
    expect(counter.clicks).toBeLessThanOrEqual(8)
    expect(counter.fields).toBeLessThanOrEqual(2)
  })

  test('with words and a passphrase: 12 clicks and 5 fields to the first article', async ({
    tuppence,
    context,
    page,
  }) => {
    test.setTimeout(120_000)
    const counter = new Counter()
    const welcome = await begin(tuppence, context, page, counter)
    await counter.click(button(welcome, /Create a new wallet/))
    await counter.click(button(welcome, /With a passphrase/))
    await atStep(welcome, 'Write down these twelve words')
    const words = await shownWords(welcome)
    await counter.click(button(welcome, 'I have written them down'))
    await atStep(welcome, "Let's check")
    await look(welcome, 'set-up-confirm')
    await fillWords(welcome, words, counter)
    await counter.click(button(welcome, 'Confirm'))
    await atStep(welcome, 'Choose a passphrase')
    await welcome.getByLabel('Passphrase', { exact: true }).fill('password')
    await expect(welcome.getByText('Very easy to guess')).toBeVisible()
    await look(welcome, 'set-up-passphrase')
    await welcome.getByLabel('Passphrase', { exact: true }).fill(passphrase)
    await expect(welcome.getByText('Very hard to guess')).toBeVisible()
    await choosePassphrase(welcome, 'Create wallet', counter)
    expect(await tuppence.payer()).toBe(mnemonicToAccount(words.join(' ')).address)
    await finishAndPay(tuppence, welcome, page, counter)
    expect(counter.clicks).toBeLessThanOrEqual(12)
    expect(counter.fields).toBeLessThanOrEqual(5)
  })

  test('each step after the wallet can be put off, and goes on where it was left', async ({
    tuppence,
    page,
  }) => {
    let welcome = await tuppence.openDashboard('welcome')
    await withAuthenticator(welcome)
    await button(welcome, /Create a new wallet/).click()
    await button(welcome, /With a passkey/).click()
    await atStep(welcome, 'How much may be paid without asking?')
    await welcome.close()

    welcome = await tuppence.openDashboard('welcome')
    await atStep(welcome, 'How much may be paid without asking?')
    await button(welcome, 'Not now').click()
    await atStep(welcome, 'Put some money in')
    await welcome.reload()
    await atStep(welcome, 'Put some money in')
    await button(welcome, 'Not now').click()
    await expect(button(welcome, 'Skip this')).toBeVisible()
    await welcome.close()

    const popup = await tuppence.openPopup(page)
    await expect(popup.getByText('Keep your words')).toBeVisible()
    const opened = tuppence.context.waitForEvent('page')
    await popup.getByRole('link', { name: 'Go on setting up' }).click()
    welcome = await opened
    await button(welcome, 'Skip this').click()
    await atStep(welcome, 'Your wallet is ready')
    await expect(popup.getByRole('link', { name: 'Go on setting up' })).toBeHidden()
    expect(await tuppence.payments()).toEqual([])
  })

  test('asking every time, or other amounts, instead of what is suggested', async ({
    tuppence,
  }) => {
    await tuppence.setUpWallet()
    const welcome = await tuppence.openDashboard('wallet')
    const limits = async () => welcome.evaluate(() => chrome.storage.local.set({ setUp: 'limits' }))
    await limits()
    await welcome.goto(welcome.url().replace('/wallet', '/welcome'))
    await welcome.getByLabel('Per day').fill('0.05')
    await button(welcome, 'Continue').click()
    await expect(
      welcome.getByText('The limit for a day is below the limit for one payment'),
    ).toBeVisible()
    await welcome.getByLabel('Per day').fill('2')
    await button(welcome, 'Continue').click()
    await atStep(welcome, 'Put some money in')
    const dashboard = await tuppence.openDashboard('limits')
    const auto = dashboard.getByRole('switch', { name: 'Pay small amounts without asking' })
    await expect(auto).toBeChecked()
    await expect(dashboard.getByLabel('Per day', { exact: true })).toHaveValue('2.00')

    await limits()
    await atStep(welcome, 'How much may be paid without asking?')
    await welcome.getByText('Ask me every time').click()
    await button(welcome, 'Continue').click()
    await atStep(welcome, 'Put some money in')
    await expect(auto).not.toBeChecked()
  })

  test('a passkey that was not used makes no wallet, and the passphrase is still there', async ({
    tuppence,
  }) => {
    const welcome = await tuppence.openDashboard('welcome')
    await button(welcome, /Create a new wallet/).click()
    await welcome.evaluate(() => {
      navigator.credentials.create = () => Promise.reject(new DOMException('', 'NotAllowedError'))
    })
    await button(welcome, /With a passkey/).click()
    await expect(welcome.getByText('The passkey was not used.')).toBeVisible()
    expect(await tuppence.payer()).toBeUndefined()
    await button(welcome, /With a passphrase/).click()
    await shownWords(welcome)
  })

  test('a backup file brings everything back', async ({ tuppence, world }) => {
    await tuppence.setUpWallet({ dollars: 0, lock: 'passphrase' })
    const credential = { passphrase }
    const file = await tuppence.command('exportBackup', { passphrase: 'for the file', credential })
    const profile = await mkdtemp(join(tmpdir(), 'tuppence-test-'))
    const context = await launchWithTuppence({ profile })
    try {
      const other = await Tuppence.of(context, world)
      const welcome = await other.openDashboard('welcome')
      await button(welcome, /Restore from a backup/).click()
      await atStep(welcome, 'Restore from a backup')
      await look(welcome, 'set-up-restore')
      await welcome.locator('input[type=file]').setInputFiles({
        name: 'tuppence-backup.json',
        mimeType: 'application/json',
        buffer: Buffer.from(String(file)),
      })
      await welcome.getByLabel('Passphrase of the file').fill('for the file')
      await button(welcome, 'Restore').click()
      await atStep(welcome, 'Your wallet is back')
      await expect(welcome.getByText('1 account is new.')).toBeVisible()
      await button(welcome, 'Continue').click()
      await atStep(welcome, 'Your wallet is ready')
      expect(await other.payer()).toBe(await tuppence.payer())
    } finally {
      await context.close()
      await rm(profile, { recursive: true, force: true })
    }
  })

  test('the practice article costs nothing and asks nobody', async ({ tuppence }) => {
    await tuppence.setUpWallet()
    const page = await tuppence.openDashboard('wallet')
    await page.goto(page.url().replace('/wallet', '/practice'))
    const before = await tuppence.balance()
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    await expect(page.getByText('Rowland Hill')).toBeHidden()
    await button(page, 'Pay $0.01').click()
    await expect(page.getByText('Rowland Hill')).toBeVisible()
    expect(await tuppence.payments()).toEqual([])
    expect(await tuppence.balance()).toBe(before)
    expect(asked).toEqual([])
  })
})
