import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserContext, Page } from '@playwright/test'
import { vaultInputs } from '../../../entrypoints/background/vault-inputs'
import { BUILT } from '../built'
import { extensionId } from '../extension-id'
import { expect, test } from '../fixtures'
import { launchWithTuppence } from '../launch'
import { passphrase, Tuppence } from '../tuppence'

const commands = Object.keys(vaultInputs)

/** What every command would need of a person, all in one. */
const data = { passphrase, credential: { passphrase }, accountId: crypto.randomUUID(), file: '' }
const messages = commands.map((type) => ({ id: 1, type, data, timestamp: 0 }))

/** What the worker answers a script that sends all of these; runs in the browser. */
const sendAll = `(messages, to) => Promise.all(messages.map((message) =>
  new Promise((resolve) => {
    const { runtime } = globalThis.chrome ?? {}
    if (!runtime?.sendMessage) return resolve('no way')
    const answered = (answer) =>
      resolve(runtime.lastError ? 'no receiver' : (answer?.err?.code ?? JSON.stringify(answer)))
    to ? runtime.sendMessage(to, message, answered) : runtime.sendMessage(message, answered)
  })))`

const expression = (to?: string) =>
  `(${sendAll})(${JSON.stringify(messages)}, ${JSON.stringify(to)})`

/** Runs in the world of our own content script, which shares nothing with the page but the DOM. */
async function inContentScript(page: Page, code: string): Promise<unknown> {
  const session = await page.context().newCDPSession(page)
  const found = new Promise<number>((resolve) => {
    session.on('Runtime.executionContextCreated', ({ context }) => {
      if (context.origin.includes(extensionId)) resolve(context.id)
    })
  })
  await session.send('Runtime.enable')
  const { result } = await session.send('Runtime.evaluate', {
    expression: code,
    contextId: await found,
    awaitPromise: true,
    returnByValue: true,
  })
  await session.detach()
  return result.value
}

const everyOne = (answer: string) => commands.map(() => answer)

test.describe('Who may send a command about keys', { tag: ['@keys', '@attack'] }, () => {
  test('a page of Tuppence, but no page, no content script and no frame of its own pages', async ({
    tuppence,
    world,
    page,
  }) => {
    await tuppence.setUpWallet({ lock: 'passphrase' })
    await page.goto(`${world.workbench.origin('a')}/nothing`)
    expect(await inContentScript(page, expression())).toEqual(everyOne('not_allowed'))
    expect(await page.evaluate(expression(extensionId))).toEqual(everyOne('no way'))

    // Our own page in a frame of theirs would be a place to click on by mistake.
    const loaded = await page.evaluate(async (src) => {
      const frame = Object.assign(document.createElement('iframe'), { src })
      const loaded = new Promise((resolve) => frame.addEventListener('load', resolve))
      document.body.append(frame)
      await loaded
      return frame.contentDocument === null
    }, `chrome-extension://${extensionId}/dashboard.html`)
    expect(loaded).toBe(true)
    const frame = page.frames().find((one) => one.parentFrame())
    expect(frame?.url()).toMatch(/^chrome-error:/)

    // The wallet is as it was: open, and with its one account.
    expect(await tuppence.payer()).toBe(tuppence.account.address)
    const session = await tuppence.console.evaluate(() => chrome.storage.session.get())
    expect(JSON.stringify(session)).toContain(tuppence.privateKey)
  })

  test('no other extension', async ({ world }) => {
    const profile = await mkdtemp(join(tmpdir(), 'tuppence-test-'))
    const beside = await mkdtemp(join(tmpdir(), 'tuppence-beside-'))
    const manifest = {
      manifest_version: 3,
      name: 'Beside',
      version: '1',
      background: { service_worker: 'worker.js' },
    }
    await writeFile(join(beside, 'manifest.json'), JSON.stringify(manifest))
    await writeFile(join(beside, 'worker.js'), 'onmessage = () => {}')
    const context = await launchWithTuppence({ profile, extensions: [BUILT, beside] })
    try {
      const tuppence = await Tuppence.of(context, world)
      await tuppence.setUpWallet({ lock: 'passphrase' })
      const worker = await otherWorker(context)
      expect(await worker.evaluate(expression(extensionId))).toEqual(everyOne('no receiver'))
      expect(await tuppence.payer()).toBe(tuppence.account.address)
    } finally {
      await context.close()
      for (const folder of [profile, beside]) await rm(folder, { recursive: true, force: true })
    }
  })
})

async function otherWorker(context: BrowserContext) {
  const isOther = (worker: { url(): string }) => !worker.url().includes(extensionId)
  return (
    context.serviceWorkers().find(isOther) ??
    context.waitForEvent('serviceworker', { predicate: isOther })
  )
}
