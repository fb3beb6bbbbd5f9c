import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { reader, type World } from '../../world/index'
import { expect, test } from '../fixtures'
import { launchWithTuppence } from '../launch'
import { passphrase, Tuppence } from '../tuppence'
import { expectAccessible } from './accessible'

const secret = { kind: 'phrase', phrase: reader.phrase }
const ofFile = 'for the file alone'

interface SavedFile {
  name: string
  text: string
}

/** Saves a backup as a person does; gives the file. */
async function save(page: Page): Promise<SavedFile> {
  await page.getByRole('button', { name: 'Save a backup' }).click()
  await page.getByLabel('Passphrase for the file', { exact: true }).fill(ofFile)
  await page.getByLabel('Passphrase for the file again').fill(ofFile)
  await page.getByLabel('Your passphrase').fill(passphrase)
  const downloads = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Save the file' }).click()
  const download = await downloads
  await expect(page.getByText(`Saved as ${download.suggestedFilename()}`)).toBeVisible()
  return {
    name: download.suggestedFilename(),
    text: await readFile(await download.path(), 'utf8'),
  }
}

async function choose(page: Page, { name, text }: SavedFile): Promise<void> {
  const file = { name, mimeType: 'application/json', buffer: Buffer.from(text) }
  await page.getByLabel('Choose the file').setInputFiles(file)
}

const restore = (page: Page) => page.getByRole('button', { name: 'Restore', exact: true }).click()

/** The same with the extension in a browser of its own. */
async function inAnotherBrowser(world: World, use: (tuppence: Tuppence) => Promise<void>) {
  const profile = await mkdtemp(join(tmpdir(), 'tuppence-test-'))
  const context = await launchWithTuppence({ profile })
  try {
    await use(await Tuppence.of(context, world))
  } finally {
    await context.close()
    await rm(profile, { recursive: true, force: true })
  }
}

test.describe('Backup', { tag: '@keys' }, () => {
  test('goes into a file and comes into the wallet of another browser', async ({
    tuppence,
    world,
  }) => {
    test.setTimeout(90_000)
    await tuppence.command('createWallet', { secret, passphrase, backedUp: true })
    await tuppence.command('addAccount', { name: 'Reading' })
    await tuppence.command('setSiteRule', {
      site: 'https://news.example',
      rule: { mode: 'never' },
    })
    const page = await tuppence.openDashboard('security')
    const file = await save(page)
    expect(file.name).toMatch(/^tuppence-backup-\d{4}-\d\d-\d\d\.json$/)
    for (const kept of [reader.phrase, reader.address, 'news.example']) {
      expect(file.text).not.toContain(kept)
    }

    await inAnotherBrowser(world, async (other) => {
      await other.setUpWallet({ dollars: 0, lock: 'passphrase' })
      const payer = await other.payer()
      const page = await other.openDashboard('security')
      await page.getByRole('button', { name: 'Restore from a backup' }).click()
      await restore(page)
      await expect(page.getByText('Type your passphrase')).toBeVisible()
      await expect(page.getByText('Choose the file first')).toBeVisible()
      await expect(page.getByText('Type the passphrase of the file')).toBeVisible()
      await choose(page, file)
      await expect(page.getByText(file.name)).toBeVisible()
      await expectAccessible(page)
      await page.getByLabel('Passphrase of the file').fill('not this one')
      await page.getByLabel('Your passphrase').fill(passphrase)
      await restore(page)
      await expect(page.getByText('This is not the passphrase of the file.')).toBeVisible()
      await expect(page.getByText('Check capital letters')).toBeHidden()
      await page.getByLabel('Passphrase of the file').fill(ofFile)
      await page.getByLabel('Your passphrase').fill('nor this one')
      await restore(page)
      await expect(page.getByText('Check capital letters')).toBeVisible()
      await page.getByLabel('Your passphrase').fill(passphrase)
      await restore(page)
      await expect(page.getByText('2 accounts are new.')).toBeVisible()
      await expectAccessible(page)

      const names = (await other.accounts()).map(({ kind, name }) => `${kind} ${name}`)
      expect(names).toEqual(['imported ', 'derived ', 'derived Reading'])
      expect(await other.payer()).toBe(payer)
      expect(await other.siteRules()).toEqual([])

      await page.getByRole('button', { name: 'Restore from a backup' }).click()
      await choose(page, file)
      await page.getByRole('switch', { name: 'Take its limits and rules too' }).click()
      await page.getByLabel('Passphrase of the file').fill(ofFile)
      await page.getByLabel('Your passphrase').fill(passphrase)
      await restore(page)
      await expect(page.getByText('Everything in it was here already.')).toBeVisible()
      expect(await other.siteRules()).toEqual([{ site: 'https://news.example', mode: 'never' }])
    })
  })

  test('is refused whole when it is damaged, foreign or newer, and nothing changes', async ({
    tuppence,
  }) => {
    await tuppence.command('createWallet', { secret, passphrase, backedUp: true })
    await tuppence.command('addAccount', { name: 'Reading' })
    const page = await tuppence.openDashboard('security')
    const { name, text } = await save(page)
    const [, reading] = await tuppence.accounts()
    await tuppence.command('removeAccount', { accountId: reading?.id })
    const before = await tuppence.accounts()

    const middle = text.length / 2
    const swapped = text[middle] === 'A' ? 'B' : 'A'
    const cases: [string, string][] = [
      [text.slice(0, middle) + swapped + text.slice(middle + 1), 'The backup is damaged.'],
      [text.slice(0, -20), 'The backup is damaged.'],
      ['{"a":1}', 'This is not a backup of Tuppence.'],
      ['no JSON at all', 'This is not a backup of Tuppence.'],
      [text.replace('"version":1', '"version":2'), 'made by a later version of Tuppence.'],
    ]
    await page.getByRole('button', { name: 'Restore from a backup' }).click()
    await page.getByLabel('Passphrase of the file').fill(ofFile)
    await page.getByLabel('Your passphrase').fill(passphrase)
    for (const [damaged, words] of cases) {
      await choose(page, { name, text: damaged })
      await restore(page)
      await expect(page.getByText(words)).toBeVisible()
      expect(await tuppence.accounts()).toEqual(before)
    }
    await expectAccessible(page)
    await choose(page, { name, text })
    await restore(page)
    await expect(page.getByText('1 account is new.')).toBeVisible()
  })

  test('takes a file that is dropped', async ({ tuppence }) => {
    await tuppence.command('createWallet', { secret, passphrase, backedUp: true })
    const page = await tuppence.openDashboard('security')
    await page.getByRole('button', { name: 'Restore from a backup' }).click()
    const dropped = await page.evaluateHandle(() => {
      const transfer = new DataTransfer()
      transfer.items.add(new File(['{}'], 'dropped.json'))
      return transfer
    })
    await page.getByText('Choose the file', { exact: true }).dispatchEvent('drop', {
      dataTransfer: dropped,
    })
    await expect(page.getByText('dropped.json')).toBeVisible()
  })
})
