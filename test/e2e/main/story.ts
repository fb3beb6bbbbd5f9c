import type { Page } from '@playwright/test'
import type { World } from '../../world/index'
import type { Tuppence } from '../tuppence'

/** The articles of the Gazette as tests speak of them. */
export const article = {
  oneCent: { path: '/articles/tide-tables', price: 10_000n },
  fiveCents: {
    path: '/articles/lighthouse-keeper',
    price: 50_000n,
    headline: 'The Last Keeper of Skerry Light',
    paidText: 'Paid for, and yours to read',
  },
  twoDollars: { path: '/articles/the-deep-survey', price: 2_000_000n },
} as const

/** The transfers of this test's wallet from now on, as the chain has them. */
export async function newTransfers({ chain }: World, { account }: Tuppence) {
  return async () =>
    (await chain.transfers())
      .filter(({ from }) => from === account.address)
      .map(({ from, to, value }) => ({ from, to, value }))
}

/** Clicks Pay as soon as the popup is armed. */
export async function payInPopup(tuppence: Tuppence, page: Page, price: string): Promise<Page> {
  const popup = await tuppence.openPopup(page)
  await popup.getByRole('button', { name: `Pay ${price}` }).click()
  return popup
}
