import { useLiveQuery } from 'dexie-react-hooks'
import { balanceKey } from '../../lib/store/balances'
import { type BalanceRow, db } from '../../lib/store/db'
import { type Holding, holdings } from '../../lib/store/holdings'

/** Last known balances of an account: the tokens that matter to it, or all that can be paid with. */
export function useBalances(account: string, all = false): Holding[] | undefined {
  return useLiveQuery(() => holdings(account, all), [account, all])
}

/** Last known balance of one token; `null` when the chain was never asked. */
export function useBalance(
  account: string,
  networkId: string,
  asset: string,
): BalanceRow | null | undefined {
  return useLiveQuery(
    async () => (await db.balances.get(balanceKey(account, networkId, asset))) ?? null,
    [account, networkId, asset],
  )
}
