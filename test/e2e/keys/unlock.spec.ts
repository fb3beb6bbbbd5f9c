import type { Page } from '@playwright/test'
import { reader } from '../../world/index'
import { expect, test } from '../fixtures'
import { look } from '../look'
import { passphrase, type Tuppence } from '../tuppence'
import { makePasskey, withAuthenticator } from './passkey'
import { button } from './set-up'

const secret = { kind: 'phrase', phrase: reader.phrase }
const wrong = 'not my passphrase'

/** The popup over a page, on a machine with a passkey. */
async function popupWithAuthenticator(tuppence: Tuppence, page: Page): Promise<Page> {
  const popup = await tuppence.openPopup(page)
  await withAuthenticator(popup)
  return popup
}

/** Whether the keys are at hand. */
function isUnlocked({ console }: Tuppence): Promise<boolean> {
  return console.evaluate(async () => 'unlocked' in (await chrome.storage.session.get()))
}

test.describe('Unlock', { tag: '@keys' }, () => {
  test('with the passkey, in the popup, where there is no passphrase to ask for', async ({
    tuppence,
    page,
  }) => {
    const popup = await popupWithAuthenticator(tuppence, page)
    const passkey = await makePasskey(popup)
    await tuppence.command('createWallet', { secret, passkey, backedUp: true })
    await tuppence.command('lock')
    await expect(button(popup, 'Unlock with a passkey')).toBeFocused()
    await expect(popup.getByLabel('Passphrase')).toHaveCount(0)
    await look(popup, 'popup-locked-passkey')
    await button(popup, 'Unlock with a passkey').click()
    await expect(popup.getByText('Last payments')).toBeVisible()
    expect(await isUnlocked(tuppence)).toBe(true)
  })

  test('with either, where the wallet has both', async ({ tuppence, page }) => {
    const popup = await popupWithAuthenticator(tuppence, page)
    const passkey = await makePasskey(popup)
    await tuppence.command('createWallet', { secret, passkey, passphrase, backedUp: true })
    await tuppence.command('lock')
    await popup.getByLabel('Passphrase', { exact: true }).fill(passphrase)
    await look(popup, 'popup-locked-both')
    await popup.getByRole('button', { name: 'Unlock', exact: true }).click()
    await expect(popup.getByText('Last payments')).toBeVisible()
    await tuppence.command('lock')
    await button(popup, 'Unlock with a passkey').click()
    await expect(popup.getByText('Last payments')).toBeVisible()
  })

  test('says so when the passkey was not used, and asks again', async ({ tuppence, page }) => {
    const popup = await popupWithAuthenticator(tuppence, page)
    const passkey = await makePasskey(popup)
    await tuppence.command('createWallet', { secret, passkey, backedUp: true })
    await tuppence.command('lock')
    await popup.evaluate(() => {
      const { get } = navigator.credentials
      navigator.credentials.get = (options) => {
        navigator.credentials.get = get
        return Promise.reject(new DOMException(String(options), 'NotAllowedError'))
      }
    })
    await button(popup, 'Unlock with a passkey').click()
    await expect(popup.getByText('The passkey was not used.')).toBeVisible()
    expect(await isUnlocked(tuppence)).toBe(false)
    await button(popup, 'Unlock with a passkey').click()
    await expect(popup.getByText('Last payments')).toBeVisible()
  })

  test('goes on in the dashboard where the question closes the popup', async ({
    tuppence,
    context,
    page,
  }) => {
    let popup = await popupWithAuthenticator(tuppence, page)
    const passkey = await makePasskey(popup)
    await tuppence.command('createWallet', { secret, passkey, passphrase, backedUp: true })
    await tuppence.command('lock')
    // The question stays open, and the popup goes away under it.
    await popup.evaluate(() => {
      navigator.credentials.get = () => new Promise(() => {})
    })
    await button(popup, 'Unlock with a passkey').click()
    await expect
      .poll(() => tuppence.console.evaluate(() => chrome.storage.local.get()))
      .toHaveProperty('passkeyClosedPopup', true)
    await popup.close()

    popup = await tuppence.openPopup(page)
    const opened = context.waitForEvent('page')
    await button(popup, 'Unlock with a passkey').click()
    const dashboard = await opened
    await expect(dashboard).toHaveURL(/dashboard\.html#\/wallet$/)
    await expect(button(dashboard, 'Unlock with a passkey')).toBeVisible()
    await look(dashboard, 'dashboard-locked-both')
  })

  test('counts the seconds down after too many wrong passphrases', async ({ tuppence, page }) => {
    test.setTimeout(90_000)
    await tuppence.setUpWallet({ lock: 'passphrase' })
    await tuppence.command('lock')
    for (let guess = 0; guess < 5; guess++) {
      await expect(tuppence.command('unlock', { passphrase: wrong })).rejects.toMatchObject({
        code: 'passphrase_wrong',
      })
    }
    const popup = await tuppence.openPopup(page)
    await popup.getByLabel('Passphrase', { exact: true }).fill(passphrase)
    await popup.getByRole('button', { name: 'Unlock', exact: true }).click()
    await expect(popup.getByText('There were too many wrong tries.')).toBeVisible()
    await expect(popup.getByText(/You can try again in \d second/)).toBeVisible()
    await expect(popup.getByRole('button', { name: 'Unlock', exact: true })).toHaveAttribute(
      'aria-disabled',
      'true',
    )
    expect(await isUnlocked(tuppence)).toBe(false)
    await expect(popup.getByText(/You can try again in/)).toBeHidden({ timeout: 15_000 })
    await popup.getByRole('button', { name: 'Unlock', exact: true }).click()
    await expect(popup.getByText('Last payments')).toBeVisible()
  })
})
