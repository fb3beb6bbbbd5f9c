import { TOKENS } from '../../lib/payment/networks'
import { balanceKey, markStale, putBalance } from '../../lib/store/balances'
import { db } from '../../lib/store/db'
import { rpcUrlOf } from '../../lib/store/settings'
import { chainReader, readBalance } from '../../lib/wallet/chain'

const TIMEOUT_MS = 5_000

/** Looks up the balances of every known token; a network that does not answer is marked so. */
export async function refreshBalances(): Promise<void> {
  const networks = new Set(TOKENS.map(({ network }) => network))
  await Promise.all([...networks].map(refreshBalance))
}

/** Looks up the balances on one network. Never throws. */
export async function refreshBalance(networkId: string): Promise<void> {
  const wallet = await db.wallet.get('main')
  if (!wallet) return
  const tokens = TOKENS.filter(({ network }) => network === networkId)
  await Promise.all(
    tokens.map(async (token) => {
      const key = balanceKey(wallet.address, networkId, token.address)
      try {
        const chain = chainReader(await rpcUrlOf(networkId), TIMEOUT_MS)
        await putBalance(key, await readBalance(chain, token, wallet.address))
      } catch {
        await markStale(key)
      }
    }),
  )
}
