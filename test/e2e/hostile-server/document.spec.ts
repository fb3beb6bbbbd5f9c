import type { Page } from '@playwright/test'
import type { World } from '../../world/index'
import { GOODS, openShop } from '../../world/misbehaving-shop'
import {
  asksAgain,
  breaks,
  breaksSilently,
  forgets,
  hangsUp,
  type Misbehaviour,
  sendsExcuses,
  sendsNoChunks,
  sendsNothing,
  sendsNothingAtAll,
  staysSilent,
  withReceipt,
} from '../../world/misbehaviour'
import { expect, test } from '../fixtures'
import { payInPopup } from '../main/story'
import type { Tuppence } from '../tuppence'
import { purchaseAt, RETRY, UNDELIVERED } from './purchase'

interface Case {
  conduct: Misbehaviour
  /** In the popup. */
  says: string
  mimeType?: string
}

const withReceiptOnIt: Record<string, Case> = {
  'asks again': { conduct: asksAgain, says: 'The site failed' },
  breaks: { conduct: breaks, says: 'The site failed' },
  'sends an empty page': { conduct: sendsNothing, says: 'The site sent nothing' },
  'sends a page of no chunks': { conduct: sendsNoChunks, says: 'The site sent nothing' },
  'sends a page in place of data': {
    conduct: sendsExcuses,
    says: 'something else than it promised',
    mimeType: 'application/json',
  },
}
const withoutReceipt: Record<string, Case> = {
  'asks again': { conduct: forgets, says: 'did not accept' },
  breaks: { conduct: breaksSilently, says: 'The site failed' },
  'sends an empty page': { conduct: sendsNothingAtAll, says: 'The site sent nothing' },
  'ends the connection': { conduct: hangsUp, says: 'The site did not answer' },
}

test.describe('A document of a server that', { tag: ['@hostile-server', '@attack'] }, () => {
  test('takes the money, says so and fails: paid once, told so, opened with the same payment', async ({
    tuppence,
    world,
    page,
  }) => {
    await tuppence.setUpWallet()
    for (const [name, one] of Object.entries(withReceiptOnIt)) {
      await test.step(name, () => isPaidOnceAndOpensInTheEnd(one, tuppence, world, page))
    }
  })

  test('takes the money without a word and fails: the chain tells, and all is the same', async ({
    tuppence,
    world,
    page,
  }) => {
    await tuppence.setUpWallet()
    for (const [name, one] of Object.entries(withoutReceipt)) {
      await test.step(name, () => isPaidOnceAndOpensInTheEnd(one, tuppence, world, page))
    }
  })

  test('never answers: the tab is closed, and a later visit opens it with the same payment', async ({
    tuppence,
    world,
    page,
    context,
  }) => {
    await tuppence.setUpWallet()
    const shop = openShop(world, { path: '/goods' })
    const purchase = await purchaseAt(shop, world, tuppence)
    shop.conduct = staysSilent
    await page.goto(shop.url)
    const popup = await payInPopup(tuppence, page, '$0.01')
    await expect(popup.getByText('Waiting for the site to answer')).toBeVisible()
    await expect.poll(() => purchase.transfers()).toHaveLength(1)
    await page.close()
    await expect(popup.getByText(UNDELIVERED)).toBeVisible()
    await expect(popup.getByText('The site did not answer')).toBeVisible()
    // The page is gone, and nothing else gets what was meant for it.
    await popup.getByRole('button', RETRY).click()
    await expect(popup.getByText('The page that asked is gone')).toBeVisible()
    await purchase.isPaidOnce()

    shop.conduct = undefined
    const later = await context.newPage()
    await later.goto(shop.url)
    await popup.getByRole('button', RETRY).click()
    await expect(later.getByText(GOODS)).toBeVisible()
    await purchase.comesTo('confirmed')
    await purchase.isPaidOnce()
  })

  test('delivers in chunks: it is not mistaken for one that sends none', async ({
    tuppence,
    world,
    page,
  }) => {
    await tuppence.setUpWallet()
    const shop = openShop(world, { path: '/goods' })
    const purchase = await purchaseAt(shop, world, tuppence)
    shop.conduct = ({ goods, settled }) =>
      withReceipt({ ...goods, body: inChunks(String(goods.body)) }, settled)
    await page.goto(shop.url)
    await payInPopup(tuppence, page, '$0.01')
    await expect(page.getByText(GOODS)).toBeVisible()
    await purchase.comesTo('confirmed')
    const [payment] = await tuppence.payments()
    expect(payment?.answer).toMatchObject({ status: 200, mimeType: 'text/html' })
    expect(payment?.answer?.headersHash).toMatch(/^[0-9a-f]{64}$/)
    expect(payment?.trail.map(({ state }) => state)).not.toContain('undelivered')
  })
})

async function isPaidOnceAndOpensInTheEnd(
  { conduct, says, mimeType = 'text/html' }: Case,
  tuppence: Tuppence,
  world: World,
  page: Page,
): Promise<void> {
  const shop = openShop(world, { path: `/${conduct.name}`, mimeType })
  const purchase = await purchaseAt(shop, world, tuppence)
  shop.conduct = conduct
  await page.goto(shop.url)
  const popup = await payInPopup(tuppence, page, '$0.01')
  await expect(popup.getByText(UNDELIVERED)).toBeVisible()
  await expect(popup.getByText(says)).toBeVisible()
  await expect(popup.getByText('costs nothing')).toBeVisible()
  await purchase.isPaidOnce()

  // One click, at once: the tab asks again as it is.
  await popup.getByRole('button', RETRY).click()
  await expect.poll(purchase.timesSent).toBe(2)
  await purchase.comesTo('undelivered')

  // A reload is no new purchase. (The browser may still be busy with the last one.)
  await expect(() => page.reload()).toPass()
  await purchase.isPaidOnce()

  shop.conduct = undefined
  await popup.getByRole('button', RETRY).click()
  await expect(page.getByText(GOODS)).toBeVisible()
  await expect(popup.getByText('Paid $0.01 to shop.localhost')).toBeVisible()
  await purchase.comesTo('confirmed')
  await purchase.isPaidOnce()
  expect(await tuppence.rules()).toEqual([])
  await popup.close()
}

async function* inChunks(text: string): AsyncGenerator<string> {
  yield* text.match(/.{1,20}/gs) ?? []
}
