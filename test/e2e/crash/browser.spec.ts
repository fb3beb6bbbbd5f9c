import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, expect } from '@playwright/test'
import { extensionId } from '../extension-id'
import { test as base } from '../fixtures'
import { launchWithTuppence } from '../launch'
import { loadPicture } from '../load-picture'
import { Tuppence } from '../tuppence'
import { navigating } from './buyers'
import { Crash } from './crash'
import { expectNothingLost, expectPaidOnce, listPoints } from './matrix'
import { FAST, Purchase } from './purchase'
import { siteOf } from './site'

/** A browser that can be killed and started again with its profile. */
type Start = () => Promise<{ context: BrowserContext; tuppence: Tuppence; kill(): Promise<void> }>

const test = base.extend<{ start: Start }>({
  start: async ({ world }, use) => {
    world.workbench.clear()
    const profile = await mkdtemp(join(tmpdir(), 'tuppence-test-'))
    let context: BrowserContext | undefined
    await use(async () => {
      let started = await launchWithTuppence({ profile })
      // After a kill Chromium rarely starts without its extensions; people start it once more.
      if (!(await isInstalled(started))) {
        await started.close()
        started = await launchWithTuppence({ profile })
      }
      context = started
      const tuppence = await Tuppence.of(started, world)
      return { context: started, tuppence, kill: () => kill(started) }
    })
    await context?.close()
    await rm(profile, { recursive: true, force: true })
  },
})

test.describe('The browser is killed while it pays', { tag: '@crash' }, () => {
  test.setTimeout(180_000)

  const moments = [
    {
      title: 'approved and not yet reserved: nothing is spent, and nothing is signed',
      isPoint: (point: string) => /^write \S*acquaintances\S* #1 before$/.test(point),
      states: [],
      help: ['again', 'approve'],
    },
    {
      title: 'signed and not yet sent: the same signature is sent',
      isPoint: (_point: string, before = '') => before.endsWith('within (signed)'),
      states: ['unknown'],
      help: ['again', 'retry'],
    },
  ]

  for (const { title, isPoint, states, help } of moments) {
    test(title, async ({ start }) => {
      const { context, tuppence, kill } = await start()
      await tuppence.setUpWallet()
      const site = await siteOf(tuppence)
      const [page] = context.pages()
      const buyer = navigating(page!, site)
      await page!.bringToFront()
      const crash = await Crash.of(tuppence)
      // The first payment of all has more to do than the others.
      await listPoints(tuppence, crash, buyer, 'by hand')
      const points = await listPoints(tuppence, crash, buyer, 'by hand')
      const point = points.find((point, index) => isPoint(point, points[index - 1]))
      const purchase = new Purchase(tuppence, buyer)
      await crash.prepare(point ?? 'There is no such point')
      await purchase.begin()
      const approved = purchase.approve(crash.isReached)
      expect(await crash.comes()).toBe(true)
      await kill()
      await approved

      const again = await start()
      const [newPage] = again.context.pages()
      purchase.goOn(again.tuppence, navigating(newPage!, site))
      await expect.poll(() => purchase.states(), FAST).toEqual(states)
      expect(await again.tuppence.payments()).toHaveLength(2 + states.length)
      await expectNothingLost(again.tuppence, purchase)
      await again.tuppence.unlock()
      await newPage!.bringToFront()
      await purchase.finish()
      await purchase.ends()
      await expectPaidOnce(again.tuppence, purchase)
      expect(purchase.actions).toEqual(help)
    })
  }

  test('sent and not yet answered: the chain says that it is paid, and nothing is paid again', async ({
    start,
  }) => {
    const { site, purchase, kill, deliver } = await payUnanswered(start)
    expect(await purchase.states()).toEqual(['sent'])
    await kill()
    deliver()

    const again = await start()
    const [newPage] = again.context.pages()
    const buyer = navigating(newPage!, site)
    purchase.goOn(again.tuppence, buyer)
    await expectNothingLost(again.tuppence, purchase)
    await purchase.ends()
    await expectPaidOnce(again.tuppence, purchase)
    expect(await purchase.states()).toEqual(['confirmed'])

    await again.tuppence.unlock()
    await newPage!.bringToFront()
    await purchase.begin()
    await expect.poll(() => purchase.states(), FAST).toEqual(['confirmed', 'awaiting'])
    const [, asked] = await purchase.payments()
    expect(asked?.reasons).toContainEqual({ code: 'paid_before' })
    await expectNothingLost(again.tuppence, purchase)
    expect(await purchase.transfers()).toBe(1)
  })
})

test.describe('The browser is quit while it pays', { tag: '@crash' }, () => {
  test('what the site loads later does not start the worker', async ({ start }) => {
    const { context, tuppence, site, deliver } = await payUnanswered(start)
    expect(await tuppence.listening()).toEqual([new URL(site).hostname])
    await context.close()
    deliver()

    const again = await start()
    const [newPage] = again.context.pages()
    await newPage!.goto(`${site}/shop`)
    await expect.poll(() => again.tuppence.listening()).toEqual([])
    await again.tuppence.stopForGood()
    for (let count = 0; count < 10; count++) await loadPicture(newPage!)
    expect(await again.tuppence.isRunning()).toBe(false)
  })
})

/** Buys something that is paid on the chain, and of which nothing comes before `deliver` is called. */
async function payUnanswered(start: Start) {
  const { context, tuppence, kill } = await start()
  await tuppence.setUpWallet()
  const site = await siteOf(tuppence)
  const [page] = context.pages()
  await page!.bringToFront()
  const purchase = new Purchase(tuppence, navigating(page!, site))
  let deliver: () => void = () => undefined
  purchase.deliverAfter(new Promise((resolve) => (deliver = resolve)))
  await purchase.begin()
  await purchase.approve()
  await expect.poll(() => purchase.transfers(), FAST).toBe(1)
  return { context, tuppence, kill, site, purchase, deliver }
}

/** Whether the browser has the extension, which it loads after it has opened its window. */
async function isInstalled(context: BrowserContext): Promise<boolean> {
  const page = await context.newPage()
  const open = async () => page.goto(`chrome-extension://${extensionId}/popup.html`)
  try {
    await expect(open).toPass({ timeout: 20_000 })
    return true
  } catch {
    return false
  } finally {
    await page.close()
  }
}

/** Ends the browser as a power cut does. */
async function kill(context: BrowserContext): Promise<void> {
  const session = await context.browser()!.newBrowserCDPSession()
  const { processInfo } = await session.send('SystemInfo.getProcessInfo')
  const browser = processInfo.find(({ type }) => type === 'browser')
  const closed = context.waitForEvent('close')
  process.kill(browser!.id, 'SIGKILL')
  await closed
}
