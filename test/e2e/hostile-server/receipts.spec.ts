import { GOODS, openShop } from '../../world/misbehaving-shop'
import { lies } from '../../world/misbehaviour'
import { expect, test } from '../fixtures'
import { payInPopup } from '../main/story'
import { buyerAt } from './purchase'

const otherTransaction = `0x${'ab'.repeat(32)}`
const stranger = `0x${'cd'.repeat(20)}`

const cases: { lie: string; claim: Record<string, unknown>; field: string; claimed: string }[] = [
  {
    lie: 'another transaction',
    claim: { transaction: otherTransaction },
    field: 'transaction',
    claimed: otherTransaction,
  },
  { lie: 'another payer', claim: { payer: stranger }, field: 'payer', claimed: stranger },
  { lie: 'a higher amount', claim: { amount: '90000' }, field: 'amount', claimed: '90000' },
  {
    lie: 'that it took nothing',
    claim: { success: false, errorReason: 'sold_out' },
    field: 'success',
    claimed: 'false',
  },
]

test.describe('A receipt that names', { tag: '@hostile-server' }, () => {
  for (const { lie, claim, field, claimed } of cases) {
    test(`${lie}: the content is shown, the chain's word stands`, async ({
      tuppence,
      world,
      page,
    }) => {
      const shop = openShop(world, { path: '/goods' })
      const buyer = await buyerAt(shop, world, tuppence)
      shop.conduct = lies(claim)
      await page.goto(shop.url)
      await payInPopup(tuppence, page, '$0.01')
      await expect(page.getByText(GOODS)).toBeVisible()
      await expect
        .poll(async () => (await tuppence.payments())[0]?.disputes)
        .toMatchObject([{ field, claimed }])
      const [payment] = await tuppence.payments()
      const settlement = (await world.chain.transfers()).at(-1)
      expect(payment).toMatchObject({ provenSpent: true, transaction: settlement?.txHash })
      await buyer.hasPaidOnce()

      const history = await tuppence.openDashboard('history')
      await history.getByRole('button', { name: /^Details/ }).click()
      await expect(history.getByText('receipt does not match the network')).toBeVisible()
    })
  }
})
