import type { BrowserContext, Page } from '@playwright/test'
import { BUILT } from '../e2e/launch'
import { extensionId } from '../e2e/tuppence'
import type { World } from '../world/index'
import { listeningExtension, startBrowser } from './browsers'
import { type Figure, measured, median } from './figures'

const SUBRESOURCES = 200
const FETCHES = 500
const CALLS = 2_000
const NONE = 'without extension'

interface Side {
  context: BrowserContext
  page: Page
  load: number[]
  cpu: number[]
  call: number[]
}

/** A page that asks for no payment, in browsers with and without the wallet, in turns. */
export async function ordinaryPage(world: World, rounds: number): Promise<Figure[]> {
  servePage(world)
  const started = [
    await startBrowser([]),
    await startBrowser([BUILT]),
    await startBrowser([await listeningExtension()]),
  ]
  const sides = await Promise.all(started.map(({ context }) => sideOf(context)))
  const [without, ours, listener] = sides as [Side, Side, Side]
  for (let round = 0; round < rounds + 2; round++) {
    // Whoever is first finds the machine as the last round has left it.
    const order = [0, 1, 2].map((index) => sides[(index + round) % sides.length]!)
    for (const side of order) {
      const { load, cpu, call } = await visit(world, side)
      if (round < 2) continue
      side.load.push(load)
      side.cpu.push(cpu)
      side.call.push(call)
    }
  }
  const wakes = await wakesOf(world, ours)
  for (const { stop } of started) await stop()
  const per100 = (side: Side) =>
    side.cpu.map((ms) => ((ms - median(without.cpu)) / (SUBRESOURCES + FETCHES)) * 100)
  const perCall = (side: Side) => side.call.map((us) => us - median(without.call))
  return [
    measured(
      `page with ${SUBRESOURCES} subresources and ${FETCHES} fetches`,
      'ms',
      ours.load,
      { name: NONE, values: without.load },
      { most: 1.01, of: 'ratio' },
    ),
    measured('the same with a plain listener', 'ms', listener.load, {
      name: NONE,
      values: without.load,
    }),
    measured(
      'CPU of 100 requests, all processes, above none',
      'ms',
      per100(ours),
      { name: 'with a plain listener', values: per100(listener) },
      { most: 15, of: 'value' },
    ),
    measured(
      'a call of fetch, above none',
      'µs',
      perCall(ours),
      { name: 'with a plain listener', values: perCall(listener) },
      { most: 5, of: 'value' },
    ),
    {
      name: 'workers woken by a page without fetches',
      unit: 'wakes',
      value: wakes,
      goal: { most: 0, of: 'value' },
    },
  ]
}

async function sideOf(context: BrowserContext): Promise<Side> {
  const page = context.pages()[0] ?? (await context.newPage())
  return { context, page, load: [], cpu: [], call: [] }
}

async function visit({ workbench }: World, { context, page }: Side) {
  const before = await cpuOf(context)
  await page.goto(`${workbench.origin('a')}/ordinary?${crypto.randomUUID()}`)
  const load = await page.evaluate(() => Reflect.get(window, 'finished') as Promise<number>)
  const cpu = (await cpuOf(context)) - before
  const call = await page.evaluate(async (calls) => {
    const signal = AbortSignal.abort()
    const from = performance.now()
    const all = Array.from({ length: calls }, () => fetch('/nothing', { signal }).catch(() => 0))
    const ms = performance.now() - from
    await Promise.all(all)
    return (ms / calls) * 1000
  }, CALLS)
  return { load, cpu, call }
}

/** Milliseconds that all processes of a browser have computed. */
async function cpuOf(context: BrowserContext): Promise<number> {
  const session = await context.browser()!.newBrowserCDPSession()
  const { processInfo } = await session.send('SystemInfo.getProcessInfo')
  await session.detach()
  return processInfo.reduce((sum, { cpuTime }) => sum + cpuTime, 0) * 1000
}

/** How many of ten visits find a worker that had been stopped running again. */
async function wakesOf({ workbench }: World, { context, page }: Side): Promise<number> {
  const session = await context.browser()!.newBrowserCDPSession()
  const worker = async () => {
    const { targetInfos } = await session.send('Target.getTargets')
    return targetInfos.find(
      ({ type, url }) => type === 'service_worker' && url.includes(extensionId),
    )
  }
  let wakes = 0
  for (let visit = 0; visit < 10; visit++) {
    const running = await worker()
    if (running) await session.send('Target.closeTarget', { targetId: running.targetId })
    await page.goto(`${workbench.origin('a')}/quiet?${visit}`)
    await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)))
    if (await worker()) wakes++
  }
  await session.detach()
  return wakes
}

function servePage({ workbench }: World): void {
  const headers = { 'Content-Type': 'text/html', 'Cache-Control': 'no-store' }
  const images = (tag: string) =>
    Array.from({ length: SUBRESOURCES }, (_, n) => `<img src="/picture?${tag}${n}">`).join('')
  const script = `<script>window.finished = new Promise((resolve) => addEventListener('load', async () => {
    await Promise.all(Array.from({ length: ${FETCHES} }, async (_, n) =>
      (await fetch('/data?' + n)).text()))
    resolve(performance.now())
  }))</script>`
  workbench.on('GET', '/ordinary', ({ url }) => ({
    headers,
    body: `<!doctype html><title>Ordinary</title>${script}${images(url.slice(-8))}`,
  }))
  workbench.on('GET', '/quiet', () => ({
    headers,
    body: `<!doctype html><title>Quiet</title>${images('quiet')}`,
  }))
  const picture = '<svg xmlns="http://www.w3.org/2000/svg"/>'
  workbench.on('GET', '/picture', () => ({
    headers: { 'Content-Type': 'image/svg+xml', 'Cache-Control': 'no-store' },
    body: picture,
  }))
  workbench.on('GET', '/data', () => ({
    headers: { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' },
    body: '{"data":1}',
  }))
}
