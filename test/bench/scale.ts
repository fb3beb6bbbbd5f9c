import type { Bench } from './browsers'
import { type Figure, measured } from './figures'
import { fillHistory } from './history'
import { openShop, sellTimed } from './shop'

const SIZES = [0, 1_000, 100_000]

/** The same with more and more behind it: a decision, and opening the popup and the dashboard. */
export async function scale(bench: Bench, rounds: number): Promise<Figure[]> {
  const { world, tuppence } = bench
  openShop(world, '<!doctype html><title>Shop</title>A shop')
  const sales = sellTimed(world, '/scale')
  const results = []
  for (const size of SIZES) {
    if (size > 0) await fillHistory(tuppence, size)
    const page = await tuppence.context.newPage()
    await page.goto(`${world.workbench.origin('a')}/shop`)
    await page.bringToFront()
    const gaps: number[] = []
    for (let round = 0; round < rounds + 3; round++) {
      const url = `/scale?${size}-${round}`
      const status = await page.evaluate(async (url) => (await fetch(url)).status, url)
      if (status !== 200) throw new Error(`Not paid: ${status}`)
      const { asked, paid } = sales.get(url) ?? { asked: 0, paid: Number.NaN }
      if (round >= 3) gaps.push(paid - asked)
    }
    const opened = { popup: [] as number[], dashboard: [] as number[] }
    const tabId = await tuppence.tabId(page)
    for (let round = 0; round < Math.min(rounds, 15); round++) {
      opened.popup.push(await firstPaint(bench, `popup.html?tab=${tabId}`))
      opened.dashboard.push(await firstPaint(bench, 'dashboard.html#/history'))
    }
    await page.close()
    results.push({ size, gaps, ...opened })
  }
  const [none, ...more] = results
  if (!none) return []
  return [
    measured('popup: opened to first content', 'ms', none.popup, undefined, {
      most: 150,
      of: 'value',
    }),
    measured('dashboard: opened to first content', 'ms', none.dashboard),
    ...more.flatMap(({ size, gaps, popup, dashboard }) => {
      const name = (what: string) => `${what}, ${size.toLocaleString('en')} payments`
      const flat = { most: 1.5, of: 'ratio' } as const
      return [
        measured(name('decide, reserve, sign'), 'ms', gaps, beside(none.gaps), flat),
        measured(name('popup opened'), 'ms', popup, beside(none.popup), flat),
        measured(name('dashboard opened'), 'ms', dashboard, beside(none.dashboard)),
      ]
    }),
  ]
}

const beside = (values: number[]) => ({ name: 'with an empty history', values })

/** From the navigation to the first content that the page shows. */
async function firstPaint({ tuppence }: Bench, path: string): Promise<number> {
  const page = await tuppence.context.newPage()
  await page.goto(new URL(path, tuppence.console.url()).href)
  const ms = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) => {
          const [paint] = list.getEntriesByName('first-contentful-paint')
          if (paint) resolve(paint.startTime)
        }).observe({ type: 'paint', buffered: true })
      }),
  )
  await page.close()
  return ms
}
