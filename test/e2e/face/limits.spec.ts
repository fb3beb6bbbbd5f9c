import { expect, test } from '../fixtures'
import { look } from '../look'
import { breakReading } from './broken'
import { tabTo } from './keyboard'

test.describe('The limits', { tag: '@face' }, () => {
  test('are set by keyboard alone, and say so when they cannot be read', async ({ tuppence }) => {
    await tuppence.setUpWallet()
    const page = await tuppence.openDashboard('limits')
    const field = (name: string) => page.getByLabel(name, { exact: true })
    const type = async (name: string, text: string) => {
      await tabTo(page, field(name))
      await page.keyboard.press('ControlOrMeta+A')
      await page.keyboard.type(text)
    }
    await expect(field('Per payment')).toBeVisible()
    await type('Per payment', '0.10')
    await type('Per day', 'one')
    await page.keyboard.press('Enter')
    await expect(field('Per day')).toHaveAttribute('aria-invalid', 'true')
    await type('Per day', '1')
    await type('Per month', '10')
    await page.keyboard.press('Enter')
    await expect(page.getByText('Saved', { exact: true })).toBeVisible()
    await tabTo(page, page.getByRole('switch').first())
    await page.keyboard.press('Space')
    await expect
      .poll(async () => (await tuppence.settings()).find(({ key }) => key === 'limits')?.value)
      .toMatchObject({
        autoApprove: true,
        perPayment: 100_000n,
        perDay: 1_000_000n,
        perMonth: 10_000_000n,
      })
    await look(page, 'limits-set')

    await page.goto(page.url().replace('#/limits', '#/history'))
    await breakReading(page, 'settings')
    await page.getByRole('link', { name: 'Limits' }).click()
    await expect(page.getByText('Tuppence cannot reach its records.')).toBeVisible()
    await look(page, 'limits-error')
  })
})
