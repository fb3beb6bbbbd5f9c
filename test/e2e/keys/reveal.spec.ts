import type { Page } from '@playwright/test'
import { reader } from '../../world/index'
import { expect, test, testInOwnBrowser } from '../fixtures'
import { passphrase, type Tuppence } from '../tuppence'
import { expectAccessible } from './accessible'
import { pageTexts } from './heap'

const secret = { kind: 'phrase', phrase: reader.phrase }

async function openWallet(tuppence: Tuppence): Promise<Page> {
  await tuppence.command('createWallet', { secret, passphrase, backedUp: true })
  const page = await tuppence.openDashboard('wallet')
  await expect(page.getByText(reader.address, { exact: true })).toBeVisible()
  return page
}

const words = (page: Page) => page.getByRole('list', { name: 'Your words' }).getByRole('listitem')
const show = (page: Page) => page.getByRole('button', { name: 'Show the words' }).click()

/** Past the risk and the passphrase, as far as the covered words. */
async function ask(page: Page): Promise<void> {
  await show(page)
  await page.getByRole('button', { name: 'I understand, go on' }).click()
  await giveKey(page)
}

async function giveKey(page: Page): Promise<void> {
  await page.getByLabel('Your passphrase').fill(passphrase)
  await show(page)
  await expect(page.getByRole('button', { name: 'Press to show' })).toBeVisible()
}

async function reveal(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Press to show' }).click()
  await expect(words(page)).toHaveCount(12)
}

test.describe('Showing a secret', { tag: '@keys' }, () => {
  test('says the risk, asks for the passphrase, and shows the words when pressed', async ({
    tuppence,
  }) => {
    const page = await openWallet(tuppence)
    await show(page)
    await expect(page.getByText('Nobody from Tuppence will ever ask you for it.')).toBeVisible()
    await expect(page.getByLabel('Your passphrase')).toBeHidden()
    await expectAccessible(page)
    await page.getByRole('button', { name: 'I understand, go on' }).click()
    await expect(page.getByLabel('Your passphrase')).toBeFocused()
    await page.getByLabel('Your passphrase').fill('not this one')
    await show(page)
    await expect(page.getByText('This is not the passphrase.')).toBeVisible()
    await expect(page.getByRole('button', { name: 'Press to show' })).toBeHidden()
    await giveKey(page)
    await expectAccessible(page)
    expect(await page.content()).not.toContain('sausage')
    await reveal(page)
    await expectAccessible(page)
    const shown = (await words(page).allInnerTexts()).map((word) => word.replace(/[^a-z]/g, ''))
    expect(shown.join(' ')).toBe(reader.phrase)
    await page.getByRole('button', { name: 'Hide' }).click()
    await expect(words(page)).toHaveCount(0)
  })

  test('shows the private key of one account', async ({ tuppence }) => {
    await tuppence.setUpWallet({ lock: 'passphrase' })
    const page = await tuppence.openDashboard('wallet')
    await page.getByRole('button', { name: 'Show the private key' }).click()
    await page.getByRole('button', { name: 'I understand, go on' }).click()
    await page.getByLabel('Your passphrase').fill(passphrase)
    await page.getByRole('button', { name: 'Show the private key' }).click()
    await page.getByRole('button', { name: 'Press to show' }).click()
    await expect(page.getByText(tuppence.privateKey)).toBeVisible()
    await expect(page.getByRole('button', { name: 'Show the words' })).toHaveCount(0)
    await expectAccessible(page)
  })

  testInOwnBrowser('ends after a minute', async ({ tuppence }) => {
    const page = await openWallet(tuppence)
    await page.clock.install()
    await ask(page)
    await reveal(page)
    await page.clock.fastForward(58_000)
    await expect(words(page)).toHaveCount(12)
    await page.clock.fastForward(3_000)
    await expect(page.getByText('It is hidden again.')).toBeVisible()
    await expect(words(page)).toHaveCount(0)
    await expectAccessible(page)
    await show(page)
    await expect(page.getByLabel('Your passphrase')).toHaveValue('')
  })

  const endings: [string, (page: Page, tuppence: Tuppence) => Promise<unknown>][] = [
    ['the window loses the focus', (page) => page.evaluate(() => dispatchEvent(new Event('blur')))],
    ['the wallet is locked', (_page, tuppence) => tuppence.command('lock')],
  ]
  for (const [what, happen] of endings) {
    test(`ends when ${what}`, async ({ tuppence }) => {
      const page = await openWallet(tuppence)
      await ask(page)
      await reveal(page)
      await happen(page, tuppence)
      await expect(words(page)).toHaveCount(0)
      await expect(page.getByRole('button', { name: 'Press to show' })).toHaveCount(0)
    })
  }

  test('is brought back by neither Back nor reload, and leaves nothing in address or title', async ({
    tuppence,
  }) => {
    const page = await openWallet(tuppence)
    const entries = () => page.evaluate(() => history.length)
    const before = await entries()
    await ask(page)
    await reveal(page)
    expect(await entries()).toBe(before)
    expect(page.url()).toMatch(/#\/wallet$/)
    expect(await page.title()).toBe('Wallet · Tuppence')
    expect(await page.evaluate(() => JSON.stringify(history.state))).not.toContain('sausage')

    await page.getByRole('link', { name: 'Limits' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Limits' })).toBeVisible()
    await page.goBack()
    await expect(page.getByText(reader.address, { exact: true })).toBeVisible()
    await expect(words(page)).toHaveCount(0)
    await show(page)
    await expect(page.getByRole('button', { name: 'I understand, go on' })).toBeVisible()
    await page.getByRole('button', { name: 'Cancel' }).click()

    await ask(page)
    await reveal(page)
    await page.reload()
    await expect(page.getByText(reader.address, { exact: true })).toBeVisible()
    await expect(words(page)).toHaveCount(0)
    await show(page)
    await expect(page.getByRole('button', { name: 'I understand, go on' })).toBeVisible()
  })

  test('has to wait after too many wrong tries, and counts the seconds', async ({ tuppence }) => {
    const page = await openWallet(tuppence)
    await show(page)
    await page.getByRole('button', { name: 'I understand, go on' }).click()
    for (let wrong = 1; wrong <= 5; wrong += 1) {
      await tuppence.command('unlock', { passphrase: `wrong ${wrong}` }).catch(() => undefined)
    }
    await page.getByLabel('Your passphrase').fill(passphrase)
    await show(page)
    await expect(page.getByText('There were too many wrong tries.')).toBeVisible()
    await expect(page.getByRole('timer')).toHaveText(/You can try again in \d seconds?\./)
    await expectAccessible(page)
    await expect(page.getByRole('timer')).toBeHidden()
    await show(page)
    await expect(page.getByRole('button', { name: 'Press to show' })).toBeVisible()
  })

  test('leaves neither the words nor the passphrase in the memory of the page', async ({
    tuppence,
  }) => {
    const page = await openWallet(tuppence)
    const kept = async () => {
      const texts = await pageTexts(page)
      return [reader.phrase, passphrase].filter((one) => texts.some((text) => text.includes(one)))
    }
    await ask(page)
    await reveal(page)
    expect(await kept()).toContain(reader.phrase)
    await page.getByRole('button', { name: 'Done' }).click()
    await expect(words(page)).toHaveCount(0)
    await expect(async () => expect(await kept()).toEqual([])).toPass()
  })
})
