import { isPayable, TOKENS, type Token } from '../../lib/payment/networks'
import { balanceKey, markStale, putBalance } from '../../lib/store/balances'
import { db } from '../../lib/store/db'
import { holdings } from '../../lib/store/holdings'
import { rpcUrlOf } from '../../lib/store/settings'
import { chainReader, readBalance } from '../../lib/wallet/chain'

const TIMEOUT_MS = 5_000

/** Looks up the balances that matter; what cannot be asked is marked so. */
export function refreshBalances(): Promise<void> {
  return refreshHoldings(false)
}

/** Looks up the balance of every payable token of every network that is on. */
export function refreshAllBalances(): Promise<void> {
  return refreshHoldings(true)
}

const asking = new Map<string, Promise<void>>()
const askedAgain = new Set<string>()

/**
 * Looks up the balances on one network. Never throws. A hundred payments at once ask for it a
 * hundred times: one look is under way, and one more follows for all that came meanwhile.
 */
export async function refreshBalance(networkId: string): Promise<void> {
  const underWay = asking.get(networkId)
  if (underWay) {
    askedAgain.add(networkId)
    return underWay
  }
  const look = (async () => {
    do {
      askedAgain.delete(networkId)
      await lookUpNetwork(networkId)
    } while (askedAgain.has(networkId))
  })()
  asking.set(networkId, look)
  await look.finally(() => asking.delete(networkId))
}

async function lookUpNetwork(networkId: string): Promise<void> {
  const wallet = await db.wallet.get('main')
  if (!wallet) return
  const tokens = TOKENS.filter((token) => token.network === networkId && isPayable(token))
  await Promise.all(tokens.map((token) => lookUp(token, wallet.address)))
}

async function refreshHoldings(all: boolean): Promise<void> {
  const wallet = await db.wallet.get('main')
  if (!wallet) return
  const held = await holdings(wallet.address, all)
  await Promise.all(held.map(({ token }) => lookUp(token, wallet.address)))
}

async function lookUp(token: Token, account: `0x${string}`): Promise<void> {
  const key = balanceKey(account, token.network, token.address)
  try {
    const chain = chainReader(await rpcUrlOf(token.network), TIMEOUT_MS)
    await putBalance(key, await readBalance(chain, token, account))
  } catch {
    await markStale(key)
  }
}
