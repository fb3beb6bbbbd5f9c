import { inspect } from 'node:util'
import fc from 'fast-check'
import { type Cost, measure, measureAgain } from './measure'
import { isProblem, type Target } from './target'

const LIMITS: Cost = { ms: 50, bytes: 4 * 2 ** 20 }

export interface Plan {
  cases: number
  seed: number
  /** Of a case that was found, as fast-check names it: only this one runs. */
  path?: string | undefined
  /** Milliseconds after which no further case begins. */
  timeLimit?: number
}

/** How it went. */
export interface Tally {
  name: string
  cases: number
  /** Taken for what they want to be. */
  accepted: number
  seconds: number
  slowestMs: number
  largestBytes: number
}

/** A target that can be run. */
export interface Runnable {
  name: string
  share: number
  run(plan: Plan): Promise<Tally>
}

export function runnable<I, O>(target: Target<I, O>): Runnable {
  const { name, share } = target
  return { name, share, run: (plan) => fuzz(target, plan) }
}

/**
 * Runs a target with that many inputs.
 * @throws an error that names the smallest input that broke a promise, and how to run it again
 */
async function fuzz<I, O>(target: Target<I, O>, plan: Plan): Promise<Tally> {
  const { name } = target
  const { seed, path, timeLimit } = plan
  const tally: Tally = { name, cases: 0, accepted: 0, seconds: 0, slowestMs: 0, largestBytes: 0 }
  const prototypes = prototypesNow()
  const property = fc.asyncProperty(target.inputs, async (input) => {
    tally.cases += 1
    await runOne(target, input, tally)
    if (prototypesNow() !== prototypes) throw new Error('changed a prototype')
  })
  const start = performance.now()
  const result = await fc.check(property, {
    seed,
    numRuns: plan.cases,
    ...(path !== undefined && { path, endOnFailure: true }),
    ...(timeLimit !== undefined && { interruptAfterTimeLimit: timeLimit }),
  })
  tally.seconds = (performance.now() - start) / 1000
  const cause = result.errorInstance
  if (cause === undefined || cause === null) return tally
  const again = `npm run fuzz -- --target ${name} --seed ${seed} --path ${result.counterexamplePath}`
  const input = inspect(result.counterexample, { depth: 8, maxStringLength: 2_000 })
  throw new Error(`${name}: ${inspect(cause)}\nInput: ${input}\nAgain: ${again}`, { cause })
}

async function runOne<I, O>(target: Target<I, O>, input: I, tally: Tally): Promise<void> {
  const { allows = isProblem, limits = LIMITS } = target
  const { result, ...cost } = await measure(() => target.act(input))
  const { ms, bytes } = await costOf(target, input, cost, tally)
  tally.slowestMs = Math.max(tally.slowestMs, ms)
  tally.largestBytes = Math.max(tally.largestBytes, bytes)
  if (ms > limits.ms) throw new Error(`took ${Math.round(ms)} ms`)
  if (bytes > limits.bytes) throw new Error(`allocated ${Math.round(bytes / 1024)} KB`)
  if ('error' in result) {
    if (allows(result.error)) return
    throw new Error('threw what it must not throw', { cause: result.error })
  }
  const isAccepted = target.accepts?.(result.output) ?? result.output !== undefined
  if (isAccepted) tally.accepted += 1
  target.check?.(result.output, input)
}

/** Code that has just been loaded costs what it never costs again. */
const COLD_CASES = 50

/** Only what would be a record is measured with care, and only where it is not cheap anyway. */
async function costOf<I, O>(
  { act, limits = LIMITS }: Target<I, O>,
  input: I,
  cost: Cost,
  tally: Tally,
): Promise<Cost> {
  const breaks = cost.ms > limits.ms || cost.bytes > limits.bytes
  if (!breaks && tally.cases <= COLD_CASES) return { ms: 0, bytes: 0 }
  const isCheap = cost.ms < limits.ms / 5 && cost.bytes < limits.bytes / 5
  if (isCheap || (cost.ms <= tally.slowestMs && cost.bytes <= tally.largestBytes)) return cost
  const again = await measureAgain(() => act(input), breaks ? 4 : 1)
  return { ms: Math.min(cost.ms, again.ms), bytes: Math.min(cost.bytes, again.bytes) }
}

/** The names of all that a hostile object could have added to. */
function prototypesNow(): string {
  return [Object, Array, String, Number, Function, Map, Promise]
    .map(({ prototype }) => Reflect.ownKeys(prototype).length)
    .join()
}
