import type { Bench } from './browsers'
import { type Figure, measured, quantile } from './figures'
import { fillHistory, siteOf, titleOf } from './history'

const COUNT = 100_000
const STEPS = 200
const PATIENCE_MS = 60_000
/** What the page says when it has read all of the history through its filter. */
const ALL_READ = 'payments?( ·|$)'
/** What is in the line of a payment, and not in that of a day. */
const HOST = 'localhost|example'

/** The page of a history of 100,000 payments: opened, searched, filtered and scrolled through. */
export async function historyPage(bench: Bench, rounds: number): Promise<Figure[]> {
  await fillHistory(bench, COUNT)
  const address = new URL('dashboard.html#/history', bench.tuppence.console.url()).href
  const times: Record<'first' | 'all' | 'recent' | 'old' | 'site', number[]> = {
    first: [],
    all: [],
    recent: [],
    old: [],
    site: [],
  }
  const frames: number[] = []
  for (let round = 0; round < rounds; round++) {
    const page = await bench.tuppence.context.newPage()
    const read = (search: string, place: string, until: string) =>
      page.evaluate(timeReading, { search, place, until, patienceMs: PATIENCE_MS })
    const status = '[role=status]'
    await page.goto(address)
    times.first.push(await read('', 'tbody', HOST))
    times.all.push(await read('', status, ALL_READ))

    const [recent, old] = [1_000 + round, COUNT - 1_000 - round]
    const { host } = new URL(siteOf(recent))
    times.recent.push(await read(`q=${titleOf(recent)}`, 'tbody', host))
    await read('', status, ALL_READ)
    times.old.push(await read(`q=${titleOf(old)}`, status, ALL_READ))
    times.site.push(await read(`site=${encodeURIComponent(siteOf(0))}`, status, ALL_READ))
    await read('', status, ALL_READ)
    frames.push(...(await page.evaluate(scrollThrough, STEPS)))
    await page.close()
  }
  const name = (what: string) => `history of ${COUNT.toLocaleString('en')}: ${what}`
  return [
    measured(name('opened to first payments'), 'ms', times.first),
    measured(name('opened until all are counted'), 'ms', times.all),
    measured(name('search until a recent payment shows'), 'ms', times.recent),
    measured(name('search through all'), 'ms', times.old),
    measured(name('filter by site, through all'), 'ms', times.site),
    measured(name(`a frame of ${STEPS} that scroll through all`), 'ms', frames),
    { name: name('the same, 95th percentile'), unit: 'ms', value: quantile(frames, 0.95) },
  ]
}

/**
 * Runs in the page: sets search and filters as the address has them, and gives the milliseconds
 * until the text in some place, changed by it, is as wanted. Without a change of them the time
 * counts from the navigation.
 */
async function timeReading({
  search,
  place,
  until,
  patienceMs,
}: Record<'search' | 'place' | 'until', string> & { patienceMs: number }): Promise<number> {
  const hash = search ? `#/history?${search}` : '#/history'
  const wanted = new RegExp(until, 'm')
  const changes = location.hash !== hash
  const began = changes ? performance.now() : 0
  let before: string | undefined
  while (true) {
    const now = [...document.querySelectorAll(place)].map((one) => one.textContent).join('\n')
    const ms = performance.now() - began
    if (location.hash !== hash) {
      before = now
      location.hash = hash
    } else if (now !== before) {
      before = undefined
      if (wanted.test(now)) return ms
    }
    if (ms > patienceMs) throw new Error(`Not there in time: ${until} in ${now.slice(0, 200)}`)
    await new Promise(requestAnimationFrame)
  }
}

/** Runs in the page: from the top to the bottom; milliseconds between frames. */
async function scrollThrough(steps: number): Promise<number[]> {
  const gaps: number[] = []
  let last = performance.now()
  for (let step = 0; step <= steps; step++) {
    scrollTo(0, (document.body.scrollHeight * step) / steps)
    await new Promise(requestAnimationFrame)
    const now = performance.now()
    gaps.push(now - last)
    last = now
  }
  return gaps
}
