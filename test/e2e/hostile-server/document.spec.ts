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
import { buyerAt, RETRY, UNDELIVERED } from './purchase'

const cases: { does: string; conduct: Misbehaviour; says: string; mimeType?: string }[] = [
  { does: 'takes the money and asks again', conduct: asksAgain, says: 'The site failed' },
  { does: 'asks again and says nothing of it', conduct: forgets, says: 'did not accept' },
  { does: 'takes the money and breaks', conduct: breaks, says: 'The site failed' },
  { does: 'breaks and says nothing of it', conduct: breaksSilently, says: 'The site failed' },
  { does: 'sends an empty page', conduct: sendsNothing, says: 'The site sent nothing' },
  { does: 'sends nothing at all', conduct: sendsNothingAtAll, says: 'The site sent nothing' },
  { does: 'sends no chunks', conduct: sendsNoChunks, says: 'The site sent nothing' },
  {
    does: 'sends a page in place of data',
    conduct: sendsExcuses,
    says: 'something else than it promised',
    mimeType: 'application/json',
  },
  { does: 'ends the connection', conduct: hangsUp, says: 'The site did not answer' },
]

test.describe('A document of a server that', { tag: '@hostile-server' }, () => {
  for (const { does, conduct, says, mimeType } of cases) {
    test(`${does}: paid once, told so, opened with the same payment`, async ({
      tuppence,
      world,
      page,
    }) => {
      const shop = openShop(world, { path: '/goods', ...(mimeType && { mimeType }) })
      const buyer = await buyerAt(shop, world, tuppence)
      shop.conduct = conduct
      await page.goto(shop.url)
      const popup = await payInPopup(tuppence, page, '$0.01')
      await expect(popup.getByText(UNDELIVERED)).toBeVisible()
      await expect(popup.getByText(says)).toBeVisible()
      await expect(popup.getByText('costs nothing')).toBeVisible()
      await buyer.hasPaidOnce()

      // One click, at once: the tab asks again as it is.
      const sent = shop.received().length
      await popup.getByRole('button', RETRY).click()
      await expect.poll(() => shop.received().length).toBeGreaterThan(sent)
      await buyer.comesTo('undelivered')

      // A reload is no new purchase.
      await page.reload()
      await page.reload()
      await buyer.hasPaidOnce()

      shop.conduct = undefined
      await popup.getByRole('button', RETRY).click()
      await expect(page.getByText(GOODS)).toBeVisible()
      await expect(popup.getByText('Paid $0.01 to shop.localhost')).toBeVisible()
      await buyer.comesTo('confirmed')
      await buyer.hasPaidOnce()
      expect(await tuppence.rules()).toEqual([])
    })
  }

  test('never answers: the tab is closed, and a later visit opens it with the same payment', async ({
    tuppence,
    world,
    page,
    context,
  }) => {
    const shop = openShop(world, { path: '/goods' })
    const buyer = await buyerAt(shop, world, tuppence)
    shop.conduct = staysSilent
    await page.goto(shop.url)
    const popup = await payInPopup(tuppence, page, '$0.01')
    await expect(popup.getByText('Waiting for the site to answer')).toBeVisible()
    await expect.poll(() => buyer.transfers()).toHaveLength(1)
    await page.close()
    await expect(popup.getByText(UNDELIVERED)).toBeVisible()
    await expect(popup.getByText('The site did not answer')).toBeVisible()
    // The page is gone, and nothing else gets what was meant for it.
    await popup.getByRole('button', RETRY).click()
    await expect(popup.getByText('The page that asked is gone')).toBeVisible()
    await buyer.hasPaidOnce()

    shop.conduct = undefined
    const later = await context.newPage()
    await later.goto(shop.url)
    await popup.getByRole('button', RETRY).click()
    await expect(later.getByText(GOODS)).toBeVisible()
    await buyer.comesTo('confirmed')
    await buyer.hasPaidOnce()
  })

  test('delivers in chunks is not mistaken for one that sends none', async ({
    tuppence,
    world,
    page,
  }) => {
    const shop = openShop(world, { path: '/goods' })
    const buyer = await buyerAt(shop, world, tuppence)
    shop.conduct = ({ goods, settled }) =>
      withReceipt({ ...goods, body: inChunks(String(goods.body)) }, settled)
    await page.goto(shop.url)
    await payInPopup(tuppence, page, '$0.01')
    await expect(page.getByText(GOODS)).toBeVisible()
    await buyer.comesTo('confirmed')
    const [payment] = await tuppence.payments()
    expect(payment?.answer).toMatchObject({ status: 200, mimeType: 'text/html' })
    expect(payment?.answer?.headersHash).toMatch(/^[0-9a-f]{64}$/)
    expect(payment?.trail.map(({ state }) => state)).not.toContain('undelivered')
  })
})

async function* inChunks(text: string): AsyncGenerator<string> {
  yield* text.match(/.{1,20}/gs) ?? []
}
