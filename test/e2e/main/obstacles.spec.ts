import { answer402V2, paymentRequiredV2, paymentRequirementsV2 } from '../../world/terms'
import { expect, test } from '../fixtures'
import { passphrase } from '../tuppence'
import { article, newTransfers, payInPopup } from './story'

test.describe('Obstacles', { tag: '@main' }, () => {
  test('locked: unlock, then pay', async ({ tuppence, world, page }) => {
    await tuppence.setUpWallet({ lock: 'passphrase' })
    await tuppence.command('lock')
    await page.goto(world.news.url + article.fiveCents.path)
    const popup = await tuppence.openPopup(page)
    await expect(popup.getByText(/\$0\.05 to news\.localhost\S* waits/)).toBeVisible()
    await popup.getByLabel('Passphrase', { exact: true }).fill('not my passphrase')
    await popup.getByRole('button', { name: 'Unlock' }).click()
    await expect(popup.getByText('This is not the passphrase')).toBeVisible()
    expect(await (await newTransfers(world, tuppence))()).toEqual([])

    await popup.getByLabel('Passphrase', { exact: true }).fill(passphrase)
    await popup.getByRole('button', { name: 'Unlock' }).click()
    await popup.getByRole('button', { name: 'Pay $0.05' }).click()
    await expect(page.getByText(article.fiveCents.paidText)).toBeVisible()
    expect(await (await newTransfers(world, tuppence))()).toHaveLength(1)
  })

  test('no wallet yet: the popup leads to setting one up', async ({ tuppence, world, page }) => {
    await page.goto(world.news.url + article.fiveCents.path)
    const popup = await tuppence.openPopup(page)
    await expect(
      popup
        .getByRole('link', { name: 'Set up Tuppence' })
        .or(popup.getByRole('button', { name: 'Set up Tuppence' })),
    ).toBeVisible()
    await expect(page.getByRole('heading', { name: /costs \$0\.05/ })).toBeVisible()
  })

  test('too little money: says so, and nothing is signed', async ({ tuppence, world, page }) => {
    await tuppence.setUpWallet({ dollars: 0.02 })
    await page.goto(world.news.url + article.fiveCents.path)
    const popup = await tuppence.openPopup(page)
    await expect(popup.getByText('You have $0.02')).toBeVisible()
    await expect(popup.getByText('Not enough to pay this')).toBeVisible()
    await expect(popup.getByRole('button', { name: 'Pay $0.05' })).toBeDisabled()
    const [payment] = await tuppence.payments()
    // A page that gets past the button meets the worker.
    const { displayedTerms } = await import('../../../lib/payment/displayed')
    await expect(
      tuppence.command('approve', { paymentId: payment!.id, terms: displayedTerms(payment!) }),
    ).rejects.toMatchObject({ code: 'insufficient_balance' })
    expect((await tuppence.payments())[0]).not.toHaveProperty('authorization')
  })

  test('only networks that we do not know: says so, and the page keeps its answer', async ({
    tuppence,
    world,
    page,
  }) => {
    await tuppence.setUpWallet()
    const accepts = [paymentRequirementsV2({ network: 'eip155:999999' })]
    world.workbench.on('GET', '/far', () => answer402V2(paymentRequiredV2({ accepts }), 'Far away'))
    await page.goto(`${world.workbench.origin('a')}/far`)
    const popup = await tuppence.openPopup(page)
    await expect(popup.getByText(/network/i).first()).toBeVisible()
    await expect(popup.getByText('This page cannot be paid')).toBeVisible()
    await expect(page.getByText('Far away')).toBeVisible()
    expect(await tuppence.payments()).toEqual([])
  })

  test('the facilitator is down: nothing moves, the same payment can be tried again', async ({
    tuppence,
    world,
    page,
  }) => {
    await tuppence.setUpWallet()
    const transfers = await newTransfers(world, tuppence)
    world.facilitator.down(true)
    await page.goto(world.news.url + article.fiveCents.path)
    const popup = await payInPopup(tuppence, page, '$0.05')
    await expect(popup.getByText(/nothing will be paid twice/i)).toBeVisible()
    expect(await transfers()).toEqual([])
    const signed = (await tuppence.payments())[0]?.authorization?.nonce

    world.facilitator.down(false)
    await page.bringToFront()
    await page.reload()
    await popup.bringToFront()
    await popup.getByRole('button', { name: 'Try again with the same payment' }).click()
    await expect(page.getByText(article.fiveCents.paidText)).toBeVisible()
    expect(await transfers()).toHaveLength(1)
    const payments = await tuppence.payments()
    expect(payments.map(({ authorization }) => authorization?.nonce)).toEqual([signed])
  })

  test('the answer of the facilitator is lost: paid once, told so, never asked twice', async ({
    tuppence,
    world,
    page,
  }) => {
    await tuppence.setUpWallet()
    await tuppence.allow(0.1, 1)
    const transfers = await newTransfers(world, tuppence)
    world.facilitator.setFault('answer-lost')
    await page.bringToFront()
    await page.goto(world.news.url + article.fiveCents.path)
    await expect
      .poll(async () => (await tuppence.payments()).map(({ state }) => state))
      .toEqual(['undelivered'])
    await page.reload()
    await page.reload()
    const popup = await tuppence.openPopup(page)
    await expect(popup.getByText('Paid, but not delivered')).toBeVisible()
    expect(await transfers()).toHaveLength(1)
  })
})
