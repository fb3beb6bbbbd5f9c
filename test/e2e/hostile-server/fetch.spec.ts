import { GOODS, openShop } from '../../world/misbehaving-shop'
import {
  asksAgain,
  breaks,
  hangsUp,
  type Misbehaviour,
  sendsExcuses,
  sendsNothing,
  staysSilent,
} from '../../world/misbehaviour'
import { expect, test } from '../fixtures'
import { payInPopup } from '../main/story'
import { askByScript, buyerAt, openFront, RETRY, UNDELIVERED } from './purchase'

const cases: { does: string; conduct: Misbehaviour; gets: RegExp; says: string }[] = [
  { does: 'asks again', conduct: asksAgain, gets: /^402 /, says: 'The site failed' },
  { does: 'breaks', conduct: breaks, gets: /^500 /, says: 'The site failed' },
  { does: 'sends nothing', conduct: sendsNothing, gets: /^200 $/, says: 'The site sent nothing' },
  {
    does: 'sends a page in place of data',
    conduct: sendsExcuses,
    gets: /^200 .*JavaScript/,
    says: 'something else than it promised',
  },
  // Nothing came: the page has the 402 that it got itself.
  { does: 'ends the connection', conduct: hangsUp, gets: /^402 /, says: 'did not answer' },
]

test.describe('A fetch from a server that', { tag: '@hostile-server' }, () => {
  for (const { does, conduct, gets, says } of cases) {
    test(`${does}: the page gets its answer, and its next try the same payment`, async ({
      tuppence,
      world,
      page,
    }) => {
      const shop = openShop(world, { path: '/data', mimeType: 'application/json' })
      const buyer = await buyerAt(shop, world, tuppence)
      shop.conduct = conduct
      await openFront(page, world)
      const first = askByScript(page, shop.url)
      const popup = await payInPopup(tuppence, page, '$0.01')
      expect(await first).toMatch(gets)
      await expect(popup.getByText(UNDELIVERED)).toBeVisible()
      await expect(popup.getByText(says)).toBeVisible()
      await buyer.hasPaidOnce()

      shop.conduct = undefined
      const before = (await tuppence.payments())[0]?.request.ticket
      const second = askByScript(page, shop.url)
      await expect.poll(async () => (await tuppence.payments())[0]?.request.ticket).not.toBe(before)
      await popup.getByRole('button', RETRY).click()
      expect(await second).toContain(GOODS)
      await buyer.comesTo('confirmed')
      await buyer.hasPaidOnce()
    })
  }

  test('never answers: the page gives up, and the chain says what became of it', async ({
    tuppence,
    world,
    page,
  }) => {
    const shop = openShop(world, { path: '/data', mimeType: 'application/json' })
    const buyer = await buyerAt(shop, world, tuppence)
    shop.conduct = staysSilent
    await openFront(page, world)
    const asked = askByScript(page, shop.url)
    const popup = await payInPopup(tuppence, page, '$0.01')
    await expect.poll(() => buyer.transfers()).toHaveLength(1)
    await page.evaluate(() => (window as unknown as { giveUp(): void }).giveUp())
    expect(await asked).toContain('AbortError')
    await expect(popup.getByText(UNDELIVERED)).toBeVisible()
    await expect(popup.getByText('The site did not answer')).toBeVisible()
    await buyer.hasPaidOnce()
  })
})
