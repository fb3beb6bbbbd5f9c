import type { Page } from '@playwright/test'
import { passphrase, type Tuppence } from '../e2e/tuppence'
import { LIMITED_SITES, type LimitChange, limitSites, raiseLimit } from './budget'
import { heapAtRest, heapOf, heapOfWorker } from './heap'
import { lowestOf, type Point, slopeOf } from './line'
import { nextVisit, SITES } from './plan'
import { Random } from './random'
import { openShops, VALID_SECONDS } from './server'
import { type Check, check, judge, living } from './verdict'
import { type Outcome, visitOnce } from './visitor'
import { type RpcProxy, Weather } from './weather'
import { openWindow } from './windows'

interface Options {
  durationMs: number
  seed: number
}

const LANES = 4
/** A tab is closed, and another one opened, after so many visits; the first one stays. */
const VISITS_OF_TAB = 25
const SAMPLE_MS = 10_000
/** Of so many measurements the lowest counts. */
const FEW = 5
const RAISE_MS = 30_000
/** What a visit may leave behind for good, after collection: less than one small object. Bytes. */
const MOST = { worker: 4_096, page: 2_048 }
/** What a dashboard that was open all the time may hold more than a new one. Bytes. */
const MOST_OF_DASHBOARD = 5e6
/** After the validity of the last signature everything has ended; the chain is asked in between. */
const END_MS = (VALID_SECONDS + 90) * 1000

/** Uses the wallet for a while, then waits for the end of every payment and adds up. */
export async function soak(
  tuppence: Tuppence,
  rpc: RpcProxy,
  { durationMs, seed }: Options,
): Promise<Check[]> {
  const { world } = tuppence
  const random = new Random(seed)
  const start = Date.now()
  const isOver = () => Date.now() - start > durationMs
  // A worker that is stopped forgets what it has leaked: for the second half it lives on.
  const isMild = () => Date.now() - start > durationMs / 2
  const limits: LimitChange[] = []
  const outcomes: Outcome[] = []
  const heaps = { worker: [] as Point[], page: [] as Point[] }

  await setUp(tuppence, rpc.url)
  await raiseLimit(tuppence, limits)
  const weather = new Weather(world, tuppence, rpc)
  const overview = new URL('/dashboard.html#/overview', tuppence.console.url()).href
  const dashboard = await openWindow(tuppence, overview)
  const stayer = await openWindow(tuppence, `${world.workbench.origin('s0')}/shop`)

  const lane = async (at: number, random: Random, staying: Page | undefined) => {
    let page = staying ?? (await openWindow(tuppence, 'about:blank'))
    for (let visits = 1; !isOver(); visits++) {
      const planned = nextVisit(random, visits * LANES + at)
      // The page that stays is never left: what it holds at the end is what was not let go.
      const kind =
        planned.kind === 'navigation' || planned.kind === 'frame' ? 'fetch' : planned.kind
      const visit = staying ? { ...planned, kind, site: 0 } : planned
      outcomes.push(await visitOnce(tuppence, page, visit))
      if (staying || visits % VISITS_OF_TAB) continue
      await page.close()
      page = await openWindow(tuppence, 'about:blank')
    }
    if (!staying) await page.close()
  }
  const sample = async () => {
    const visits = outcomes.length
    heaps.page.push({ visits, bytes: await heapOf(stayer) })
    const bytes = isMild() ? await heapOfWorker(tuppence.context) : undefined
    if (bytes !== undefined) heaps.worker.push({ visits, bytes })
  }
  await Promise.all([
    weather.rage(random.branch(), isMild, isOver),
    ...Array.from({ length: LANES }, (_, at) => lane(at, random.branch(), at ? undefined : stayer)),
    every(RAISE_MS, isOver, () => raiseLimit(tuppence, limits)),
    every(SAMPLE_MS, isOver, sample),
  ])
  weather.clear()
  await stayer.close()
  await untilEnded(tuppence)
  const held = await heapAtRest(dashboard)
  const fresh = await heapAtRest(await openWindow(tuppence, overview))

  const undelivered = outcomes.filter(
    ({ visit, end, from, to }) =>
      (end === 'no time' || end === 'unpaid') && !visit.fault && weather.wasCalm(from, to),
  )
  const { worker, facilitator, rpc: chain } = weather.counts
  const count = (end: Outcome['end']) => outcomes.filter((one) => one.end === end).length
  return [
    check('visits, delivered', `${outcomes.length}, ${count('delivered')}`, count('delivered') > 0),
    check('declined, left', `${count('declined')}, ${count('left')}`, true),
    check('not delivered in the storm', count('no time') + count('unpaid'), true),
    check(
      'not delivered, though nothing was wrong',
      undelivered.length,
      undelivered.length === 0,
      undelivered.map((one) => JSON.stringify(one)).join('\n'),
    ),
    check('worker stopped', worker, worker > 0),
    check('facilitator failed, chain cut off', `${facilitator}, ${chain}`, facilitator + chain > 0),
    ...(await judge(tuppence, limits)),
    ...(['worker', 'page'] as const).map((of) => grows(of, heaps[of], MOST[of])),
    check(
      'MB of the dashboard at the end, of a new one',
      `${mega(held)}, ${mega(fresh)}`,
      held - fresh <= MOST_OF_DASHBOARD,
    ),
  ]
}

async function setUp(tuppence: Tuppence, rpcUrl: string): Promise<void> {
  const { world, console } = tuppence
  openShops(world)
  await tuppence.command('setRpcUrl', { networkId: 'eip155:84532', url: rpcUrl })
  await tuppence.fund(1_000)
  const secret = { kind: 'privateKey', privateKey: tuppence.privateKey }
  await tuppence.command('createWallet', { secret, passphrase, backedUp: true })
  await tuppence.command('refreshBalances')
  const sites = Array.from({ length: SITES }, (_, at) => world.workbench.origin(`s${at}`))
  // An open popup would draw every one of them anew.
  await console.goto(new URL('/dashboard.html#/settings', console.url()).href)
  // Every other site was paid before; the others ask the first time.
  await tuppence.acquaint(...sites.filter((_, at) => at % 2 === 0))
  await limitSites(tuppence, sites.slice(0, LIMITED_SITES))
}

/** Until every payment is at its end; the chain is asked about the open ones in between. */
async function untilEnded(tuppence: Tuppence): Promise<void> {
  const until = Date.now() + END_MS
  while (Date.now() < until && (await living(tuppence)).length > 0) {
    await tuppence.console.evaluate(() => chrome.alarms.create('reconcile', { when: Date.now() }))
    await new Promise((next) => setTimeout(next, 2_000))
  }
}

/** Bytes that each visit leaves behind; the first fifth of the points is warming up. */
function grows(of: keyof typeof MOST, points: readonly Point[], most: number): Check {
  const lowest = lowestOf(points.slice(Math.ceil(points.length / 5)), FEW)
  const slope = slopeOf(lowest)
  const [first, last] = [lowest.at(0)?.bytes ?? 0, lowest.at(-1)?.bytes ?? 0]
  const name = `growth of the ${of}, at most ${most} B a visit`
  if (Number.isNaN(slope)) return check(name, 'too short to tell', true)
  const figure = `${Math.round(slope)} B a visit (${mega(first)} to ${mega(last)} MB)`
  return check(name, figure, slope <= most, JSON.stringify(points))
}

function mega(bytes: number): string {
  return (bytes / 1e6).toFixed(2)
}

async function every(ms: number, isOver: () => boolean, act: () => Promise<void>): Promise<void> {
  let next = Date.now() + ms
  while (!isOver()) {
    await new Promise((resolve) => setTimeout(resolve, 200))
    if (Date.now() < next) continue
    next = Date.now() + ms
    // The worker may be stopped in the middle, or the page be at something else.
    await act().catch(() => undefined)
  }
}
