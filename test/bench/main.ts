import { parseArgs } from 'node:util'
import { startWorld } from '../world/index'
import { startBrowsers } from './browsers'
import { burst } from './burst'
import type { Figure } from './figures'
import { fetchLatency, navigationLatency } from './latency'
import { ordinaryPage } from './ordinary'
import { scale } from './scale'
import { sizesAndStart } from './sizes'
import { tableOf } from './table'

const { values: options } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    /** A tenth of the rounds: to see that it works, not to be believed. */
    quick: { type: 'boolean', default: false },
  },
})
const rounds = (full: number) => (options.quick ? Math.ceil(full / 10) : full)
const say = (text: string) => process.stderr.write(`${text}\n`)

const figures: Figure[] = []

/** Each part is shown as soon as it is measured: the last ones take their time. */
async function measure(title: string, part: () => Promise<Figure[]>): Promise<void> {
  say(`${title} …`)
  const measured = await part()
  figures.push(...measured)
  say(tableOf(measured))
}

const world = await startWorld()
try {
  await measure('A page that asks for nothing', () => ordinaryPage(world, rounds(30)))
  const bench = await startBrowsers(world)
  try {
    await measure('Sizes and start', () => sizesAndStart(bench, rounds(20)))
    await measure('402 to paid request, fetch', () => fetchLatency(bench, rounds(60)))
    await measure('402 to paid request, navigation', () => navigationLatency(bench, rounds(40)))
    await measure('Many at once', () => burst(bench, rounds(500)))
    await measure('A long history', () => scale(bench, rounds(40)))
  } finally {
    await bench.stop()
  }
} finally {
  await world.stop()
}
console.log(options.json ? JSON.stringify(figures, null, 2) : tableOf(figures))
