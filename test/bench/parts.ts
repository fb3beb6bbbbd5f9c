import { burst } from './burst'
import type { Figure } from './figures'
import { firefoxNavigation } from './firefox'
import { historyPage } from './history-page'
import { fetchLatency, navigationLatency } from './latency'
import { ordinaryPage } from './ordinary'
import { scale } from './scale'
import type { SharedBench } from './shared-bench'
import { sizesAndStart } from './sizes'

interface Part {
  title: string
  /** How often each thing is measured. */
  rounds: number
  measure(bench: SharedBench, rounds: number): Promise<Figure[]>
}

/** What is measured, in this order: the last ones fill the history. */
export const PARTS: Record<string, Part> = {
  ordinary: {
    title: 'A page that asks for nothing',
    rounds: 30,
    measure: ({ world }, rounds) => ordinaryPage(world, rounds),
  },
  sizes: {
    title: 'Sizes and start',
    rounds: 20,
    measure: async (bench, rounds) => sizesAndStart(await bench.started(), rounds),
  },
  fetch: {
    title: '402 to paid request, fetch',
    rounds: 60,
    measure: async (bench, rounds) => fetchLatency(await bench.started(), rounds),
  },
  navigation: {
    title: '402 to paid request, navigation',
    rounds: 40,
    measure: async (bench, rounds) => navigationLatency(await bench.started(), rounds),
  },
  firefox: {
    title: '402 to paid request, navigation in Firefox',
    rounds: 40,
    measure: ({ world }, rounds) => firefoxNavigation(world, rounds),
  },
  burst: {
    title: 'Many at once',
    rounds: 500,
    measure: async (bench, rounds) => burst(await bench.started(), rounds),
  },
  scale: {
    title: 'A long history behind a payment',
    rounds: 30,
    measure: async (bench, rounds) => scale(await bench.started(), rounds),
  },
  history: {
    title: 'The page of a long history',
    rounds: 5,
    measure: async (bench, rounds) => historyPage(await bench.started(), rounds),
  },
}
