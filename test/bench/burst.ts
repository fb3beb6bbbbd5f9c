import type { Page } from '@playwright/test'
import type { Bench } from './browsers'
import type { Figure } from './figures'
import { openSdk, SDK } from './latency'
import { sdkPage } from './sdk-page'
import { openShop, sellTimed } from './shop'

/** Many fetches at once, each paid by itself. */
export async function burst(bench: Bench, count: number): Promise<Figure[]> {
  const { world, tuppence, plain } = bench
  openShop(world, await sdkPage())
  sellTimed(world, '/burst')
  const [ours, theirs] = [await tuppence.context.newPage(), await plain.newPage()]
  for (const page of [ours, theirs]) await page.goto(`${world.workbench.origin('a')}/shop`)
  await ours.bringToFront()
  await openSdk(bench, theirs)
  const their = await all(theirs, count, true)
  const our = await all(ours, count, false)
  for (const page of [ours, theirs]) await page.close()
  const [ourRate, theirRate] = [our, their].map(({ ms }) => (count / ms) * 1000) as [number, number]
  return [
    {
      name: `${count} fetches at once`,
      unit: '/s',
      value: ourRate,
      baseline: { name: SDK, value: theirRate },
      ratio: ourRate / theirRate,
    },
    {
      name: 'longest task in the page meanwhile',
      unit: 'ms',
      value: our.longest,
      baseline: { name: SDK, value: their.longest },
      goal: { most: 50, of: 'value' },
    },
  ]
}

function all(page: Page, count: number, bySdk: boolean) {
  return page.evaluate(
    async ([count, bySdk]) => {
      const paying = bySdk ? Reflect.get(window, 'paying') : fetch
      let longest = 0
      const observer = new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries()) longest = Math.max(longest, duration)
      })
      observer.observe({ entryTypes: ['longtask'] })
      const from = performance.now()
      const statuses = await Promise.all(
        Array.from({ length: count }, async (_, index) => {
          const response: Response = await paying(`/burst?${bySdk}-${index}`)
          await response.text()
          return response.status
        }),
      )
      const ms = performance.now() - from
      const unpaid = statuses.filter((status) => status !== 200).length
      if (unpaid > 0) throw new Error(`${unpaid} of ${count} were not paid`)
      return { ms, longest }
    },
    [count, bySdk] as const,
  )
}
