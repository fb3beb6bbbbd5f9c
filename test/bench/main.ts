import { parseArgs } from 'node:util'
import { startWorld } from '../world/index'
import type { Figure } from './figures'
import { PARTS } from './parts'
import { SharedBench } from './shared-bench'
import { tableOf } from './table'

const say = (text: string) => process.stderr.write(`${text}\n`)

const { values: options } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    /** A tenth of the rounds: to see that it works, not to be believed. */
    quick: { type: 'boolean', default: false },
    /** Only these parts, by name. */
    part: { type: 'string', multiple: true },
  },
})
const names = options.part ?? Object.keys(PARTS)
const unknown = names.filter((name) => !(name in PARTS))
if (unknown.length > 0) {
  say(`No such part: ${unknown.join(', ')}. There are: ${Object.keys(PARTS).join(', ')}`)
  process.exit(2)
}

const figures: Figure[] = []
const world = await startWorld()
const bench = new SharedBench(world)
try {
  for (const [name, { title, rounds, measure }] of Object.entries(PARTS)) {
    if (!names.includes(name)) continue
    say(`${title} …`)
    const began = Date.now()
    const measured = await measure(bench, options.quick ? Math.ceil(rounds / 10) : rounds)
    figures.push(...measured)
    // Each part is shown as soon as it is measured: the last ones take their time.
    say(`${tableOf(measured)}\n${Math.round((Date.now() - began) / 1000)} s\n`)
  }
} finally {
  await bench.stop()
  await world.stop()
}
console.log(options.json ? JSON.stringify(figures, null, 2) : tableOf(figures))
