import { useLiveQuery } from 'dexie-react-hooks'
import { type OtherTotals, type Totals, totals, totalsElsewhere } from '../../lib/store/queries'

export interface AllTotals {
  real: Totals
  test: Totals
  /** In other currencies than the dollar. */
  realElsewhere: OtherTotals
  testElsewhere: OtherTotals
}

/** What was spent today and this month, real and test money apart. */
export function useTotals(): AllTotals | undefined {
  return useLiveQuery(async () => {
    const [real, test, realElsewhere, testElsewhere] = await Promise.all([
      totals(false),
      totals(true),
      totalsElsewhere(false),
      totalsElsewhere(true),
    ])
    return { real, test, realElsewhere, testElsewhere }
  }, [])
}
