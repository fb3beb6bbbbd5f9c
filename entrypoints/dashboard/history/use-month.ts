import { useLiveQuery } from 'dexie-react-hooks'
import { useRef } from 'react'
import { type OtherTotals, totals, totalsElsewhere } from '../../../lib/store/queries'

const NOTHING: OtherTotals = { today: [], month: [] }

export const NOTHING_ELSEWHERE = { real: NOTHING, test: NOTHING }

/** Today and this month; what is not in dollars only on demand, as it is read from the payments. */
export function useMonth(withElsewhere: boolean) {
  // Once wanted, it stays: another search is no reason to take it away.
  const wanted = useRef(false)
  wanted.current ||= withElsewhere
  return {
    totals: useLiveQuery(async () => {
      const [real, test] = await Promise.all([totals(false), totals(true)])
      return { real, test }
    }, []),
    elsewhere: useLiveQuery(async () => {
      if (!wanted.current) return undefined
      const [real, test] = await Promise.all([totalsElsewhere(false), totalsElsewhere(true)])
      return { real, test }
    }, [wanted.current]),
  }
}
