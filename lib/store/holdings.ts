import {
  isPayable,
  mainToken,
  NETWORKS,
  type Network,
  TOKENS,
  type Token,
} from '../payment/networks'
import { balanceKey } from './balances'
import { type BalanceRow, db } from './db'
import { getDisabledNetworks } from './settings'

/** One token that the wallet can hold, with its last known balance. */
export interface Holding {
  network: Network
  token: Token
  /** Nothing until the chain was asked once. */
  row: BalanceRow | undefined
}

/** Where a new wallet gets its money, real and test: shown from the start. */
const HOME: readonly string[] = ['eip155:8453', 'eip155:84532']
/** So many payments back, a token still matters though there is none left of it. */
const RECENT_PAYMENTS = 100

/**
 * The tokens that matter to this wallet: those that a new one starts with, those that it holds, and
 * those of its latest and waiting payments. To ask every server for every token would be loud, and
 * would tell them all whose wallet this is. With `all`, every payable token of every network that
 * is on.
 */
export async function holdings(account: string, all = false): Promise<Holding[]> {
  const disabled = await getDisabledNetworks()
  const known = NETWORKS.filter(({ id }) => !disabled.has(id)).flatMap((network) =>
    TOKENS.filter((token) => token.network === network.id && isPayable(token)).map((token) => ({
      network,
      token,
      key: balanceKey(account, network.id, token.address),
    })),
  )
  const rows = await db.balances.bulkGet(known.map(({ key }) => key))
  const asked = await keysOfPayments(account)
  return known
    .map(({ network, token, key }, index) => ({ network, token, key, row: rows[index] }))
    .filter(({ token, key, row }) => all || isHome(token) || asked.has(key) || !!row?.amount)
    .map(({ network, token, row }) => ({ network, token, row }))
}

function isHome(token: Token): boolean {
  return HOME.includes(token.network) && mainToken(token.network) === token
}

async function keysOfPayments(account: string): Promise<Set<string>> {
  const latest = await db.payments.orderBy('createdAt').reverse().limit(RECENT_PAYMENTS).toArray()
  const waiting = await db.payments.where('state').equals('awaiting').toArray()
  return new Set(
    [...latest, ...waiting].map(({ terms }) => balanceKey(account, terms.networkId, terms.asset)),
  )
}
