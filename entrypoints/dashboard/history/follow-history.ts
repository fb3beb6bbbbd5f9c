import { startOfDay } from '../../../lib/payment/budget'
import { type Day, endOfDay, withDay, withPayments } from '../../../lib/payment/history/days'
import type { HistoryFilter } from '../../../lib/payment/history/filter'
import type { Payment } from '../../../lib/payment/payment'
import { type HistoryChanges, readHistory, watchHistory } from '../../../lib/store/history'
import { FacetGatherer, type Facets } from './facets'

/** The first payments show at once; after that the screen is not drawn for each piece. */
const DRAW_MS = 250

export interface HistoryReading {
  /** Newest first; nothing before the first payments are read. */
  days?: readonly Day[]
  /** What there is to filter by. */
  facets: Facets
  /** All of the history is read. */
  done: boolean
  /** The days are still those of an earlier filter. */
  stale: boolean
  problem?: unknown
}

type Tell = (change: Partial<Omit<HistoryReading, 'stale'>>) => void

/**
 * Reads the history through a filter and follows what is written to it. `tell` hears of everything
 * until the function that this gives back is called.
 */
export function followHistory(filter: HistoryFilter, tell: Tell): () => void {
  let stopped = false
  let unsubscribe = () => {}
  const say: Tell = (change) => {
    if (!stopped) tell(change)
  }

  async function read(): Promise<void> {
    unsubscribe()
    const began = Date.now()
    let days: readonly Day[] = []
    let drawn = false
    let drawnAt = performance.now()
    const facets = new FacetGatherer()
    for await (const { payments, read: all } of readHistory(filter)) {
      if (stopped) return
      facets.add(all)
      days = withPayments(days, payments)
      const isDue = performance.now() - drawnAt >= DRAW_MS
      if (!isDue && (drawn || days.length === 0)) continue
      drawn = true
      drawnAt = performance.now()
      say({ days })
    }
    say({ days, facets: facets.facets, done: true })
    if (!stopped) follow(began, days)
  }

  function follow(began: number, first: readonly Day[]): void {
    let days = first
    let handled = began
    let count: number | undefined
    let turn = Promise.resolve()

    async function handle(changes: HistoryChanges): Promise<void> {
      const isNew = ({ spentAt }: Payment) => spentAt !== undefined && spentAt >= handled
      const news = changes.changed.filter(({ updatedAt }) => updatedAt >= handled)
      const added = news.filter(isNew).length
      // Something came from elsewhere, a backup for example.
      if (count !== undefined && changes.count > count + added) return read()
      count = changes.count
      handled = Math.max(handled, ...news.map(({ updatedAt }) => updatedAt))
      for (const start of daysOf(news)) {
        if (stopped) return
        days = withDay(days, start, await paymentsOfDay(start, filter))
      }
      if (news.length > 0) say({ days })
    }

    const subscription = watchHistory(began).subscribe({
      next: (changes) => {
        turn = turn.then(() => (stopped ? undefined : handle(changes))).catch(fail)
      },
      error: fail,
    })
    unsubscribe = () => subscription.unsubscribe()
  }

  function fail(problem: unknown): void {
    say({ problem: problem ?? 'rejected' })
  }

  read().catch(fail)
  return () => {
    stopped = true
    unsubscribe()
  }
}

/** The days that payments count for. */
function daysOf(payments: readonly Payment[]): Set<number> {
  return new Set(payments.flatMap(({ spentAt }) => (spentAt ? [startOfDay(spentAt)] : [])))
}

async function paymentsOfDay(start: number, filter: HistoryFilter): Promise<Payment[]> {
  const since = Math.max(start, filter.since ?? 0)
  const until = Math.min(endOfDay(start), filter.until ?? Number.MAX_SAFE_INTEGER)
  const payments: Payment[] = []
  for await (const chunk of readHistory({ ...filter, since, until })) {
    payments.push(...chunk.payments)
  }
  return payments
}
