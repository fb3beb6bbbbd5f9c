import { sell } from '../../world/seller'
import { expect, test } from '../fixtures'
import type { Tuppence } from '../tuppence'

const html = { 'Content-Type': 'text/html' }

test.describe('A crowd', { tag: ['@main', '@attack'] }, () => {
  test('1,000 charges at once against a budget for 137: exactly 137 settle on the chain', async ({
    tuppence,
    world,
    page,
  }) => {
    // The chain and the facilitator share the machine with the browser, and every step of a payment
    // is on the disk before the next: on a slow one that takes its time.
    test.setTimeout(900_000)
    await tuppence.setUpWallet()
    await tuppence.allow(0.01, 1.37)
    // An open popup would draw every one of them anew.
    await tuppence.console.evaluate(() => location.replace('/dashboard.html#/settings'))
    const { workbench, facilitator } = world
    workbench.on('GET', '/page', () => ({ headers: html, body: '<!doctype html>crowd' }))
    sell(workbench, facilitator.url, {
      version: 2,
      path: '/goods',
      deliver: () => ({ body: 'ok' }),
    })
    await page.bringToFront()
    await page.goto(`${workbench.origin('a')}/page`)
    await page.evaluate(() => {
      const statuses: number[] = []
      Object.assign(window, { statuses })
      for (let n = 0; n < 1_000; n++) {
        void fetch(`/goods?n=${n}`).then(({ status }) => statuses.push(status))
      }
    })
    const count = (status: number) =>
      page.evaluate(
        (status) =>
          (window as unknown as { statuses: number[] }).statuses.filter((one) => one === status)
            .length,
        status,
      )
    await expect.poll(() => count(200), { timeout: 300_000 }).toBe(137)
    // A hundred of a tab wait for the user; the others have their own 402 back.
    await expect.poll(() => count(402), { timeout: 300_000 }).toBe(763)
    await expect
      .poll(() => states(tuppence), { timeout: 300_000 })
      .toEqual({ awaiting: 100, confirmed: 137 })
    expect(await tuppence.balance()).toBe(10_000_000n - 1_370_000n)
    expect(await tuppence.rules()).toEqual([])
    const nonces = workbench.log.filter(({ headers }) => headers['payment-signature'])
    expect(nonces).toHaveLength(137)
    const [waiting] = (await tuppence.payments()).filter(({ state }) => state === 'awaiting')
    expect(waiting?.reasons.map(({ code }) => code)).toContain('over_day_limit')
  })
})

async function states(tuppence: Tuppence): Promise<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const { state } of await tuppence.payments()) counts[state] = (counts[state] ?? 0) + 1
  return counts
}
