import type { Page } from 'puppeteer-core'
import { expect } from '../e2e/expect'
import { launchFirefox } from '../firefox/launch'
import { Tuppence } from '../firefox/tuppence'
import type { World } from '../world/index'
import { type Figure, measured } from './figures'
import { gapOf, reloadingPage, WARM_UP } from './latency'
import { type Sale, sellTimed } from './shop'

/** 402 → paid document in Firefox, which holds the request itself, beside a page that loads again. */
export async function firefoxNavigation(world: World, rounds: number): Promise<Figure[]> {
  const sales = sellTimed(world, '/article')
  const reloads = reloadingPage(world, 200)
  const firefox = await launchFirefox()
  try {
    const tuppence = await Tuppence.of(firefox, world)
    await tuppence.setUpWallet()
    await tuppence.allow()
    const page = await firefox.newPage()
    const gaps: Record<'ours' | 'theirs', number[]> = { ours: [], theirs: [] }
    for (let round = 0; round < rounds + WARM_UP; round++) {
      await expect.poll(() => unconfirmed(tuppence)).toBe(0)
      const ask = (path: string, times: Map<string, Sale>) =>
        open(page, world.workbench.origin('a'), `${path}?${round}`, times)
      const our = await ask('/article', sales)
      const their = await ask('/reloads', reloads)
      if (round < WARM_UP) continue
      gaps.ours.push(our)
      gaps.theirs.push(their)
    }
    const beside = { name: 'a page that reloads itself', values: gaps.theirs }
    const goal = { most: 15, of: 'value' } as const
    return [
      measured('Firefox, navigation: 402 answered to paid request', 'ms', gaps.ours, beside, goal),
    ]
  } finally {
    await firefox.close()
  }
}

async function open(
  page: Page,
  origin: string,
  url: string,
  times: Map<string, Sale>,
): Promise<number> {
  await page.goto(origin + url).catch(() => null)
  await page.waitForSelector('::-p-text(PAID)')
  return gapOf(times, url)
}

/** Payments that the chain has still to say something about. */
async function unconfirmed(tuppence: Tuppence): Promise<number> {
  return (await tuppence.payments()).filter(({ state }) => state !== 'confirmed').length
}
