import { useLiveQuery } from 'dexie-react-hooks'
import type { Payment } from '../../lib/payment/payment'
import type { Standing } from '../../lib/payment/policy'
import { standingOf } from '../../lib/store/facts'
import { type Budgets, budgets } from '../../lib/store/queries'
import { useMinute } from './use-minute'

/** The budgets of all sites together, or those of one site. */
export function useBudgets(site?: string): Budgets | undefined {
  const minute = useMinute()
  return useLiveQuery(() => budgets(site), [site, minute])
}

/** The user's standing orders for a payment, and what counts against them. */
export function useStanding({ site, payeeOrigin, terms }: Payment): Standing | undefined {
  const minute = useMinute()
  return useLiveQuery(
    () => standingOf({ site, payeeOrigin, terms }),
    [site, payeeOrigin, terms.testnet, minute],
  )
}
