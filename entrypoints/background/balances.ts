import { getAddress } from 'viem/utils'
import { isPayable, TOKENS, type Token } from '../../lib/payment/networks'
import { balanceKey, markStale, putBalance } from '../../lib/store/balances'
import { db } from '../../lib/store/db'
import { holdings } from '../../lib/store/holdings'
import { rpcUrlOf } from '../../lib/store/settings'
import { chainReader, readBalance } from '../../lib/wallet/chain'

const TIMEOUT_MS = 5_000

/** Looks up the balances that matter of the account that pays; what cannot be asked is marked so. */
export async function refreshBalances(): Promise<void> {
  const wallet = await db.wallet.get('main')
  if (wallet) await refreshAccount(wallet.address, false)
}

/**
 * Looks up the balances that matter of one account, or with `all` every payable token of every
 * network that is on. One account at a time: who is asked for several learns that they belong
 * together.
 */
export async function refreshAccount(address: `0x${string}`, all: boolean): Promise<void> {
  const held = await holdings(address, all)
  await Promise.all(held.map(({ token }) => lookUp(token, address)))
}

const asking = new Map<string, Promise<void>>()
const askedAgain = new Set<string>()

/**
 * Looks up the balances of an account on one network. Never throws for a silent server. A hundred payments at once ask for it a
 * hundred times: one look is under way, and one more follows for all that came meanwhile.
 */
export async function refreshBalance(networkId: string, account: string): Promise<void> {
  const key = `${networkId} ${account.toLowerCase()}`
  const underWay = asking.get(key)
  if (underWay) {
    askedAgain.add(key)
    return underWay
  }
  const look = (async () => {
    do {
      askedAgain.delete(key)
      await lookUpNetwork(networkId, getAddress(account.toLowerCase()))
    } while (askedAgain.has(key))
  })()
  asking.set(key, look)
  await look.finally(() => asking.delete(key))
}

async function lookUpNetwork(networkId: string, account: `0x${string}`): Promise<void> {
  const tokens = TOKENS.filter((token) => token.network === networkId && isPayable(token))
  await Promise.all(tokens.map((token) => lookUp(token, account)))
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
