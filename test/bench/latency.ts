import type { Page } from '@playwright/test'
import { generatePrivateKey, privateKeyToAccount } from 'viem/accounts'
import type { World } from '../world/index'
import type { Bench } from './browsers'
import { type Figure, measured, quantile } from './figures'
import { atRest } from './rest'
import { sdkPage } from './sdk-page'
import { openShop, type Sale, sellTimed } from './shop'

export const SDK = '@x402/fetch in the page'
export const WARM_UP = 5

/** 402 → paid content of a fetch, by the wallet and by the SDK, one after the other. */
export async function fetchLatency(bench: Bench, rounds: number): Promise<Figure[]> {
  const { world, tuppence, plain } = bench
  openShop(world, await sdkPage())
  const sales = sellTimed(world, '/goods')
  const [ours, theirs] = [await tuppence.context.newPage(), await plain.newPage()]
  for (const page of [ours, theirs]) await page.goto(`${world.workbench.origin('a')}/shop`)
  await ours.bringToFront()
  await openSdk(bench, theirs)

  const warm = await alternate(bench, sales, [ours, theirs], rounds)
  const cold = await alternate(bench, sales, [ours, theirs], Math.ceil(rounds / 2), () =>
    tuppence.stopWorker(),
  )
  for (const page of [ours, theirs]) await page.close()
  const by = (values: number[]) => ({ name: SDK, values })
  return [
    measured('fetch: 402 to content, warm', 'ms', warm.ours.total, by(warm.theirs.total), {
      most: 1.1,
      of: 'ratio',
    }),
    measured(
      'fetch: 402 answered to paid request, warm',
      'ms',
      warm.ours.gap,
      by(warm.theirs.gap),
      {
        most: 12,
        of: 'value',
      },
    ),
    {
      name: 'fetch: the same, 95th percentile',
      unit: 'ms',
      value: quantile(warm.ours.gap, 0.95),
      baseline: { name: SDK, value: quantile(warm.theirs.gap, 0.95) },
      ratio: quantile(warm.ours.gap, 0.95) / quantile(warm.theirs.gap, 0.95),
      goal: { most: 30, of: 'value' },
    },
    measured('fetch: 402 to content, worker cold', 'ms', cold.ours.total, by(cold.theirs.total), {
      most: 1.5,
      of: 'ratio',
    }),
  ]
}

/** 402 → paid document, beside a document that only loads itself again. */
export async function navigationLatency(bench: Bench, rounds: number): Promise<Figure[]> {
  const { world, tuppence, plain } = bench
  const sales = sellTimed(world, '/article')
  const reloads = reloadingPage(world, 402)
  const [ours, theirs] = [await tuppence.context.newPage(), await plain.newPage()]
  await ours.bringToFront()
  const gaps: Record<'ours' | 'theirs', number[]> = { ours: [], theirs: [] }
  for (let round = 0; round < rounds + WARM_UP; round++) {
    const ask = async (page: Page, path: string, times: Map<string, Sale>) => {
      const url = `${path}?${round}`
      await page.goto(world.workbench.origin('a') + url, { waitUntil: 'commit' }).catch(() => null)
      await page.getByText('PAID').waitFor()
      return gapOf(times, url)
    }
    await atRest(bench)
    const our = await ask(ours, '/article', sales)
    const their = await ask(theirs, '/reloads', reloads)
    if (round < WARM_UP) continue
    gaps.ours.push(our)
    gaps.theirs.push(their)
  }
  for (const page of [ours, theirs]) await page.close()
  const beside = { name: 'a page that reloads itself', values: gaps.theirs }
  return [
    measured('navigation: 402 answered to paid request', 'ms', gaps.ours, beside, {
      most: 60,
      of: 'value',
    }),
  ]
}

/** A key of the page's own, with money. */
export async function openSdk({ world }: Bench, page: Page): Promise<void> {
  const key = generatePrivateKey()
  await world.chain.mint(privateKeyToAccount(key).address, 10_000_000_000n)
  await page.evaluate((key) => Reflect.get(window, 'openSdk')(key), key)
}

async function alternate(
  bench: Bench,
  sales: Map<string, Sale>,
  [ours, theirs]: [Page, Page],
  rounds: number,
  before: () => Promise<void> = async () => {},
) {
  const result = { ours: { total: [0], gap: [0] }, theirs: { total: [0], gap: [0] } }
  for (const who of ['ours', 'theirs'] as const) result[who] = { total: [], gap: [] }
  for (let round = 0; round < rounds + WARM_UP; round++) {
    await atRest(bench)
    const sides = round % 2 ? (['ours', 'theirs'] as const) : (['theirs', 'ours'] as const)
    for (const side of sides) {
      if (side === 'ours') await before()
      const url = `/goods?${side}-${crypto.randomUUID()}`
      const total = await timed(side === 'ours' ? ours : theirs, url, side === 'theirs')
      if (round < WARM_UP) continue
      result[side].total.push(total)
      result[side].gap.push(gapOf(sales, url))
    }
  }
  return result
}

/** Milliseconds in the page from the call to the content. */
function timed(page: Page, url: string, bySdk: boolean): Promise<number> {
  return page.evaluate(
    async ([url, bySdk]) => {
      const paying = bySdk ? Reflect.get(window, 'paying') : fetch
      const from = performance.now()
      const response = await paying(url)
      const text = await response.text()
      const ms = performance.now() - from
      if (!text.includes('PAID')) throw new Error(`${response.status} ${text.slice(0, 200)}`)
      return ms
    },
    [url, bySdk] as const,
  )
}

export function gapOf(sales: Map<string, Sale>, url: string): number {
  const { asked, paid } = sales.get(url) ?? { asked: Number.NaN, paid: Number.NaN }
  return paid - asked
}

export function reloadingPage({ workbench }: World, status: number): Map<string, Sale> {
  const times = new Map<string, Sale>()
  const headers = { 'Content-Type': 'text/html', 'Cache-Control': 'no-store' }
  workbench.on('GET', '/reloads', ({ url }) => {
    const before = times.get(url)
    if (before) {
      before.paid = performance.now()
      return { headers, body: '<!doctype html><title>Paid</title>PAID' }
    }
    times.set(url, { asked: performance.now(), paid: Number.NaN })
    return { status, headers, body: '<!doctype html><script>location.reload()</script>' }
  })
  return times
}
