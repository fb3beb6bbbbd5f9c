import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { launchWithTuppence } from '../e2e/launch'
import { Tuppence } from '../e2e/tuppence'
import { startWorld } from '../world/index'
import { soak } from './soak'
import { startRpcProxy } from './weather'

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '30' },
    seed: { type: 'string', default: String(Math.floor(Math.random() * 2 ** 31)) },
  },
})
const minutes = Number(values.minutes)
const seed = Number(values.seed)
if (!(minutes > 0) || !Number.isInteger(seed)) {
  console.error('--minutes and --seed take a number')
  process.exit(2)
}

console.log(`${minutes} minutes with seed ${seed}`)
const profile = await mkdtemp(join(tmpdir(), 'tuppence-soak-'))
const world = await startWorld()
const rpc = await startRpcProxy(world.chain.rpcUrl)
const context = await launchWithTuppence({ profile })
try {
  const tuppence = await Tuppence.of(context, world)
  const checks = await soak(tuppence, rpc, { durationMs: minutes * 60_000, seed })
  console.table(checks.map(({ name, figure, fault }) => ({ name, figure, holds: !fault })))
  for (const { name, fault } of checks) if (fault) console.log(`\n${name}:\n${fault}`)
  process.exitCode = checks.some(({ fault }) => fault) ? 1 : 0
} finally {
  await context.close()
  await rpc.stop()
  await world.stop()
  await rm(profile, { recursive: true, force: true })
}
console.log(`\nAgain: npm run soak -- --minutes ${minutes} --seed ${seed}`)
process.exit()
