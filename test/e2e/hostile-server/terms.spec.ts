import type { Payment } from '../../../lib/payment/payment'
import { GOODS, openShop } from '../../world/misbehaving-shop'
import { asksAgain, forgets } from '../../world/misbehaviour'
import { authorizationIn } from '../../world/payment-header'
import { expect, test } from '../fixtures'
import { payInPopup } from '../main/story'
import { purchaseAt, RETRY, UNDELIVERED } from './purchase'

test.describe('Terms that move', { tag: ['@hostile-server', '@attack'] }, () => {
  test('the price rises before the click: what was shown is what is signed', async ({
    tuppence,
    world,
    page,
  }) => {
    await tuppence.setUpWallet()
    const shop = openShop(world, { path: '/goods', price: 10_000n })
    const purchase = await purchaseAt(shop, world, tuppence)
    await page.goto(shop.url)
    shop.price = 20_000n
    const popup = await payInPopup(tuppence, page, '$0.01')
    await expect(popup.getByText('Checking on $0.01')).toBeVisible()
    await expect(popup.getByText('Nothing will be paid twice')).toBeVisible()
    expect(shop.received().map((header) => authorizationIn(header).amount)).toEqual([10_000n])
    // The server wants more: that is a new question, and not one unit has moved.
    await popup.getByRole('button', { name: 'Next payment' }).click()
    await expect(popup.getByRole('button', { name: 'Pay $0.02' })).toBeVisible()
    await popup.getByRole('button', { name: 'Not now', exact: true }).click()
    expect(await purchase.transfers()).toEqual([])
    await popup.close()

    shop.price = 10_000n
    const later = await tuppence.openPopup(page)
    await later.getByRole('button', RETRY).click()
    await expect(page.getByText(GOODS)).toBeVisible()
    await purchase.isPaidOnce()
    expect(await tuppence.balance()).toBe(9_990_000n)
  })

  test('the facilitator settles and answers too late: one payment, found on the chain', async ({
    tuppence,
    world,
    page,
  }) => {
    await tuppence.setUpWallet()
    const shop = openShop(world, { path: '/goods' })
    const purchase = await purchaseAt(shop, world, tuppence)
    world.facilitator.setFault('answer-lost')
    await page.goto(shop.url)
    const popup = await payInPopup(tuppence, page, '$0.01')
    await expect(popup.getByText(UNDELIVERED)).toBeVisible()
    await page.reload()
    await purchase.isPaidOnce()

    world.facilitator.setFault(undefined)
    await popup.getByRole('button', RETRY).click()
    await expect(page.getByText(GOODS)).toBeVisible()
    await purchase.comesTo('confirmed')
    await purchase.isPaidOnce()
  })

  test('an old 402 answers the payment of a newer one: it is asked about, never paid by itself', async ({
    tuppence,
    world,
    page,
  }) => {
    await tuppence.setUpWallet()
    const shop = openShop(world, { path: '/goods', price: 10_000n })
    const purchase = await purchaseAt(shop, world, tuppence)
    const old = shop.demand()
    await page.goto(shop.url)
    await (await payInPopup(tuppence, page, '$0.01')).close()
    await expect(page.getByText(GOODS)).toBeVisible()
    await purchase.comesTo('confirmed')

    shop.price = 20_000n
    await page.reload()
    const popup = await tuppence.openPopup(page)
    shop.conduct = forgets
    shop.oldDemand = old
    await tuppence.allow(0.1, 1)
    await popup.getByRole('button', { name: 'Pay $0.02' }).click()
    await expect(popup.getByText('Paid, but not delivered: $0.02')).toBeVisible()
    await expect
      .poll(async () => (await tuppence.payments()).map(stateOf))
      .toEqual(['10000 confirmed', '20000 undelivered', '10000 awaiting'])

    shop.conduct = undefined
    await popup.getByRole('button', RETRY).click()
    await expect(page.getByText(GOODS)).toBeVisible()
    expect((await purchase.transfers()).map(({ value }) => value)).toEqual([10_000n, 20_000n])
    expect(shop.signatures()).toBe(2)
  })

  test('a price that creeps up after each payment: limits pay once, then it is asked about', async ({
    tuppence,
    world,
    page,
  }) => {
    await tuppence.setUpWallet()
    await tuppence.allow(0.1, 1)
    const shop = openShop(world, { path: '/goods' })
    const purchase = await purchaseAt(shop, world, tuppence)
    shop.conduct = ({ settled, goods }) => {
      shop.price += 1n
      return asksAgain({ settled, goods, demand: shop.demand() })
    }
    await page.bringToFront()
    await page.goto(shop.url)
    await purchase.comesTo('awaiting')
    const popup = await tuppence.openPopup(page)
    await expect(popup.getByText('You may have paid for this already')).toBeVisible()
    await purchase.isPaidOnce()

    // Delivered or not: another price does not make another thing of it.
    shop.conduct = undefined
    await popup.close()
    await page.bringToFront()
    await page.reload()
    await purchase.comesTo('awaiting')
    await purchase.isPaidOnce()
  })

  test('an old 402 greets a later visit: limits do not buy the same again', async ({
    tuppence,
    world,
    page,
  }) => {
    await tuppence.setUpWallet()
    const shop = openShop(world, { path: '/goods' })
    const purchase = await purchaseAt(shop, world, tuppence)
    shop.oldDemand = shop.demand()
    await page.goto(shop.url)
    await (await payInPopup(tuppence, page, '$0.01')).close()
    await expect(page.getByText(GOODS)).toBeVisible()
    await purchase.comesTo('confirmed')

    await tuppence.allow(0.1, 1)
    await page.bringToFront()
    await page.goto('about:blank')
    await page.goto(shop.url)
    const popup = await tuppence.openPopup(page)
    await expect(popup.getByText('You already bought this')).toBeVisible()
    await page.reload()
    await purchase.isPaidOnce()
  })
})

function stateOf({ terms, state }: Payment): string {
  return `${terms.amount} ${state}`
}
