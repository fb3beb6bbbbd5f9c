import type { Page } from '@playwright/test'
import type { World } from '../../world/index'
import { localFetch } from '../../world/local-fetch'
import { expect, test } from '../fixtures'
import type { Tuppence } from '../tuppence'
import { article } from './story'

test.describe('A signature that nobody has used', { tag: '@main' }, () => {
  test('is cancelled on the network: its money is free, and it can never be taken', async ({
    tuppence,
    world,
    page,
  }) => {
    await leaveUnknown(tuppence, world, page)
    const { address } = tuppence.account
    const history = await tuppence.openDashboard('history')
    await history.getByRole('button', { name: /^Details of/ }).click()
    await expect(history.getByText('it ends by itself')).toBeVisible()
    const cancel = history.getByRole('button', { name: 'Cancel it on the network' })

    await cancel.click()
    await expect(history.getByText('Cancelling costs a network fee')).toBeVisible()
    expect(await spentToday(tuppence)).toBe(50_000n)

    await world.chain.client.setBalance({ address, value: 10n ** 18n })
    await cancel.click()
    await expect
      .poll(async () => (await tuppence.payments()).at(-1)?.state, { timeout: 20_000 })
      .toBe('cancelled')
    await expect(history.getByText('Cancelled, not paid')).toBeVisible()
    expect(await spentToday(tuppence)).toBe(0n)

    // Whatever the site does with it now: the very same payment is worth nothing.
    world.facilitator.down(false)
    const sent = world.news.log.findLast(({ headers }) => headers['payment-signature'])
    const signature = String(sent?.headers['payment-signature'])
    const late = await localFetch(world.news.url + article.fiveCents.path, {
      headers: { 'payment-signature': signature },
    })
    expect(late.status).toBe(402)
    expect(await tuppence.balance()).toBe(10_000_000n)
  })

  test('that was taken meanwhile cannot be cancelled', async ({ tuppence, world, page }) => {
    await tuppence.setUpWallet()
    world.facilitator.setFault('answer-lost')
    await payOnce(tuppence, world, page)
    await expect.poll(async () => (await tuppence.payments()).at(-1)?.state).toBe('undelivered')
    // The next test has the same world.
    world.facilitator.setFault(undefined)
    const [payment] = await tuppence.payments()
    const cancel = tuppence.command('cancelPayment', { paymentId: payment?.id })
    await expect(cancel).rejects.toMatchObject({ code: 'payment_not_pending' })
    expect(await tuppence.balance()).toBe(9_950_000n)
  })
})

async function leaveUnknown(tuppence: Tuppence, world: World, page: Page) {
  await tuppence.setUpWallet()
  world.facilitator.setFault('settle-unreachable')
  await payOnce(tuppence, world, page)
  await expect.poll(async () => (await tuppence.payments()).at(-1)?.state).toBe('unknown')
}

async function payOnce(tuppence: Tuppence, world: World, page: Page) {
  await page.bringToFront()
  await page.goto(world.news.url + article.fiveCents.path)
  await expect.poll(async () => (await tuppence.payments()).at(-1)?.state).toBe('awaiting')
  const [payment] = await tuppence.payments()
  if (payment) await tuppence.approve(payment)
}

/** Micro-dollars of test money that count against the day. */
async function spentToday(tuppence: Tuppence): Promise<bigint> {
  const rows = await tuppence.totals()
  return rows
    .filter(({ scope, grain }) => scope === 'test *' && grain === 'quarter')
    .reduce((sum, { settled, outstanding }) => sum + settled + outstanding, 0n)
}
