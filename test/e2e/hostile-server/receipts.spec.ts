import { GOODS, openShop } from '../../world/misbehaving-shop'
import { lies } from '../../world/misbehaviour'
import { expect, test } from '../fixtures'
import { payInPopup } from '../main/story'
import { purchaseAt } from './purchase'

const otherTransaction = `0x${'ab'.repeat(32)}`
const stranger = `0x${'cd'.repeat(20)}`
const soldOut = { success: false, errorReason: 'sold_out' }

/** What the receipt claims, the line of it that is disputed, and what the dashboard says of that. */
const cases = [
  [{ transaction: otherTransaction }, 'transaction', otherTransaction, 'names transaction'],
  [{ payer: stranger }, 'payer', stranger, /says that 0xcd\S* paid/],
  [{ amount: '90000' }, 'amount', '90000', 'was paid. It was'],
  [soldOut, 'success', 'false', 'says that nothing was paid, but it was'],
] as const

test.describe('Receipts that lie', { tag: ['@hostile-server', '@attack'] }, () => {
  test('of transaction, payer, amount or success: the content opens, the word of the chain stands', async ({
    tuppence,
    world,
    page,
  }) => {
    await tuppence.setUpWallet()
    const history = await tuppence.openDashboard('history')
    for (const [claim, field, claimed, words] of cases) {
      await test.step(field, async () => {
        const shop = openShop(world, { path: `/${field}` })
        const purchase = await purchaseAt(shop, world, tuppence)
        shop.conduct = lies(claim)
        await page.goto(shop.url)
        const popup = await payInPopup(tuppence, page, '$0.01')
        await expect(page.getByText(GOODS)).toBeVisible()
        const disputes = async () => (await purchase.records())[0]?.disputes
        await expect.poll(disputes).toMatchObject([{ field, claimed }])
        const [payment] = await purchase.records()
        const settlement = (await world.chain.transfers()).at(-1)
        const transaction = settlement?.txHash
        expect(payment).toMatchObject({ state: 'confirmed', provenSpent: true, transaction })
        await purchase.isPaidOnce()

        // A tab in the background draws nothing, and so takes no click.
        await history.bringToFront()
        const details = history.getByRole('button', { name: /^Details/ }).first()
        await details.click()
        await expect(history.getByText(words)).toBeVisible()
        await details.click()
        await popup.close()
      })
    }
  })
})
