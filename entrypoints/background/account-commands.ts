import { Problem } from '../../lib/problem'
import {
  accounts,
  addAccountRow,
  mustBeRemovable,
  mustGetAccount,
  mustGetWallet,
  removeAccountRow,
  setPaying,
} from '../../lib/store/accounts'
import { db } from '../../lib/store/db'
import { changeUnlocked, nodeOfKey } from '../../lib/store/session'
import {
  type Account,
  freeIndex,
  isOwn,
  keyToRemove,
  normalizeAddress,
} from '../../lib/wallet/accounts'
import { keyAt } from '../../lib/wallet/derivation'
import { refreshBalances } from './balances'
import { inVaultOrder } from './open-wallet'

/**
 * The next account of a phrase, by default of the first phrase. Needs no passphrase: its extended key
 * is at hand while the wallet is open.
 * @throws {Problem} `wallet_missing`, `wallet_locked`, `account_keyless` when there is no such phrase
 */
export function addAccount(name = '', keyId?: string): Promise<string> {
  return inVaultOrder(async () => {
    await mustGetWallet()
    const all = await accounts()
    const ofPhrase = all
      .filter((one) => one.kind === 'derived')
      .find((one) => keyId === undefined || one.keyId === keyId)
    if (!ofPhrase) throw new Problem('account_keyless')
    const node = await nodeOfKey(ofPhrase.keyId)
    if (!node) throw new Problem('wallet_locked')
    const { privateKey, ...place } = nextOf(node, ofPhrase.keyId, all)
    const account = await addAccountRow({ kind: 'derived', name, keyId: ofPhrase.keyId, ...place })
    await changeUnlocked(({ keys }) => ({
      keys: { ...keys, [account.address.toLowerCase()]: privateKey },
    }))
    return account.id
  })
}

/** The first account of a phrase that the wallet does not have, not even as a private key. */
function nextOf(node: string, keyId: string, all: readonly Account[]) {
  const own = new Set(all.filter(isOwn).map(({ address }) => address))
  for (let index = freeIndex(all, keyId, 0); ; index = freeIndex(all, keyId, index + 1)) {
    const key = keyAt(node, index)
    if (!own.has(key.address)) return { ...key, index }
  }
}

/** @throws {Problem} `wallet_missing`, `address_invalid`, `account_exists` */
export async function addWatchOnly(address: string, name = ''): Promise<string> {
  const added = await addAccountRow({ kind: 'watch', name, address: normalizeAddress(address) })
  return added.id
}

/** @throws {Problem} `wallet_missing`, `address_invalid`, `account_exists` */
export async function addExternalAccount(
  address: string,
  rdns: string,
  walletName: string,
  name = '',
): Promise<string> {
  const added = await addAccountRow({
    kind: 'external',
    name,
    address: normalizeAddress(address),
    rdns,
    walletName,
  })
  return added.id
}

/** @throws {Problem} `account_not_found` */
export async function renameAccount(id: string, name: string): Promise<void> {
  await mustGetAccount(id)
  await db.accounts.update(id, { name })
}

/**
 * Removes an account without its key: none is ours, or others are made of the same phrase, so that it
 * can be added again.
 * @throws {Problem} `account_not_found`, `last_account`, `account_in_use`, `passphrase_needed` when
 * its key would go with it
 */
export function removeAccount(id: string): Promise<void> {
  return inVaultOrder(async () => {
    const account = await mustBeRemovable(id)
    if (keyToRemove(account, await accounts())) throw new Problem('passphrase_needed')
    await removeAccountRow(id)
    await forgetKey(account)
  })
}

/** A key at hand is no longer needed. */
export async function forgetKey(account: Account): Promise<void> {
  const removed = keyToRemove(account, await accounts())
  await changeUnlocked(({ keys, nodes }) => ({
    keys: without(keys, account.address.toLowerCase()),
    nodes: removed ? without(nodes, removed) : nodes,
  }))
}

/** @throws {Problem} `account_not_found`, `account_keyless` when it cannot pay */
export async function setPayingAccount(id: string): Promise<void> {
  await setPaying(id)
  void refreshBalances()
}

function without<T>(record: Record<string, T>, name: string): Record<string, T> {
  const { [name]: _removed, ...others } = record
  return others
}
