import { mnemonicToAccount, privateKeyToAccount } from 'viem/accounts'
import { reader } from '../../world/index'
import { expect, test } from '../fixtures'
import { button, choosePassphrase, fillWords, shownWords } from '../keys/set-up'
import { passphrase, type Tuppence } from '../tuppence'

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
    await button(page, /Create a new wallet/).click()
    await button(page, /With a passphrase/).click()
    const phrase = await shownWords(page)
    await button(page, 'I have written them down').click()

    await fillWords(
      page,
      phrase.map(() => 'wrong'),
    )
    await button(page, 'Confirm').click()
    await expect(page.getByText(/This is not word/).first()).toBeVisible()
    await fillWords(page, phrase)
    await button(page, 'Confirm').click()
    await choosePassphrase(page, 'Create wallet')

    const { address } = mnemonicToAccount(phrase.join(' '))
    expect(await tuppence.payer()).toBe(address)
    const kept = (await atRest(tuppence)).toLowerCase()
    expect(kept).toContain(address.toLowerCase())
    expect(kept).not.toContain(phrase.join(' '))
    expect(kept).not.toContain(passphrase)
  })

  test('one brought along as words', async ({ tuppence }) => {
    const page = await tuppence.openDashboard('welcome')
    await button(page, /I already have one/).click()
    await page.getByLabel('The words').fill('these are not the twelve words of any wallet at all')
    await button(page, 'Continue').click()
    await expect(page.getByText(/This is not one of the words/)).toBeVisible()
    await page.getByLabel('The words').fill(`  ${reader.phrase.toUpperCase()}\n`)
    await button(page, 'Continue').click()
    await button(page, /With a passphrase/).click()
    await choosePassphrase(page, 'Import wallet')
    expect(await tuppence.payer()).toBe(reader.address)
  })

  test('one brought along as a private key', async ({ tuppence }) => {
    const page = await tuppence.openDashboard('welcome')
    await button(page, /I already have one/).click()
    await page.getByText('Private key', { exact: true }).click()
    await page.getByLabel('Private key', { exact: true }).last().fill(tuppence.privateKey)
    await button(page, 'Continue').click()
    await button(page, /With a passphrase/).click()
    await choosePassphrase(page, 'Import wallet')
    expect(await tuppence.payer()).toBe(privateKeyToAccount(tuppence.privateKey).address)
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
