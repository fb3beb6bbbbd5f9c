import type { Page } from '@playwright/test'
import type { World } from '../../world/index'
import type { MisbehavingShop } from '../../world/misbehaving-shop'
import { expect } from '../expect'
import { newTransfers } from '../main/story'
import type { Tuppence } from '../tuppence'

export const RETRY = { name: 'Try again with the same payment' }
export const UNDELIVERED = 'Paid, but not delivered: $0.01'

/** A purchase at a shop, as the chain, the shop and the ledger see it from now on. */
export async function purchaseAt(shop: MisbehavingShop, world: World, tuppence: Tuppence) {
  const all = await newTransfers(world, tuppence)
  const before = (await all()).length
  const transfers = async () => (await all()).slice(before)
  const records = async () =>
    (await tuppence.payments()).filter(({ request }) => request.url === shop.url)
  return {
    transfers,
    records,
    /** Settled once, to the unit, and every request that carried a payment carried the same one. */
    async isPaidOnce() {
      expect((await transfers()).map(({ value }) => value)).toEqual([10_000n])
      expect(new Set(shop.received()).size).toBe(1)
      expect((await records()).filter(({ authorization }) => authorization)).toHaveLength(1)
    },
    /** How often the payment has left, as the ledger has it. */
    timesSent: async () =>
      (await records()).at(-1)?.trail.filter(({ state }) => state === 'sent').length,
    /** The latest record comes to this state. */
    comesTo: (state: string) =>
      expect.poll(async () => (await records()).at(-1)?.state).toBe(state),
  }
}

/** The shop's own page, from which scripts can ask for the goods. */
export async function openFront(page: Page, { workbench }: World): Promise<void> {
  workbench.on('GET', '/front', () => ({
    headers: { 'Content-Type': 'text/html' },
    body: '<!doctype html><title>Shop</title>',
  }))
  await page.goto(`${workbench.origin('shop')}/front`)
}

/** A script of the page asks; the promise is what it gets in the end. */
export function askByScript(page: Page, url: string): Promise<string> {
  return page.evaluate(async (url) => {
    const controller = new AbortController()
    Object.assign(window, { giveUp: () => controller.abort() })
    try {
      const response = await fetch(url, { signal: controller.signal })
      return `${response.status} ${await response.text()}`
    } catch (error) {
      return String(error)
    }
  }, url)
}
