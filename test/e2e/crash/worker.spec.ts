import { test } from '../fixtures'
import { crashEverywhere, HALVES } from './matrix'
import { buyerOf, payByLimits, siteOf } from './site'

for (const way of ['navigation', 'fetch'] as const) {
  test.describe(`The worker is stopped while it pays for a ${way}`, { tag: '@crash' }, () => {
    test.describe.configure({ mode: 'parallel' })
    // As long as a busy machine needs: the points are many.
    test.setTimeout(600_000)

    for (const half of HALVES) {
      test(`approved by hand, ${half}: at every point paid once, and the content opens`, async ({
        tuppence,
        page,
      }) => {
        await tuppence.setUpWallet()
        const site = await siteOf(tuppence)
        await crashEverywhere(tuppence, await buyerOf(way, page, site), 'by hand', half)
      })

      test(`by limits, ${half}: at every point paid once, and the content opens`, async ({
        tuppence,
        page,
      }) => {
        await tuppence.setUpWallet()
        const site = await siteOf(tuppence)
        await payByLimits(tuppence, site)
        await crashEverywhere(tuppence, await buyerOf(way, page, site), 'by limits', half)
      })
    }
  })
}
