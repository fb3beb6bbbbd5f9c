import type { Page } from '@playwright/test'
import type { Tuppence } from '../tuppence'
import { type Buyer, fetching, navigating } from './buyers'

/** The site whose things are bought; it was paid before. */
export async function siteOf(tuppence: Tuppence): Promise<string> {
  const { workbench } = tuppence.world
  const site = workbench.origin('a')
  workbench.on('GET', '/shop', () => ({
    headers: { 'Content-Type': 'text/html' },
    body: '<!doctype html><title>Shop</title>',
  }))
  await tuppence.acquaint(site)
  return site
}

/** Pays on this site without asking: the limits of each purchase are set with it. */
export async function payByLimits(tuppence: Tuppence, site: string): Promise<void> {
  const rule = { mode: 'auto', perPayment: '100000' }
  await tuppence.command('setSiteRule', { site, rule })
}

export async function buyerOf(
  kind: 'navigation' | 'fetch',
  page: Page,
  site: string,
): Promise<Buyer> {
  await page.bringToFront()
  if (kind === 'navigation') return navigating(page, site)
  await page.goto(`${site}/shop`)
  return fetching(page)
}
