/**
 * `npm run fuzz`: gives every way into the wallet a million broken, hostile and random inputs and
 * looks whether its promises hold. `-- --cases N` for another number, `-- --seed N` for the same
 * inputs again, `-- --target NAME` for one of them, with `--path P` for the one input that was
 * found. Ends with a table, and with exit code 1 when something was found.
 */
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { ensurePackages } from './setup/packages.mjs'
import { root } from './setup/run.mjs'

/** A case that takes this long, even on a busy machine, does not end. Milliseconds. */
const HANG_MS = 300_000

const { values } = parseArgs({
  options: {
    cases: { type: 'string', default: '1000000' },
    seed: { type: 'string', default: String(Math.floor(Math.random() * 2 ** 31)) },
    target: { type: 'string' },
    path: { type: 'string' },
  },
})
const { cases, seed, target, path } = values
if (!/^[1-9]\d*$/.test(cases) || !/^\d{1,10}$/.test(seed)) {
  console.error('--cases and --seed take a whole number')
  process.exit(2)
}

await ensurePackages()
const folder = mkdtempSync(join(tmpdir(), 'tuppence-fuzz-'))
const report = join(folder, 'report')
writeFileSync(report, '')
console.log(`${cases} cases with seed ${seed}`)
const start = performance.now()
const exit = await run()
const lines = readFileSync(report, 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => JSON.parse(line))
rmSync(folder, { recursive: true, force: true })

const tallies = lines.filter(({ name }) => name)
console.table(
  tallies.map(({ name, cases, accepted, seconds, slowestMs, largestBytes }) => ({
    target: name,
    cases,
    accepted,
    'cases/s': Math.round(cases / seconds),
    'slowest, ms': Math.round(slowestMs * 10) / 10,
    'largest, KB': Math.round(largestBytes / 1024),
  })),
)
const total = tallies.reduce((sum, tally) => sum + tally.cases, 0)
const seconds = (performance.now() - start) / 1000
console.log(`${total} cases in ${Math.round(seconds)} s with seed ${seed}`)
const unfinished = lines.filter(({ begun }) => begun && !tallies.some(({ name }) => name === begun))
for (const { begun } of unfinished) console.log(`not finished: ${begun}, see above`)
const isShort = path === undefined && total < Number(cases)
process.exitCode = exit === 0 && unfinished.length === 0 && !isShort ? 0 : 1

/** Ends by itself, even where a case does not. */
function run() {
  const env = { ...process.env, FUZZ_CASES: cases, FUZZ_SEED: seed, FUZZ_REPORT: report }
  if (target !== undefined) env.FUZZ_TARGET = target
  if (path !== undefined) env.FUZZ_PATH = path
  const args = ['vitest', 'run', 'test/unit/fuzz', '--disable-console-intercept']
  if (target !== undefined) args.push(`--testNamePattern=(^| )${target} keeps`)
  const child = spawn('npx', args, { cwd: root, stdio: 'inherit', env, detached: true })
  // A case that hangs hears nothing but this.
  const end = () => child.pid && process.kill(-child.pid, 'SIGKILL')
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, end)
  let seen = ''
  const watch = setInterval(() => {
    const now = readFileSync(report, 'utf8')
    if (now !== seen) seen = now
    else end()
  }, HANG_MS)
  return new Promise((resolve) => {
    child.on('exit', (code) => {
      clearInterval(watch)
      resolve(code ?? 1)
    })
  })
}
