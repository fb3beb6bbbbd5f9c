import type { Page } from '@playwright/test'
import type { World } from '../../world/index'
import { sell } from '../../world/seller'

export const html = { 'Content-Type': 'text/html' }

/** Sells at each of these paths for this many micro-dollars, beside a free page that can ask. */
export function sellGoods({ workbench, facilitator }: World, prices: Record<string, string>): void {
  workbench.on('GET', '/page', () => ({ headers: html, body: '<!doctype html>A page' }))
  for (const [path, amount] of Object.entries(prices)) {
    const deliver = () => ({ headers: html, body: `PAID ${path}` })
    sell(workbench, facilitator.url, { version: 2, path, amount, deliver })
  }
}

/** What the page's own fetch gets in the end. */
export function fetched(page: Page, url: string): Promise<string> {
  return page.evaluate(async (url) => (await fetch(url)).text(), url)
}

/** Fetches and does not wait: the answer is held until the user decides. */
export async function startFetch(page: Page, url: string): Promise<void> {
  await page.evaluate((url) => void fetch(url).catch(() => 0), url)
}
