import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { mnemonicToAccount } from 'viem/accounts'
import { reader } from '../../world/index'
import { expect, testInOwnBrowser as test } from '../fixtures'
import { article } from '../main/story'
import { passphrase } from '../tuppence'
import { pageTexts, workerTexts } from './heap'

const account = mnemonicToAccount(reader.phrase)
const key = Buffer.from(account.getHdKey().privateKey ?? [])
const secrets = [passphrase, reader.phrase, key.toString('hex'), 'xprv']

/** Names of the secrets that are in these texts. */
const secretsIn = (texts: string[]) =>
  secrets.filter((secret) => texts.some((text) => text.includes(secret)))

/** As `Tuppence.command`, from a page that can be closed: what it sent is in its memory. */
async function sendFrom(page: Page, type: string, data?: unknown): Promise<void> {
  await page.evaluate(
    ([type, data]) =>
      chrome.runtime.sendMessage({ id: Math.random(), type, data, timestamp: Date.now() }),
    [type, data] as const,
  )
}

/** Files of a profile that hold any of these bytes. */
async function filesWith(profile: string, wanted: Buffer[]): Promise<string[]> {
  const entries = await readdir(profile, { recursive: true, withFileTypes: true })
  const found = await Promise.all(
    entries
      .filter((entry) => entry.isFile())
      .map(async ({ parentPath, name }) => {
        const file = await readFile(join(parentPath, name)).catch(() => Buffer.alloc(0))
        return wanted.some((bytes) => file.includes(bytes)) ? [name] : []
      }),
  )
  return found.flat()
}

const spellings = (text: string) => [Buffer.from(text), Buffer.from(text, 'utf16le')]

test.describe('Locked means locked', { tag: ['@keys', '@attack'] }, () => {
  test('no key, phrase or passphrase is left in memory, in storage or on the disk', async ({
    tuppence,
    context,
    profile,
    page,
    world,
  }) => {
    await tuppence.connectLocalChain()
    await world.chain.mint(reader.address, 1_000_000n)
    const sender = await tuppence.openDashboard('welcome')
    const secret = { kind: 'phrase', phrase: reader.phrase }
    await sendFrom(sender, 'createWallet', { secret, passphrase, backedUp: true })
    await sendFrom(sender, 'lock')
    await sender.close()

    await page.goto(world.news.url + article.fiveCents.path)
    const popup = await tuppence.openPopup(page)
    await popup.getByLabel('Passphrase', { exact: true }).fill(passphrase)
    await popup.getByRole('button', { name: 'Unlock' }).click()
    await popup.getByRole('button', { name: 'Pay $0.05' }).click()
    await expect(popup.getByText('Paid $0.05 to news.localhost')).toBeVisible()
    await tuppence.command('addAccount', {})

    // What is searched for can be found while the wallet is open.
    const session = await tuppence.console.evaluate(() => chrome.storage.session.get())
    expect(secretsIn([JSON.stringify(session)])).toEqual([key.toString('hex'), 'xprv'])
    await tuppence.command('lock')
    const locked = await tuppence.console.evaluate(() => chrome.storage.session.get())
    // What is left says when and where the popup has opened.
    expect({ ...locked, prompts: [], askWindow: 0 }).toEqual({ prompts: [], askWindow: 0 })
    expect(secretsIn([JSON.stringify(locked)])).toEqual([])

    const worker = await tuppence.worker()
    const added = () =>
      Object.assign(globalThis, { mark: ['seen', 'here'].join(String(Date.now())) })
    await worker.evaluate(added)
    await expect(async () => {
      const heap = await workerTexts(context)
      expect(heap.some((text) => /^seen\d+here$/.test(text))).toBe(true)
      expect(secretsIn(heap)).toEqual([])
    }).toPass()
    for (const open of [popup, tuppence.console, page]) {
      await expect(async () => expect(secretsIn(await pageTexts(open))).toEqual([])).toPass()
    }

    const address = account.address.slice(2)
    expect(await filesWith(profile, spellings(address))).not.toEqual([])
    const bytes = [...secrets.flatMap(spellings), key]
    expect(await filesWith(profile, bytes)).toEqual([])
  })
})
