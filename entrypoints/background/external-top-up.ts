import { getAddress } from 'viem/utils'
import type { TopUp } from '../../lib/messages'
import { type Network, networkById, type Token, tokenAt } from '../../lib/payment/networks'
import { Problem } from '../../lib/problem'
import { db } from '../../lib/store/db'
import { rpcUrlOf } from '../../lib/store/settings'
import { isOwn } from '../../lib/wallet/accounts'
import { chainReader } from '../../lib/wallet/chain'
import { accountsOf, mustBeOnChain, requestTransfer } from '../../lib/wallet/external'
import { type Arrival, findArrival } from '../../lib/wallet/top-up'
import { refreshBalance } from './balances'
import { pageOf, walletIn } from './external-page'

const TIMEOUT_MS = 5_000

/**
 * Has another wallet, in a tab's page, send tokens to our account.
 * @returns the transaction, as that wallet says
 * @throws {Problem} `wallet_missing` when the account is not ours, `token_unknown`, `page_gone`, and
 * every `external_…`
 */
export async function topUpFromExternal(
  { account, networkId, asset, amount }: TopUp,
  tabId: number,
  rdns: string,
): Promise<`0x${string}`> {
  const { network, token } = mustKnow(networkId, asset)
  const to = await mustOwn(account)
  const ask = walletIn(await pageOf(tabId), rdns)
  const [from] = await accountsOf(ask)
  if (!from) throw new Problem('external_wrong_account')
  await mustBeOnChain(ask, network.chainId)
  return requestTransfer(ask, token, from, to, BigInt(amount))
}

/**
 * Asks the chain whether a top-up has arrived; `waiting` also while the chain cannot be asked.
 * @throws {Problem} `wallet_missing`, `token_unknown`, `rpc_wrong_chain`
 */
export async function checkTopUp(
  { account, networkId, asset, amount }: TopUp,
  transaction: `0x${string}`,
): Promise<Arrival> {
  const { network, token } = mustKnow(networkId, asset)
  const to = await mustOwn(account)
  const chain = chainReader(await rpcUrlOf(networkId), TIMEOUT_MS)
  const arrival = await findArrival(chain, network, token, to, BigInt(amount), transaction).catch(
    (error): Arrival => {
      if (error instanceof Problem) throw error
      return 'waiting'
    },
  )
  if (arrival === 'arrived') await refreshBalance(networkId, to)
  return arrival
}

function mustKnow(networkId: string, asset: string): { network: Network; token: Token } {
  const network = networkById(networkId)
  const token = tokenAt(networkId, asset)
  if (!network || !token) throw new Problem('token_unknown')
  return { network, token }
}

/** What was shown is what is sent to: the account may have changed since. */
async function mustOwn(account: string): Promise<`0x${string}`> {
  const known = await db.accounts.where('address').equals(account).first()
  if (!known || !isOwn(known)) throw new Problem('wallet_missing')
  return getAddress(known.address)
}
