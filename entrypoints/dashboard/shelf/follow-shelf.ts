import { readHistory, watchHistory } from '../../../lib/store/history'
import { type Bought, boughtIn, shelved } from './bought'

/** The first lines show at once; after that the screen is not drawn for each piece. */
const DRAW_MS = 250

export interface ShelfReading {
  /** Newest first; nothing before the first payments are read. */
  lines?: readonly Bought[]
  /** All of the history is read. */
  done: boolean
  problem?: unknown
}

/**
 * Reads what was bought and follows what is bought meanwhile. `tell` hears of everything until the
 * function that this gives back is called.
 */
export function followShelf(tell: (reading: ShelfReading) => void): () => void {
  let stopped = false
  let unsubscribe = () => {}
  let lines: readonly Bought[] = []

  async function read(): Promise<void> {
    const began = Date.now()
    let drawnAt = 0
    // The newest come first.
    const byAddress = new Map<string, Bought>()
    for await (const { payments } of readHistory({})) {
      if (stopped) return
      for (const line of boughtIn(payments)) {
        if (!byAddress.has(line.url)) byAddress.set(line.url, line)
      }
      const isDue = performance.now() - drawnAt >= DRAW_MS
      if (!isDue || byAddress.size === 0) continue
      drawnAt = performance.now()
      tell({ lines: [...byAddress.values()], done: false })
    }
    if (stopped) return
    lines = [...byAddress.values()]
    tell({ lines, done: true })
    follow(began)
  }

  function follow(began: number): void {
    const subscription = watchHistory(began).subscribe({
      next: ({ changed }) => {
        if (changed.length === 0) return
        const ids = new Set(changed.map(({ id }) => id))
        const others = lines.filter(({ id }) => !ids.has(id))
        lines = shelved([...boughtIn(changed), ...others])
        tell({ lines, done: true })
      },
      error: fail,
    })
    unsubscribe = () => subscription.unsubscribe()
  }

  function fail(problem: unknown): void {
    if (!stopped) tell({ done: true, problem: problem ?? 'rejected' })
  }

  read().catch(fail)
  return () => {
    stopped = true
    unsubscribe()
  }
}
