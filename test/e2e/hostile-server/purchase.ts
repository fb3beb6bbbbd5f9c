import { expect, type Page } from '@playwright/test'
import type { World } from '../../world/index'
import type { MisbehavingShop } from '../../world/misbehaving-shop'
import { newTransfers } from '../main/story'
import type { Tuppence } from '../tuppence'

export const RETRY = { name: 'Try again with the same payment' }
export const UNDELIVERED = 'Paid, but not delivered: $0.01'

/** A buyer with a wallet, and what the chain and the shop have seen of it so far. */
export async function buyerAt(shop: MisbehavingShop, world: World, tuppence: Tuppence) {
  await tuppence.setUpWallet()
  const transfers = await newTransfers(world, tuppence)
  return {
    /** One payment, signed once, settled once, to the unit. */
    async hasPaidOnce() {
      expect((await transfers()).map(({ value }) => value)).toEqual([10_000n])
      await this.hasSignedOnce()
    },
    /** Every request that carried a payment carried the same one. */
    async hasSignedOnce() {
      expect(new Set(shop.received()).size).toBe(1)
      const signed = (await tuppence.payments()).filter(({ authorization }) => authorization)
      expect(signed).toHaveLength(1)
    },
    transfers,
    /** The last record comes to this state. */
    comesTo: (state: string) =>
      expect.poll(async () => (await tuppence.payments()).at(-1)?.state).toBe(state),
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
