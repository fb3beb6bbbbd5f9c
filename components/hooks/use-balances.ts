import { useLiveQuery } from 'dexie-react-hooks'
import { mainToken, NETWORKS, type Network, type Token } from '../../lib/payment/networks'
import { balanceKey } from '../../lib/store/balances'
import { type BalanceRow, db } from '../../lib/store/db'

export interface NetworkBalance {
  network: Network
  token: Token
  /** Nothing until the chain was asked once. */
  row: BalanceRow | undefined
}

/** Last known balances of an account: the main token of each network. */
export function useBalances(account: string): NetworkBalance[] | undefined {
  return useLiveQuery(async () => {
    const held = NETWORKS.flatMap((network) => {
      const token = mainToken(network.id)
      return token ? [{ network, token }] : []
    })
    const rows = await db.balances.bulkGet(
      held.map(({ token }) => balanceKey(account, token.network, token.address)),
    )
    return held.map((entry, index) => ({ ...entry, row: rows[index] }))
  }, [account])
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
