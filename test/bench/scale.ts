import type { Bench } from './browsers'
import { type Figure, measured } from './figures'
import { fillHistory } from './history'
import { timeFirstPaint, timeFirstRows } from './open-pages'
import { atRest } from './rest'
import { openShop, sellTimed } from './shop'

const SIZES = [0, 1_000, 100_000]
const WARM_UP = 3
const MOST_OPENINGS = 15

interface Opened {
  size: number
  gaps: number[]
  popup: number[]
  overview: number[]
  history: number[]
}

/** The same with more and more behind it: a payment, and opening what there is to open. */
export async function scale(bench: Bench, rounds: number): Promise<Figure[]> {
  const results: Opened[] = []
  for (const size of SIZES) results.push(await measureAt(bench, size, rounds))
  const [none, ...more] = results
  if (!none) return []
  return [
    measured('popup: opened to first content', 'ms', none.popup, undefined, {
      most: 150,
      of: 'value',
    }),
    measured('overview: opened to first content', 'ms', none.overview),
    measured('history: opened to first payments', 'ms', none.history),
    ...more.flatMap(({ size, gaps, popup, overview, history }) => {
      const name = (what: string) => `${what}, ${size.toLocaleString('en')} payments`
      const flat = { most: 1.5, of: 'ratio' } as const
      return [
        measured(name('402 answered to paid request'), 'ms', gaps, beside(none.gaps), flat),
        measured(name('popup opened'), 'ms', popup, beside(none.popup), flat),
        measured(name('overview opened'), 'ms', overview, beside(none.overview), flat),
        measured(name('history opened'), 'ms', history, beside(none.history)),
      ]
    }),
  ]
}

const beside = (values: number[]) => ({ name: 'with an empty history', values })

async function measureAt(bench: Bench, size: number, rounds: number): Promise<Opened> {
  const { world, tuppence } = bench
  if (size > 0) await fillHistory(bench, size)
  openShop(world, '<!doctype html><title>Shop</title>A shop')
  const sales = sellTimed(world, '/scale')
  const page = await tuppence.context.newPage()
  await page.goto(`${world.workbench.origin('a')}/shop`)
  await page.bringToFront()
  const result: Opened = { size, gaps: [], popup: [], overview: [], history: [] }
  for (let round = -WARM_UP; round < rounds; round++) {
    await atRest(bench)
    const url = `/scale?${size}-${round}`
    const status = await page.evaluate(async (url) => (await fetch(url)).status, url)
    if (status !== 200) throw new Error(`Not paid: ${status}`)
    const { asked, paid } = sales.get(url) ?? { asked: 0, paid: Number.NaN }
    if (round >= 0) result.gaps.push(paid - asked)
  }
  await atRest(bench)
  const popup = `popup.html?tab=${await tuppence.tabId(page)}`
  for (let round = 0; round < Math.min(rounds, MOST_OPENINGS); round++) {
    result.popup.push(await timeFirstPaint(bench, popup))
    result.overview.push(await timeFirstPaint(bench, 'dashboard.html#/overview'))
    result.history.push(await timeFirstRows(bench))
  }
  await page.close()
  return result
}
