import { useLiveQuery } from 'dexie-react-hooks'
import type { WalletRow } from '../../lib/store/db'
import { wallet } from '../../lib/store/queries'

/** The wallet, `null` when there is none, nothing until it is known. */
export function useWallet(): WalletRow | null | undefined {
  return useLiveQuery(async () => (await wallet()) ?? null, [])
}
