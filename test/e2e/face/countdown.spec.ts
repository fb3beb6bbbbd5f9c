import { expect, testInOwnBrowser as test } from '../fixtures'
import { look } from '../look'
import { article, newTransfers, payInPopup } from '../main/story'

test.describe('Time in the popup', { tag: '@face' }, () => {
  test('counts the last minute in which the same payment can be tried again', async ({
    tuppence,
    world,
    page,
  }) => {
    await tuppence.setUpWallet()
    world.facilitator.down(true)
    await page.goto(world.news.url + article.fiveCents.path)
    const popup = await payInPopup(tuppence, page, '$0.05')
    const again = popup.getByRole('button', { name: 'Try again with the same payment' })
    await expect(again).toBeVisible()
    const [payment] = await tuppence.payments()
    // The last ten seconds are too few for the server to settle in.
    const end = (payment?.authorization?.validBefore ?? 0) * 1000 - 10_000
    await popup.clock.setFixedTime(end - 61_000)
    await expect(popup.getByRole('timer')).toBeHidden()
    await popup.clock.setFixedTime(end - 42_000)
    await expect(popup.getByRole('timer')).toHaveText('Can be tried again for 42 seconds')
    await expect(popup.getByText('Trying again is possible for less than a minute.')).toHaveRole(
      'status',
    )
    await look(popup, 'popup-countdown')
    await popup.clock.setFixedTime(end - 1_000)
    await expect(popup.getByRole('timer')).toHaveText('Can be tried again for 1 second')
    await popup.clock.setFixedTime(end + 1)
    await expect(again).toBeHidden()
    await expect(popup.getByRole('timer')).toBeHidden()
    await popup.getByRole('button', { name: 'Done' }).click()
    await expect(popup.getByRole('heading', { name: 'Balance' })).toBeVisible()
    expect(await tuppence.balance()).toBe(10_000_000n)
  })

  test('says when a price was asked for long ago, and asks the site again', async ({
    tuppence,
    world,
    page,
  }) => {
    await tuppence.setUpWallet()
    await tuppence.askAlways()
    const transfers = await newTransfers(world, tuppence)
    await page.goto(world.news.url + article.fiveCents.path)
    const popup = await tuppence.openPopup(page)
    await popup.clock.setFixedTime(Date.now() + 9 * 60_000)
    await popup.reload()
    const pay = popup.getByRole('button', { name: 'Pay $0.05' })
    await expect(pay).toBeVisible()
    await expect(popup.getByText('The price may have changed since')).toBeHidden()
    await popup.clock.setFixedTime(Date.now() + 11 * 60_000)
    await popup.reload()
    await expect(popup.getByText('The price may have changed since')).toBeVisible()
    await look(popup, 'popup-asked-long-ago')
    await popup.getByRole('button', { name: 'Ask the site again' }).click()
    const states = async () => (await tuppence.payments()).map(({ state }) => state)
    await expect.poll(states).toEqual(['declined', 'awaiting'])
    expect(await transfers()).toEqual([])
  })
})
