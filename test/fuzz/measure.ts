import { getHeapStatistics, setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

setFlagsFromString('--expose-gc')
const collect: () => void = runInNewContext('gc')

export interface Cost {
  /** Of the processor, where that is less than what the clock shows: the machine may be busy. */
  ms: number
  /** Allocated, as long as nothing was collected meanwhile. */
  bytes: number
}

export interface Measured<T> extends Cost {
  result: { output: T } | { error: unknown }
}

/** Runs something once and tells what it cost. */
export async function measure<T>(act: () => T | Promise<T>): Promise<Measured<T>> {
  const before = allocated()
  const cpu = process.cpuUsage()
  const start = performance.now()
  const result = await outcomeOf(act)
  const ms = performance.now() - start
  const { user, system } = process.cpuUsage(cpu)
  return { result, ms: Math.min(ms, (user + system) / 1000), bytes: allocated() - before }
}

/**
 * The same for something that seemed to cost much: the least of a few attempts, each with an empty
 * heap. What else the machine does meanwhile is not its fault.
 */
export async function measureAgain(act: () => unknown, attempts: number): Promise<Cost> {
  const least: Cost = { ms: Number.POSITIVE_INFINITY, bytes: Number.POSITIVE_INFINITY }
  let told = 0
  for (let attempt = 0; told < attempts && attempt < attempts * 10; attempt++) {
    collect()
    const { ms, bytes } = await measure(act)
    least.ms = Math.min(least.ms, ms)
    // Less than nothing: something was still being collected, which tells nothing of this.
    if (bytes < 0) continue
    least.bytes = Math.min(least.bytes, bytes)
    told += 1
  }
  return least
}

async function outcomeOf<T>(act: () => T | Promise<T>): Promise<Measured<T>['result']> {
  try {
    const output = act()
    return { output: output instanceof Promise ? await output : output }
  } catch (error) {
    return { error }
  }
}

function allocated(): number {
  const { used_heap_size, external_memory } = getHeapStatistics()
  return used_heap_size + external_memory
}
