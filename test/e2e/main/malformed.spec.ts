import { malformed402s } from '../../world/malformed-402s'
import { expect, test } from '../fixtures'

const cases = malformed402s()

test.describe('Malformed 402s', { tag: ['@main', '@attack'] }, () => {
  for (const kind of ['malformed', 'unpayable', 'not-x402'] as const) {
    test(`${kind}: the page keeps its answer, nothing is paid, one clear line`, async ({
      tuppence,
      world,
      page,
    }) => {
      test.setTimeout(180_000)
      await tuppence.setUpWallet()
      // With limits on, anything readable would be paid at once: the sharpest form of the test.
      await tuppence.allow(1000, 100_000)
      const popup = await tuppence.openPopup(page)
      const line = popup.getByText('This page cannot be paid')
      for (const { name, status, headers, body } of cases.filter(({ expect }) => expect === kind)) {
        await test.step(name, async () => {
          world.workbench.on('GET', '/broken', () => ({ status, headers, body }))
          await page.bringToFront()
          // An error page of the browser may still be on its way.
          await expect(() => page.goto('about:blank')).toPass()
          await expect(line).toBeHidden()
          const answer = await page.goto(`${world.workbench.origin('a')}/broken`).catch(() => null)
          if (answer) {
            expect(answer.status()).toBe(402)
            expect(await answer.text()).toBe(body)
          }
          if (kind === 'not-x402') await expect(line).toBeHidden()
          else await expect(line).toHaveCount(1)
        })
      }
      expect(await tuppence.payments()).toEqual([])
      expect(await tuppence.balance()).toBe(10_000_000n)
      const paid = world.workbench.log.filter(
        ({ headers }) => headers['payment-signature'] ?? headers['x-payment'],
      )
      expect(paid).toEqual([])
    })
  }

  test('there are at least twenty kinds', () => {
    expect(cases.filter((one) => one.expect !== 'not-x402').length).toBeGreaterThanOrEqual(20)
  })
})
