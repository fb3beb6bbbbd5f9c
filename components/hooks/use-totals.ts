import { useLiveQuery } from 'dexie-react-hooks'
import { type Totals, totals } from '../../lib/store/queries'

export interface AllTotals {
  real: Totals
  test: Totals
}

/** What was spent today and this month, real and test money apart. */
export function useTotals(): AllTotals | undefined {
  return useLiveQuery(async () => {
    const [real, test] = await Promise.all([totals(false), totals(true)])
    return { real, test }
  }, [])
}
