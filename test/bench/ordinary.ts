import type { BrowserContext, CDPSession, Page } from '@playwright/test'
import { BUILT } from '../e2e/built'
import type { World } from '../world/index'
import { listeningExtension, startBrowser } from './browsers'
import { type Figure, measured, median, paired } from './figures'
import { FETCHES, SUBRESOURCES, servePages } from './ordinary-page'
import { wakesOf } from './wakes'

const BATCHES = 20
const CALLS = 300
const WARM_UP = 2
/** What a listener costs is for comparison only: it is measured in every third round. */
const LISTENER_EVERY = 3
const NONE = 'without extension'
const LISTENER = 'with a plain listener'

interface Side {
  page: Page
  session: CDPSession
  visits: Visit[]
}

interface Visit {
  /** Until the last answer has come, milliseconds. */
  load: number
  /** That all processes of the browser have computed, milliseconds. */
  cpu: number
  /** Of `fetch`, until it gives its promise, microseconds. */
  call: number
}

/** A page that asks for no payment, in browsers with and without the wallet, in turns. */
export async function ordinaryPage(world: World, rounds: number): Promise<Figure[]> {
  servePages(world)
  const started = [
    await startBrowser([]),
    await startBrowser([BUILT]),
    await startBrowser([await listeningExtension()]),
  ]
  try {
    const sides = await Promise.all(started.map(({ context }) => sideOf(context)))
    const [without, ours, listener] = sides as [Side, Side, Side]
    for (let round = -WARM_UP; round < rounds; round++) {
      // Whoever is first finds the machine as the last round has left it.
      const turn = round % 2 ? [without, ours] : [ours, without]
      if (round % LISTENER_EVERY === 0) turn.push(listener)
      for (const side of turn) {
        const visit = await visitBy(world, side)
        if (round >= 0) side.visits.push(visit)
      }
    }
    const wakes = await wakesOf(world, ours.page, ours.session)
    return [...figuresOf(without, ours, listener), ...wakes]
  } finally {
    for (const { stop } of started) await stop()
  }
}

function figuresOf(without: Side, ours: Side, listener: Side): Figure[] {
  const all = (side: Side, what: keyof Visit) => side.visits.map((visit) => visit[what])
  const some = (what: keyof Visit) =>
    all(without, what).filter((_, round) => round % LISTENER_EVERY === 0)
  const than = (what: keyof Visit) => ({ name: NONE, values: all(without, what) })
  const listening = (what: keyof Visit) => ({ name: NONE, values: some(what) })
  const above = (values: number[], none: number[]) =>
    values.map((value, round) => value - (none[round] ?? Number.NaN))
  const per100 = (ms: number) => (ms / (SUBRESOURCES + FETCHES)) * 100
  const calls = median(all(without, 'call'))
  return [
    paired(
      `page with ${SUBRESOURCES} subresources and ${FETCHES} fetches`,
      'ms',
      all(ours, 'load'),
      than('load'),
      { most: 1.01, of: 'ratio' },
    ),
    paired('the same with a plain listener', 'ms', all(listener, 'load'), listening('load')),
    measured(
      'CPU of 100 requests, all processes, above none',
      'ms',
      above(all(ours, 'cpu'), all(without, 'cpu')).map(per100),
      { name: LISTENER, values: above(all(listener, 'cpu'), some('cpu')).map(per100) },
      { most: 15, of: 'value' },
    ),
    measured(
      'a call of fetch, above none',
      'µs',
      all(ours, 'call').map((us) => us - calls),
      { name: LISTENER, values: all(listener, 'call').map((us) => us - calls) },
      { most: 5, of: 'value' },
    ),
  ]
}

async function sideOf(context: BrowserContext): Promise<Side> {
  const page = context.pages()[0] ?? (await context.newPage())
  return { page, session: await context.browser()!.newBrowserCDPSession(), visits: [] }
}

async function visitBy({ workbench }: World, { page, session }: Side): Promise<Visit> {
  const before = await cpuOf(session)
  await page.goto(`${workbench.origin('a')}/ordinary?${crypto.randomUUID()}`)
  const load = await page.evaluate(() => Reflect.get(window, 'finished') as Promise<number>)
  const cpu = (await cpuOf(session)) - before
  workbench.log.length = 0
  const batches = await page.evaluate(timeCalls, { batches: BATCHES, calls: CALLS })
  return { load, cpu, call: median(batches) }
}

/** Runs in the page: microseconds a call in each batch, so that a pause spoils only one of them. */
async function timeCalls({ batches, calls }: Record<'batches' | 'calls', number>) {
  const signal = AbortSignal.abort()
  const times: number[] = []
  for (let batch = 0; batch < batches; batch++) {
    await new Promise((resolve) => setTimeout(resolve))
    const made: Promise<unknown>[] = []
    const from = performance.now()
    for (let call = 0; call < calls; call++) made.push(fetch('/nothing', { signal }))
    times.push(((performance.now() - from) / calls) * 1000)
    await Promise.allSettled(made)
  }
  return times
}

/** Milliseconds that all processes of a browser have computed. */
async function cpuOf(session: CDPSession): Promise<number> {
  const { processInfo } = await session.send('SystemInfo.getProcessInfo')
  return processInfo.reduce((sum, { cpuTime }) => sum + cpuTime, 0) * 1000
}
