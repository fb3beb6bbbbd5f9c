import type { Page } from '@playwright/test'
import { mnemonicToAccount } from 'viem/accounts'
import { reader } from '../../world/index'
import { expect, test, testInOwnBrowser } from '../fixtures'
import { look } from '../look'
import { withAuthenticator } from './passkey'
import { atStep, button, choosePassphrase, fillWords, shownWords } from './set-up'

const WORDS = 'Write down these twelve words'

test.describe('The words', { tag: '@keys' }, () => {
  test('are in no address and no title; reload and Back do not bring them back', async ({
    tuppence,
  }) => {
    const page = await tuppence.openDashboard('welcome')
    const start = page.url()
    const before = await page.evaluate(() => history.length)
    await button(page, /Create a new wallet/).click()
    await button(page, /With a passphrase/).click()
    await atStep(page, WORDS)
    await look(page, 'set-up-words')
    const words = await shownWords(page)
    expect(page.url()).toBe(start)
    expect(await page.evaluate(() => history.length)).toBe(before)
    expect(await page.evaluate(() => JSON.stringify(history.state))).not.toContain(words[0])
    expect(await page.title()).toBe(`${WORDS} · Tuppence`)

    await page.goto(start.replace('/welcome', '/settings'))
    await expect(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible()
    await page.goBack()
    await atStep(page, 'Welcome to Tuppence')
    await expect(page.getByRole('list', { name: 'Your words' })).toBeHidden()

    await button(page, /Create a new wallet/).click()
    await button(page, /With a passphrase/).click()
    const other = await shownWords(page)
    expect(other).not.toEqual(words)
    await page.reload()
    await atStep(page, 'Welcome to Tuppence')
    await page.goto('about:blank')
    await page.goBack()
    await atStep(page, 'Welcome to Tuppence')
  })

  testInOwnBrowser(
    'leave the clipboard after a minute, unless something else is in it',
    async ({ tuppence, context }) => {
      await context.grantPermissions(['clipboard-read', 'clipboard-write'])
      const page = await context.newPage()
      await page.clock.install()
      const clipboard = () => page.evaluate(() => navigator.clipboard.readText())
      await page.goto(tuppence.console.url().replace('manifest.json', 'dashboard.html#/welcome'))
      await button(page, /Create a new wallet/).click()
      await button(page, /With a passphrase/).click()
      const words = await shownWords(page)
      // To these tests every page has the focus; one that did not copy cannot tell what it clears.
      for (const other of context.pages()) if (other !== page) await other.close()
      const isNoted = () =>
        page.evaluate(async () => 'clipboardUntil' in (await chrome.storage.session.get()))
      const copy = button(page, 'Copy the words')

      await copy.click()
      await expect(page.getByText('Copied. It leaves the clipboard in a minute.')).toBeVisible()
      expect(await clipboard()).toBe(words.join(' '))
      await page.clock.runFor(55_000)
      expect(await clipboard()).toBe(words.join(' '))
      await page.clock.runFor(6_000)
      await expect.poll(isNoted).toBe(false)
      expect(await clipboard()).toBe('')

      await copy.click()
      await expect.poll(clipboard).toBe(words.join(' '))
      await page.evaluate(() => navigator.clipboard.writeText('something else'))
      await expect.poll(isNoted).toBe(true)
      await page.clock.runFor(61_000)
      await expect.poll(isNoted).toBe(false)
      expect(await clipboard()).toBe('something else')
    },
  )

  testInOwnBrowser(
    'leave the clipboard with the next page of ours, when the tab was closed',
    async ({ tuppence, context }) => {
      await context.grantPermissions(['clipboard-read', 'clipboard-write'])
      const page = await tuppence.openDashboard('welcome')
      await button(page, /Create a new wallet/).click()
      await button(page, /With a passphrase/).click()
      const words = await shownWords(page)
      await button(page, 'Copy the words').click()
      await expect(page.getByText('Copied. It leaves the clipboard in a minute.')).toBeVisible()
      const clipboard = (of: Page) => of.evaluate(() => navigator.clipboard.readText())
      expect(await clipboard(page)).toBe(words.join(' '))
      const later = await context.newPage()
      for (const other of context.pages()) if (other !== later) await other.close()

      await later.clock.install({ time: Date.now() + 61_000 })
      await later.goto(page.url())
      await later.bringToFront()
      await expect.poll(() => clipboard(later)).toBe('')
    },
  )

  test('can be written down later: shown for the passkey, one of them asked again', async ({
    tuppence,
    page: other,
  }) => {
    const page = await tuppence.openDashboard('welcome')
    await withAuthenticator(page)
    await button(page, /Create a new wallet/).click()
    await button(page, /With a passkey/).click()
    await atStep(page, 'How much may be paid without asking?')
    await page.goto(page.url().replace('/welcome', '/wallet'))
    const reminder = page.getByRole('region', { name: 'Keep your words' })
    await reminder.getByRole('button', { name: 'Show my words' }).click()
    await reminder.getByRole('button', { name: 'Show my words' }).click()
    const words = await shownWords(page)
    await look(page, 'keep-words')
    expect(mnemonicToAccount(words.join(' ')).address).toBe(await tuppence.payer())
    await button(page, 'I have written them down').click()
    await page.getByLabel(/^Word \d+$/).fill('wrong')
    await button(page, 'Confirm').click()
    await expect(page.getByText(/This is not word/)).toBeVisible()
    await fillWords(page, words)
    await button(page, 'Confirm').click()
    await expect(page.getByText('Good. Your words are kept.')).toBeVisible()
    await page.reload()
    await expect(page.getByRole('heading', { name: 'Accounts' })).toBeVisible()
    await expect(page.getByText('Keep your words')).toBeHidden()
    const popup = await tuppence.openPopup(other)
    await expect(popup.getByText('Last payments')).toBeVisible()
    await expect(popup.getByText('Keep your words')).toBeHidden()
  })

  test('brought along are looked at as they are typed', async ({ tuppence }) => {
    const page = await tuppence.openDashboard('welcome')
    await button(page, /I already have one/).click()
    const field = page.getByLabel('The words')
    for (const attribute of ['data-1p-ignore', 'data-lpignore']) {
      await expect(field).toHaveAttribute(attribute)
    }
    await expect(field).toHaveAttribute('autocomplete', 'off')
    await expect(field).toHaveAttribute('spellcheck', 'false')
    const words = reader.phrase.split(' ')
    await field.pressSequentially('abandom ')
    await expect(page.getByText('This is not one of the words: abandom.')).toBeVisible()
    await field.fill('aband ')
    await expect(page.getByText('Perhaps abandon?')).toBeVisible()
    await field.fill(words.slice(1).join(' '))
    await button(page, 'Continue').click()
    await expect(page.getByText('That is 11 words.')).toBeVisible()
    await field.fill([words[1], words[0], ...words.slice(2)].join(' '))
    await expect(page.getByText(/One of the words is wrong/)).toBeVisible()
    await look(page, 'set-up-import')
    await field.fill(words.map((word, index) => `${index + 1}. ${word.toUpperCase()}`).join('\n'))
    await expect(page.getByText('These words are complete.')).toBeVisible()
    await button(page, 'Continue').click()
    await button(page, /With a passphrase/).click()
    await choosePassphrase(page, 'Import wallet')
    expect(await tuppence.payer()).toBe(reader.address)
  })
})
