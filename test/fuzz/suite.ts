import { appendFileSync } from 'node:fs'
import { env } from 'node:process'
import { expect, it } from 'vitest'
import type { Plan, Runnable } from './fuzz'

/** `npm run fuzz` sets these; without them it is a short run of some thousands of cases. */
const { FUZZ_CASES, FUZZ_SEED, FUZZ_TARGET, FUZZ_PATH, FUZZ_REPORT } = env
const SHORT_CASES = 5_000
const SHORT_MS = 700
/** Among so many cases some are taken. */
const ENOUGH = 1_000
const LONG_TIMEOUT_MS = 3_600_000

const isLong = FUZZ_CASES !== undefined
/** Other cases each time where there are a million; where `npm test` runs, the same. */
const seed = Number(FUZZ_SEED ?? (isLong ? Math.floor(Math.random() * 2 ** 31) : 402))

/** One test for each target. What was found is told with the way to run it again. */
export function fuzzAll(targets: readonly Runnable[]): void {
  for (const target of targets) {
    it(`${target.name} keeps its promises whatever it is given`, { timeout }, async () => {
      note({ begun: target.name })
      const tally = await target.run(planFor(target))
      note(tally)
      console.log(`${tally.name}: ${tally.cases} cases with seed ${seed}`)
      // What never gets past the first look tests nothing behind it.
      if (tally.cases >= ENOUGH) expect(tally.accepted).toBeGreaterThan(0)
    })
  }
}

const timeout = isLong ? LONG_TIMEOUT_MS : 20_000

function planFor({ share }: Runnable): Plan {
  if (!isLong) return { seed, cases: SHORT_CASES, timeLimit: SHORT_MS }
  const part = FUZZ_TARGET === undefined ? share / 1000 : 1
  return { seed, cases: Math.ceil(Number(FUZZ_CASES) * part), path: FUZZ_PATH }
}

/** For whoever started a long run. */
function note(line: object): void {
  if (FUZZ_REPORT !== undefined) appendFileSync(FUZZ_REPORT, `${JSON.stringify(line)}\n`)
}
