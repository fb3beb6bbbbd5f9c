import type { Page } from '@playwright/test'
import { ExternalWallet } from '../../world/eip1193'
import { announceWallet } from '../../world/eip1193-page'
import type { World } from '../../world/index'
import { test as base } from '../fixtures'
import type { Tuppence } from '../tuppence'

interface Fixtures {
  /**
   * Installs another wallet in the browser: every page from now on has its provider, until the test
   * is over.
   */
  installWallet(name?: string): Promise<ExternalWallet>
}

export const test = base.extend<Fixtures>({
  installWallet: async ({ context, world }, use) => {
    const parts: { dispose(): Promise<void> }[] = []
    await use(async (name = 'Other Wallet') => {
      const id = name.toLowerCase().replace(/\W+/g, '-')
      const wallet = new ExternalWallet(world.chain, name, `example.${id}`)
      const handleName = `ask-${id}`
      const handle = (method: string, params: unknown[]) => wallet.handle(method, params)
      parts.push(await context.exposeFunction(handleName, handle))
      parts.push(await context.addInitScript(announceWallet, { info: wallet.info, handleName }))
      return wallet
    })
    for (const part of parts) await part.dispose()
  },
})

/** Opens a free page of the workbench in the tab; gives the tab's number. */
export async function openPage(
  { world, tuppence, page }: { world: World; tuppence: Tuppence; page: Page },
  html = '<p>A page',
): Promise<number> {
  world.workbench.on('GET', '/page', () => ({
    headers: { 'Content-Type': 'text/html' },
    body: `<!doctype html><title>Page</title>${html}`,
  }))
  await page.goto(`${world.workbench.origin('a')}/page`)
  return tuppence.tabId(page)
}
