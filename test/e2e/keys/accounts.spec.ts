import type { Page } from '@playwright/test'
import { generatePrivateKey, mnemonicToAccount, privateKeyToAccount } from 'viem/accounts'
import { reader } from '../../world/index'
import { expect } from '../fixtures'
import { passphrase, type Tuppence } from '../tuppence'
import { expectAccessible } from './accessible'
import { openPage, test } from './other-wallet'

const secret = { kind: 'phrase', phrase: reader.phrase }
const second = mnemonicToAccount(reader.phrase, { addressIndex: 1 }).address
const watched = '0x00000000000000000000000000000000000000A1'
const otherPhrase = 'test test test test test test test test test test test junk'

/** A wallet made of words, and the page of its accounts. */
async function openAccounts(tuppence: Tuppence): Promise<Page> {
  await tuppence.connectLocalChain()
  await tuppence.command('createWallet', { secret, passphrase, backedUp: true })
  const page = await tuppence.openDashboard('wallet')
  await expect(rowOf(page, 'Account 1')).toBeVisible()
  return page
}

/** The account in the list that is called so. */
function rowOf(page: Page, name: string) {
  return page
    .getByRole('list', { name: 'Your accounts' })
    .getByRole('listitem')
    .filter({ hasText: name })
}

function choose(page: Page, name: string): Promise<void> {
  return rowOf(page, name).getByRole('button').first().click()
}

async function startAdding(page: Page, kind: RegExp): Promise<void> {
  await page.getByRole('button', { name: 'Add an account' }).click()
  await page.getByRole('button', { name: kind }).click()
}

const add = (page: Page) => page.getByRole('button', { name: 'Add account' }).click()
const remove = (page: Page) => page.getByRole('button', { name: 'Remove', exact: true }).click()

test.describe('Accounts', { tag: '@keys' }, () => {
  test('another one of the words is added, named, looked up and made to pay', async ({
    tuppence,
    world,
  }) => {
    await world.chain.mint(second, 3_000_000n)
    const page = await openAccounts(tuppence)
    await expect(rowOf(page, 'Account 1')).toContainText('Pays')
    await startAdding(page, /Another one from your words/)
    await expectAccessible(page)
    await page.getByLabel('Name, if you like').fill('Reading')
    await add(page)
    await expect(page.getByText('Reading is here now.')).toBeVisible()
    await expect(page.getByText(second, { exact: true })).toBeVisible()
    await expect(rowOf(page, 'Reading')).toContainText('$3.00 test money')
    await expect(rowOf(page, 'Reading')).not.toContainText('Pays')

    await page.getByRole('button', { name: 'Pay from this account' }).click()
    await expect(rowOf(page, 'Reading')).toContainText('Pays')
    await expect(rowOf(page, 'Account 1')).not.toContainText('Pays')
    expect(await tuppence.payer()).toBe(second)

    await page.getByRole('button', { name: 'Rename' }).click()
    await page.getByLabel('Name', { exact: true }).fill('News and books')
    await page.getByRole('button', { name: 'Save' }).click()
    await expect(rowOf(page, 'News and books')).toContainText('From your words')
    await expectAccessible(page)
  })

  test('a private key comes in with the passphrase, and only once', async ({ tuppence }) => {
    const page = await openAccounts(tuppence)
    await startAdding(page, /A private key/)
    await page.getByLabel('Private key', { exact: true }).fill('0x12')
    await page.getByLabel('Your passphrase').fill('not this one')
    await add(page)
    await expect(page.getByText('This is not a private key.')).toBeVisible()
    await page.getByLabel('Private key', { exact: true }).fill(tuppence.privateKey)
    await add(page)
    await expect(page.getByText('This is not the passphrase.')).toBeVisible()
    await expectAccessible(page)
    await page.getByLabel('Your passphrase').fill(passphrase)
    await add(page)
    await expect(rowOf(page, 'Account 2')).toContainText('Imported key')
    await expect(page.getByText(tuppence.account.address, { exact: true })).toBeVisible()

    await startAdding(page, /A private key/)
    await page.getByLabel('Private key', { exact: true }).fill(tuppence.privateKey)
    await page.getByLabel('Your passphrase').fill(passphrase)
    await add(page)
    await expect(page.getByText('This account is here already.')).toBeVisible()
  })

  test('other words are looked at as they are typed, and have accounts of their own', async ({
    tuppence,
  }) => {
    const page = await openAccounts(tuppence)
    await startAdding(page, /Other words/)
    const words = page.getByLabel('The words')
    await words.fill('test tset ')
    await expect(page.getByText('This is not one of the words: tset.')).toBeVisible()
    await expectAccessible(page)
    await words.fill(otherPhrase.replace('junk', 'test'))
    await expect(page.getByText('One of the words is wrong')).toBeVisible()
    await words.fill('test test')
    await expect(page.getByText('One of the words is wrong')).toBeHidden()
    await page.getByLabel('Your passphrase').fill(passphrase)
    await add(page)
    await expect(page.getByText('That is 2 words.')).toBeVisible()
    await words.fill(otherPhrase)
    await expect(page.getByText('These words are complete.')).toBeVisible()
    await add(page)
    await expect(rowOf(page, 'Account 2')).toContainText('From your words, set 2')

    await startAdding(page, /Another one from your words/)
    await page.getByLabel('From which words').selectOption({ label: 'Set 2, with Account 2' })
    await add(page)
    const next = mnemonicToAccount(otherPhrase, { addressIndex: 1 }).address
    await expect(page.getByText(next, { exact: true })).toBeVisible()
  })

  test('a watched address is shown and can never be made to pay', async ({ tuppence }) => {
    const page = await openAccounts(tuppence)
    const payer = await tuppence.payer()
    await startAdding(page, /An address to watch/)
    await page.getByLabel('Address', { exact: true }).fill('0x12')
    await add(page)
    await expect(page.getByText('This is not an address.')).toBeVisible()
    await page.getByLabel('Address', { exact: true }).fill(watched)
    await page.getByLabel('Name, if you like').fill('Savings')
    await add(page)
    await expect(rowOf(page, 'Savings')).toContainText('Watch only')
    await expectAccessible(page)
    for (const name of ['Pay from this account', 'Show the private key', 'Show the words']) {
      await expect(page.getByRole('button', { name })).toHaveCount(0)
    }
    await expect(page.getByRole('heading', { name: 'Which account pays where' })).toBeHidden()
    const [, savings] = await tuppence.accounts()
    await expect(
      tuppence.command('setPayingAccount', { accountId: savings?.id }),
    ).rejects.toMatchObject({
      code: 'account_keyless',
    })
    expect(await tuppence.payer()).toBe(payer)
  })

  test('an account of another wallet comes by a web page', async ({
    installWallet,
    tuppence,
    world,
    page,
  }) => {
    const wallet = await installWallet()
    await tuppence.setUpWallet({ lock: 'passphrase' })
    await openPage({ world, tuppence, page })
    const dashboard = await tuppence.openDashboard('wallet')
    await startAdding(dashboard, /An account of another wallet/)
    await dashboard.getByRole('button', { name: 'Find my wallets' }).first().click()
    await expectAccessible(dashboard)
    await dashboard.getByRole('button', { name: 'Connect Other Wallet' }).click()
    await dashboard.getByRole('button', { name: /^Use 0x/ }).click()
    await expect(rowOf(dashboard, 'Account 2')).toContainText('In Other Wallet')
    await expect(dashboard.getByText(wallet.address, { exact: true })).toBeVisible()
    expect(wallet.asked.map(({ method }) => method)).toEqual(['eth_requestAccounts'])
  })

  test('the account that pays, and the only one that can, cannot be removed', async ({
    tuppence,
  }) => {
    const page = await openAccounts(tuppence)
    await tuppence.command('addWatchOnly', { address: watched, name: 'Savings' })
    await choose(page, 'Account 1')
    await remove(page)
    await expect(page.getByText('This is the only account that can pay.')).toBeVisible()
    await page.getByRole('button', { name: 'Keep it' }).click()
    await tuppence.command('addAccount', {})
    await remove(page)
    await expect(page.getByText('This account pays at the moment.')).toBeVisible()
    await expectAccessible(page)
  })

  test('removing says what is lost, and asks for the passphrase where a key goes', async ({
    tuppence,
  }) => {
    const page = await openAccounts(tuppence)
    const privateKey = generatePrivateKey()
    const { address } = privateKeyToAccount(privateKey)
    await tuppence.command('addAccount', { name: 'Reading' })
    await tuppence.command('importPrivateKey', {
      privateKey,
      name: 'Old key',
      credential: { passphrase },
    })

    await choose(page, 'Reading')
    await remove(page)
    await expect(page.getByText('You can add the account again from your words')).toBeVisible()
    await remove(page)
    await expect(rowOf(page, 'Reading')).toHaveCount(0)

    await choose(page, 'Old key')
    await remove(page)
    await expect(page.getByText('The only copy of this key in Tuppence goes')).toBeVisible()
    await expectAccessible(page)
    await remove(page)
    await expect(page.getByText('Type your passphrase')).toBeVisible()
    await page.getByLabel('Your passphrase').fill('not this one')
    await remove(page)
    await expect(page.getByText('This is not the passphrase.')).toBeVisible()
    expect(await tuppence.accounts()).toHaveLength(2)
    await page.getByLabel('Your passphrase').fill(passphrase)
    await remove(page)
    await expect(rowOf(page, 'Old key')).toHaveCount(0)
    const session = await tuppence.console.evaluate(() => chrome.storage.session.get())
    expect(JSON.stringify(session)).not.toContain(address.toLowerCase())

    await startAdding(page, /Another one from your words/)
    await add(page)
    await expect(page.getByText(second, { exact: true })).toBeVisible()
  })

  test('a site has an account of its own, chosen, changed and taken back', async ({ tuppence }) => {
    await tuppence.acquaint('https://paid.example')
    const page = await openAccounts(tuppence)
    await tuppence.command('addAccount', { name: 'Reading' })
    await expect(page.getByText('No site has an account of its own.')).toBeVisible()
    await expect(page.locator('datalist option')).toHaveAttribute('value', 'paid.example')
    await page.getByLabel('Site', { exact: true }).fill('no site')
    await page.getByRole('button', { name: 'Add the site' }).click()
    await expect(page.getByText('Type the address of a site')).toBeVisible()
    await page.getByLabel('Site', { exact: true }).fill('news.example')
    await page.getByRole('button', { name: 'Add the site' }).click()

    const chosen = page.getByLabel('Account that pays on news.example')
    await expect(chosen.locator('option:checked')).toHaveText('Reading')
    await expectAccessible(page)
    await chosen.selectOption({ label: 'Account 1' })
    const [first] = await tuppence.accounts()
    await expect
      .poll(() => tuppence.siteAccounts())
      .toEqual([{ site: 'https://news.example', accountId: first?.id }])
    await page.getByRole('button', { name: 'Let the usual account pay on news.example' }).click()
    await expect(page.getByText('No site has an account of its own.')).toBeVisible()
    expect(await tuppence.siteAccounts()).toEqual([])
  })
})
