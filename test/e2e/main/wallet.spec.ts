import type { Page } from '@playwright/test'
import { mnemonicToAccount, privateKeyToAccount } from 'viem/accounts'
import { reader } from '../../world/index'
import { expect, test } from '../fixtures'
import { passphrase, type Tuppence } from '../tuppence'

async function choosePassphrase(page: Page, button: string) {
  await page.getByLabel('Passphrase', { exact: true }).fill(passphrase)
  await page.getByLabel('Passphrase again', { exact: true }).fill(passphrase)
  await page.getByRole('button', { name: button }).click()
  await expect(page.getByRole('heading', { name: 'Your wallet is ready' })).toBeVisible()
}

/** Everything that the extension keeps at rest, as text. */
function atRest({ console }: Tuppence): Promise<string> {
  return console.evaluate(async () => {
    const open = indexedDB.open('tuppence')
    const db = await new Promise<IDBDatabase>((resolve) => {
      open.onsuccess = () => resolve(open.result)
    })
    const rows = await Promise.all(
      [...db.objectStoreNames].map(
        (name) =>
          new Promise((resolve) => {
            const all = db.transaction(name).objectStore(name).getAll()
            all.onsuccess = () => resolve(all.result)
          }),
      ),
    )
    const text = (value: unknown) =>
      JSON.stringify(value, (_key, one) => (typeof one === 'bigint' ? String(one) : one))
    return text([rows, await chrome.storage.local.get(), await chrome.storage.sync.get()])
  })
}

test.describe('Wallet', { tag: '@main' }, () => {
  test('a new one: twelve words, three of them again, a passphrase', async ({ tuppence }) => {
    const page = await tuppence.openDashboard('welcome')
    await page.getByRole('button', { name: /Create a new wallet/ }).click()
    const words = await page
      .getByRole('list', { name: 'Your twelve words' })
      .getByRole('listitem')
      .allInnerTexts()
    const phrase = words.map((word) => word.replace(/[^a-z]/g, ''))
    expect(phrase).toHaveLength(12)
    await page.getByRole('button', { name: 'I have written them down' }).click()

    for (const field of await page.getByLabel(/^Word \d+$/).all()) await field.fill('wrong')
    await page.getByRole('button', { name: 'Confirm' }).click()
    await expect(page.getByText(/This is not word/).first()).toBeVisible()
    for (const field of await page.getByLabel(/^Word \d+$/).all()) {
      const label = await field.evaluate(
        (input: HTMLInputElement) => input.labels?.[0]?.textContent,
      )
      await field.fill(phrase[Number(label?.match(/\d+/)?.[0]) - 1] ?? '')
    }
    await page.getByRole('button', { name: 'Confirm' }).click()
    await choosePassphrase(page, 'Create wallet')

    const { address } = mnemonicToAccount(phrase.join(' '))
    await expect(page.getByText(address)).toBeVisible()
    const kept = (await atRest(tuppence)).toLowerCase()
    expect(kept).toContain(address.toLowerCase())
    expect(kept).not.toContain(phrase.join(' '))
    expect(kept).not.toContain(passphrase)
  })

  test('one brought along as words', async ({ tuppence }) => {
    const page = await tuppence.openDashboard('welcome')
    await page.getByRole('button', { name: /I already have one/ }).click()
    await page.getByLabel('Your words').fill('these are not the twelve words of any wallet at all')
    await page.getByRole('button', { name: 'Continue' }).click()
    await expect(page.getByRole('alert').or(page.getByText(/word/i)).first()).toBeVisible()
    await page.getByLabel('Your words').fill(`  ${reader.phrase.toUpperCase()}\n`)
    await page.getByRole('button', { name: 'Continue' }).click()
    await choosePassphrase(page, 'Import wallet')
    await expect(page.getByText(reader.address)).toBeVisible()
  })

  test('one brought along as a private key', async ({ tuppence }) => {
    const page = await tuppence.openDashboard('welcome')
    await page.getByRole('button', { name: /I already have one/ }).click()
    await page.getByText('Private key', { exact: true }).click()
    await page.getByLabel('Private key', { exact: true }).last().fill(tuppence.privateKey)
    await page.getByRole('button', { name: 'Continue' }).click()
    await choosePassphrase(page, 'Import wallet')
    await expect(page.getByText(privateKeyToAccount(tuppence.privateKey).address)).toBeVisible()
    expect((await atRest(tuppence)).toLowerCase()).not.toContain(tuppence.privateKey.slice(2))
  })

  test('locked means locked: no key is left in the session', async ({ tuppence, page }) => {
    await tuppence.setUpWallet()
    const popup = await tuppence.openPopup(page)
    await popup.getByRole('button', { name: 'Lock' }).click()
    await expect(popup.getByRole('button', { name: 'Unlock' })).toBeVisible()
    expect(await tuppence.console.evaluate(() => chrome.storage.session.get())).toEqual({})
  })

  test('a second wallet does not replace the first', async ({ tuppence }) => {
    await tuppence.setUpWallet()
    await expect(
      tuppence.command('createWallet', {
        secret: { kind: 'phrase', phrase: reader.phrase },
        passphrase,
        backedUp: true,
      }),
    ).rejects.toMatchObject({ code: 'wallet_exists' })
  })
})
