import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserContext } from '@playwright/test'
import { BUILT } from './built'
import { extensionId } from './extension-id'
import { launchWithTuppence } from './launch'
import { CONSOLE } from './tuppence'

/** The part of the protocol that Playwright has no types for. */
type Extensions = (
  method: 'Extensions.loadUnpacked' | 'Extensions.uninstall',
  params: { path: string } | { id: string },
) => Promise<unknown>

interface Running {
  context: BrowserContext
  extensions: Extensions
  /** Where any document has been, since the browser was last made as new. */
  visited: Set<string>
  profile: string
}

/**
 * A browser for many tests, each of which finds it as one that has just been started: starting one
 * takes three times as long. After a test the extension is taken out with all that it has stored, and
 * tabs, cookies, caches, permissions and what sites have stored go too.
 */
export class SharedBrowser {
  private running: Running | undefined

  /** Gives the browser to a test, with the extension just installed, and clears up after it. */
  async lend(use: (context: BrowserContext) => Promise<void>): Promise<void> {
    if (!this.running?.context.browser()?.isConnected()) this.running = await start()
    const { context, extensions } = this.running
    const greeted = context.waitForEvent('page')
    await extensions('Extensions.loadUnpacked', { path: BUILT })
    // Else it could come in front of the page of the test, and draw behind it all the time.
    await (await greeted).goto(CONSOLE)
    await use(context)
    if (context.browser()?.isConnected()) await clean(this.running)
  }

  async close(): Promise<void> {
    if (!this.running) return
    const { context, profile } = this.running
    await context.close()
    await rm(profile, { recursive: true, force: true })
  }
}

async function start(): Promise<Running> {
  const profile = await mkdtemp(join(tmpdir(), 'tuppence-test-'))
  const context = await launchWithTuppence({ profile, installing: true })
  const browser = await context.browser()?.newBrowserCDPSession()
  if (!browser) throw new Error('No browser')
  const visited = new Set<string>()
  context.on('page', (page) => {
    page.on('framenavigated', (frame) => visited.add(frame.url()))
  })
  const extensions = browser.send.bind(browser) as unknown as Extensions
  return { context, extensions, visited, profile }
}

async function clean({ context, extensions, visited }: Running): Promise<void> {
  const before = context.pages()
  const blank = await context.newPage()
  const isTimeReal = await blank.evaluate(() => /native code/.test(String(Date)))
  if (!isTimeReal) throw new Error('What installs a clock needs a browser of its own')
  await extensions('Extensions.uninstall', { id: extensionId })
  await Promise.all(before.map((page) => page.close()))
  await context.clearCookies()
  await context.clearPermissions()
  const session = await context.newCDPSession(blank)
  await session.send('Network.clearBrowserCache')
  for (const origin of new Set([...visited].flatMap(originOf))) {
    await session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' })
  }
  await session.detach()
  visited.clear()
}

/** Of a page of a site. */
function originOf(url: string): string[] {
  const { protocol, origin } = new URL(url)
  return /^https?:$/.test(protocol) ? [origin] : []
}
