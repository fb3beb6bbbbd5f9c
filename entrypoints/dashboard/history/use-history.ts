import { useEffect, useState } from 'react'
import type { HistoryFilter } from '../../../lib/payment/history/filter'
import { NO_FACETS } from './facets'
import { followHistory, type HistoryReading } from './follow-history'

const NOTHING_READ: HistoryReading = { facets: NO_FACETS, done: false, stale: false }

/**
 * The history that a filter lets through, and what becomes of it while it is looked at. What an
 * earlier filter let through stays until there is something of the new one.
 */
export function useHistory(filter: HistoryFilter): HistoryReading & { again(): void } {
  const [reading, setReading] = useState<HistoryReading>(NOTHING_READ)
  const [attempt, setAttempt] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt reads the same again
  useEffect(() => {
    setReading((before) => ({ ...before, done: false, stale: true }))
    return followHistory(filter, (change) => {
      // A reading that goes well ends the problem of the last one.
      setReading(({ problem: _old, ...before }) => ({ ...before, ...change, stale: false }))
    })
  }, [filter, attempt])
  return { ...reading, again: () => setAttempt((before) => before + 1) }
}
