import assert from 'node:assert/strict'
import { formatUsd } from '../../lib/payment/money'
import type { Payment } from '../../lib/payment/payment'
import { attachToPopup } from '../e2e/real-popup'
import type { Tuppence } from '../e2e/tuppence'
import { payees } from '../world/index'
import { narrator } from './narrator'

/** The whole story, by itself: every step is checked, the last word is the chain's. */
export async function story(tuppence: Tuppence, debugPort: number): Promise<void> {
  const { world, context } = tuppence
  const { step, folder } = await narrator()
  const balances = async () => ({
    reader: await tuppence.balance(),
    paper: await world.chain.balanceOf(payees.news),
  })

  await tuppence.setUpWallet({ dollars: 10, lock: 'passphrase' })
  const before = await balances()
  await step(`A local chain, a facilitator and The Harbour Gazette are up at ${world.news.url}`)
  await step(`The demo wallet holds ${formatUsd(before.reader)} of test USDC`)

  const page = await context.newPage()
  await page.goto(world.news.url)
  await page.bringToFront()
  await step('The front page, free to read', page)

  await page.locator('a[href="/articles/lighthouse-keeper"]').first().click()
  await page.waitForURL('**/articles/lighthouse-keeper')
  const { popup, detach } = await attachToPopup(context, debugPort)
  await popup.setViewportSize({ width: 360, height: 600 })
  const pay = popup.getByRole('button', { name: 'Pay $0.05' })
  await pay.waitFor()
  await step('The article costs $0.05: the popup opens by itself', popup)
  await pay.click()
  await page.getByText('Paid for, and yours to read').waitFor()
  await detach()
  await step('One click later the article is open, at its own address', page)

  await tuppence.allow(0.02, 1)
  await step('From now on: up to $0.02 a payment and $1.00 a day without asking')
  await page.bringToFront()
  await page.goto(`${world.news.url}/articles/tide-tables`)
  await settled(tuppence, 2)
  await step('A $0.01 article opens by itself', page)

  await page.goto(`${world.news.url}/weather`)
  await page.getByRole('button', { name: 'Load the forecast' }).click()
  await page.getByText('Skerry Sound').first().waitFor()
  await settled(tuppence, 3)
  await step("The page's own fetch of a $0.02 forecast is paid on the way", page)

  const history = await tuppence.openDashboard('history')
  await history.getByText('$0.08').first().waitFor()
  await step('The history has all three', history)

  const after = await balances()
  console.log(`
On the chain    before      after       moved
  reader        ${row(before.reader, after.reader)}
  The Gazette   ${row(before.paper, after.paper)}
`)
  assert.equal(before.reader - after.reader, 80_000n)
  assert.equal(after.paper - before.paper, 80_000n)
  console.log(`Pictures of each step: ${folder.slice(folder.lastIndexOf('/') + 1)}/`)
}

/** Waits until that many payments are confirmed by the chain. */
async function settled(tuppence: Tuppence, count: number): Promise<Payment[]> {
  const deadline = Date.now() + 15_000
  for (;;) {
    const payments = await tuppence.payments()
    const confirmed = payments.filter(({ state }) => state === 'confirmed')
    if (confirmed.length === count) return confirmed
    if (Date.now() > deadline) {
      throw new Error(`Not settled: ${payments.map(({ state }) => state).join(', ')}`)
    }
    await tuppence.console.waitForTimeout(50)
  }
}

function row(before: bigint, after: bigint): string {
  const moved = after > before ? `+${formatUsd(after - before)}` : formatUsd(after - before)
  return [formatUsd(before), formatUsd(after), moved].map((text) => text.padEnd(12)).join('')
}
