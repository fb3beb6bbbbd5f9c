import type { BrowserContext, Page } from '@playwright/test'
import { ExternalWallet } from '../../world/eip1193'
import { announceWallet } from '../../world/eip1193-page'
import type { World } from '../../world/index'
import type { Tuppence } from '../tuppence'

/** Installs another wallet in the browser: every page from now on has its provider. */
export async function installWallet(
  context: BrowserContext,
  { chain }: World,
  name = 'Other Wallet',
): Promise<ExternalWallet> {
  const id = name.toLowerCase().replace(/\W+/g, '-')
  const wallet = new ExternalWallet(chain, name, `example.${id}`)
  const handleName = `ask-${id}`
  await context.exposeFunction(handleName, (method: string, params: unknown[]) =>
    wallet.handle(method, params),
  )
  await context.addInitScript(announceWallet, { info: wallet.info, handleName })
  return wallet
}

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
