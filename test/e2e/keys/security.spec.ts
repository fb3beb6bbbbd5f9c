import type { Page } from '@playwright/test'
import { reader } from '../../world/index'
import { expect, test } from '../fixtures'
import { passphrase, type Tuppence } from '../tuppence'
import { expectAccessible } from './accessible'
import { makePasskey, withAuthenticator } from './passkey'

const secret = { kind: 'phrase', phrase: reader.phrase }
const another = 'a better one than before'

/** The security page of a wallet with a passphrase, on a machine that has passkeys. */
async function openSecurity(tuppence: Tuppence): Promise<Page> {
  await tuppence.command('createWallet', { secret, passphrase, backedUp: true })
  const page = await tuppence.openDashboard('security')
  await withAuthenticator(page)
  return page
}

async function addPasskey(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Add a passkey' }).click()
  await page.getByLabel('Name of the device, if you like').fill(name)
  await page.getByLabel('Your passphrase').fill(passphrase)
  await page.getByRole('button', { name: 'Add a passkey' }).last().click()
  await expect(page.getByText('The passkey opens the wallet from now on.')).toBeVisible()
}

const isOpen = async (tuppence: Tuppence) =>
  'unlocked' in (await tuppence.console.evaluate(() => chrome.storage.session.get()))

test.describe('Security page', { tag: '@keys' }, () => {
  test('a passkey is added, opens the wallet, stands in for the passphrase, and is removed', async ({
    tuppence,
  }) => {
    const page = await openSecurity(tuppence)
    await expectAccessible(page)
    await addPasskey(page, 'This laptop')
    const row = page
      .getByRole('list', { name: 'Passkeys' })
      .getByText('Passkey "This laptop"', { exact: true })
    await expect(row).toBeVisible()
    await expectAccessible(page)

    await page.getByRole('button', { name: 'Lock now' }).click()
    await expect.poll(() => isOpen(tuppence)).toBe(false)
    await page
      .getByRole('main')
      .getByRole('button', { name: /^Unlock with .*passkey/i })
      .click()
    await expect(page.getByText('The wallet is unlocked.')).toBeVisible()
    expect(await isOpen(tuppence)).toBe(true)

    await page.getByRole('button', { name: 'Remove the passkey "This laptop"' }).click()
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Use a passkey' }).click()
    await expect(page.getByText('The passkey does not open the wallet any more.')).toBeVisible()
    await expect(row).toBeHidden()
  })

  test('the passphrase goes once a passkey has shown that it opens the wallet', async ({
    tuppence,
  }) => {
    const page = await openSecurity(tuppence)
    const remove = page.getByRole('button', { name: 'Remove the passphrase' })
    await expect(page.getByRole('button', { name: 'Change the passphrase' })).toBeVisible()
    await expect(remove).toBeHidden()
    await addPasskey(page, 'This laptop')
    await remove.click()
    await expect(page.getByText('only your words or a backup bring the wallet back')).toBeVisible()
    await expect(page.getByText('Your device asks for your passkey.')).toBeVisible()
    await expect(page.getByLabel('Your passphrase')).toBeHidden()
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Cancel' }).click()
    await expect(remove).toBeFocused()

    await remove.click()
    await expect(page.getByText('Your device asks for your passkey.')).toBeVisible()
    await remove.last().click()
    await expect(page.getByText('The passphrase does not open the wallet any more.')).toBeFocused()
    await expect(remove).toBeHidden()
    await expect(page.getByRole('button', { name: 'Set a passphrase' })).toBeVisible()
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Lock now' }).click()
    await expect(tuppence.command('unlock', { passphrase })).rejects.toMatchObject({
      code: 'passphrase_wrong',
    })
    await page
      .getByRole('main')
      .getByRole('button', { name: /^Unlock with .*passkey/i })
      .click()
    await expect(page.getByText('The wallet is unlocked.')).toBeVisible()
  })

  test('a wrong passphrase makes no second passkey', async ({ tuppence }) => {
    const page = await openSecurity(tuppence)
    await page.evaluate(() => {
      const { credentials } = navigator
      const create = credentials.create.bind(credentials)
      Object.assign(globalThis, { made: 0 })
      credentials.create = (options) => {
        Object.assign(globalThis, { made: Reflect.get(globalThis, 'made') + 1 })
        return create(options)
      }
    })
    await page.getByRole('button', { name: 'Add a passkey' }).click()
    await page.getByLabel('Your passphrase').fill('not this one')
    await page.getByRole('button', { name: 'Add a passkey' }).last().click()
    await expect(page.getByText('This is not the passphrase.')).toBeVisible()
    await page.getByLabel('Your passphrase').fill(passphrase)
    await page.getByRole('button', { name: 'Add a passkey' }).last().click()
    await expect(page.getByText('The passkey opens the wallet from now on.')).toBeVisible()
    expect(await page.evaluate('made')).toBe(1)
  })

  test('the passphrase is changed: the old one opens nothing', async ({ tuppence }) => {
    const page = await openSecurity(tuppence)
    const change = page.getByRole('button', { name: 'Change the passphrase' })
    await change.click()
    await page.getByLabel('New passphrase', { exact: true }).fill('short')
    await page.getByLabel('Your passphrase until now').fill(passphrase)
    await change.last().click()
    await expect(page.getByText('The passphrase is too short.')).toBeVisible()
    await page.getByLabel('New passphrase', { exact: true }).fill(another)
    await page.getByLabel('New passphrase again').fill('something else')
    await change.last().click()
    await expect(page.getByText('The two do not match')).toBeVisible()
    await expectAccessible(page)
    await page.getByLabel('New passphrase again').fill(another)
    await change.last().click()
    await expect(page.getByText('The new passphrase holds from now on.')).toBeVisible()

    await tuppence.command('lock')
    await expect(tuppence.command('unlock', { passphrase })).rejects.toMatchObject({
      code: 'passphrase_wrong',
    })
    await tuppence.command('unlock', { passphrase: another })
    expect(await isOpen(tuppence)).toBe(true)
  })

  test('a wallet with one passkey keeps it until there is another way, and gets a passphrase', async ({
    tuppence,
  }) => {
    const page = await tuppence.openDashboard('security')
    await expect(page.getByText('There is no wallet yet.')).toBeVisible()
    await withAuthenticator(page)
    const passkey = await makePasskey(page)
    await tuppence.command('createWallet', { secret, passkey, backedUp: true })
    const remove = page.getByRole('button', { name: 'Remove the passkey' })
    await remove.click()
    // The one that opens the form, and the one in it.
    await expect(remove).toHaveCount(2)
    await remove.last().click()
    await expect(page.getByText('This is the only way to open the wallet.')).toBeVisible()
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Cancel' }).click()
    await expect(page.getByRole('button', { name: 'Remove the passkey' })).toBeFocused()

    await page.getByRole('button', { name: 'Set a passphrase' }).click()
    await expect(page.getByText('Your device asks for your passkey.')).toBeVisible()
    await page.getByLabel('New passphrase', { exact: true }).fill(another)
    await page.getByLabel('New passphrase again').fill(another)
    await page.getByRole('button', { name: 'Set a passphrase' }).last().click()
    await expect(page.getByRole('button', { name: 'Change the passphrase' })).toBeVisible()
    await tuppence.command('lock')
    await tuppence.command('unlock', { passphrase: another })
  })

  test('when it locks by itself is chosen here, and the keys that lock it are named', async ({
    tuppence,
  }) => {
    const page = await openSecurity(tuppence)
    await expect(page.getByText('It locks after 1 hour without use.')).toBeVisible()
    await expect(page.getByText('press Alt+Shift+L')).toBeVisible()
    const label = 'After so long without use'
    await page.getByLabel(label).selectOption({ label: '5 minutes' })
    await expect(page.getByText('It locks after 5 minutes without use.')).toBeVisible()
    await page.getByRole('switch', { name: 'Lock with the screen' }).click()
    const stored = async () =>
      (await tuppence.settings()).find(({ key }) => key === 'autoLock')?.value
    await expect.poll(stored).toEqual({ minutes: 5, onSystemLock: false })
    await page.getByLabel(label).selectOption({ label: 'Only when the browser closes' })
    await expect(page.getByText('It locks when the browser closes.')).toBeVisible()
    await expect.poll(stored).toEqual({ minutes: null, onSystemLock: false })

    await page.getByRole('button', { name: 'Lock now' }).click()
    await expect(page.getByText('Nothing is paid until you unlock it.')).toBeVisible()
    expect(await isOpen(tuppence)).toBe(false)
    await expectAccessible(page)
  })
})
