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
import { askByScript, openFront, purchaseAt, RETRY, UNDELIVERED } from './purchase'

const cases: { conduct: Misbehaviour; pageGets: RegExp; says: string }[] = [
  { conduct: asksAgain, pageGets: /^402 /, says: 'The site failed' },
  { conduct: breaks, pageGets: /^500 /, says: 'The site failed' },
  { conduct: sendsNothing, pageGets: /^200 $/, says: 'The site sent nothing' },
  { conduct: sendsExcuses, pageGets: /^200 .*JavaScript/, says: 'else than it promised' },
  // Nothing came: the page has the 402 that it got itself.
  { conduct: hangsUp, pageGets: /^402 /, says: 'did not answer' },
]

test.describe('A fetch from a server that', { tag: ['@hostile-server', '@attack'] }, () => {
  test('takes the money and fails: the page gets its answer, and its next try the same payment', async ({
    tuppence,
    world,
    page,
  }) => {
    await tuppence.setUpWallet()
    await openFront(page, world)
    for (const { conduct, pageGets, says } of cases) {
      await test.step(conduct.name, async () => {
        const shop = openShop(world, { path: `/${conduct.name}`, mimeType: 'application/json' })
        const purchase = await purchaseAt(shop, world, tuppence)
        const ticket = async () => (await purchase.records())[0]?.request.ticket
        shop.conduct = conduct
        const first = askByScript(page, shop.url)
        const popup = await payInPopup(tuppence, page, '$0.01')
        expect(await first).toMatch(pageGets)
        await expect(popup.getByText(UNDELIVERED)).toBeVisible()
        await expect(popup.getByText(says)).toBeVisible()
        await purchase.isPaidOnce()

        shop.conduct = undefined
        const before = await ticket()
        const second = askByScript(page, shop.url)
        await expect.poll(ticket).not.toBe(before)
        await popup.getByRole('button', RETRY).click()
        expect(await second).toContain(GOODS)
        await purchase.comesTo('confirmed')
        await purchase.isPaidOnce()
        await popup.close()
      })
    }
  })

  test('never answers: the page gives up, and the chain says what became of it', async ({
    tuppence,
    world,
    page,
  }) => {
    await tuppence.setUpWallet()
    const shop = openShop(world, { path: '/data', mimeType: 'application/json' })
    const purchase = await purchaseAt(shop, world, tuppence)
    shop.conduct = staysSilent
    await openFront(page, world)
    const asked = askByScript(page, shop.url)
    const popup = await payInPopup(tuppence, page, '$0.01')
    await expect.poll(() => purchase.transfers()).toHaveLength(1)
    await page.evaluate(() => (window as unknown as { giveUp(): void }).giveUp())
    expect(await asked).toContain('AbortError')
    await expect(popup.getByText(UNDELIVERED)).toBeVisible()
    await expect(popup.getByText('The site did not answer')).toBeVisible()
    await purchase.isPaidOnce()
  })
})
