import { db } from './db'

export function balanceKey(account: string, networkId: string, asset: string): string {
  return `${account} ${networkId} ${asset}`.toLowerCase()
}

/** Notes a balance in atomic units as just seen on the chain. */
export async function putBalance(key: string, amount: bigint): Promise<void> {
  await db.balances.put({ key, amount, at: Date.now() })
}

/** Notes that the chain could not be asked; the last known amount stays. */
export async function markStale(key: string): Promise<void> {
  await db.balances.update(key, { stale: true })
}
