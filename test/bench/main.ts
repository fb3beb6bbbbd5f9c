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

const world = await startWorld()
const figures: Figure[] = []
try {
  say('A page that asks for nothing …')
  figures.push(...(await ordinaryPage(world, rounds(30))))
  const bench = await startBrowsers(world)
  try {
    say('Sizes and start …')
    figures.push(...(await sizesAndStart(bench, rounds(20))))
    say('402 to paid request …')
    figures.push(...(await fetchLatency(bench, rounds(60))))
    figures.push(...(await navigationLatency(bench, rounds(40))))
    say('Many at once …')
    figures.push(...(await burst(bench, rounds(500))))
    say('A long history …')
    figures.push(...(await scale(bench, rounds(40))))
  } finally {
    await bench.stop()
  }
} finally {
  await world.stop()
}
console.log(options.json ? JSON.stringify(figures, null, 2) : tableOf(figures))
