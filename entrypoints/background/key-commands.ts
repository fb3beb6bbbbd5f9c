import { Problem } from '../../lib/problem'
import {
  accounts,
  mustBeRemovable,
  mustGetAccount,
  removeAccountRow,
} from '../../lib/store/accounts'
import { db } from '../../lib/store/db'
import { changeUnlocked } from '../../lib/store/session'
import type { Credential } from '../../lib/vault-messages'
import {
  accountOf,
  normalizePhrase,
  normalizePrivateKey,
  type WalletSecret,
} from '../../lib/wallet/account'
import { isOwn, keyToRemove, type NewAccount, placed } from '../../lib/wallet/accounts'
import { findSame, newKey, signingKeys } from '../../lib/wallet/keyring'
import { refillKeyring } from '../../lib/wallet/keyring-vault'
import { forgetKey } from './account-commands'
import { storeVault, withOpenVault } from './open-wallet'

/** @throws {Problem} `private_key_invalid`, `account_exists`, and as `withOpenVault` */
export async function importPrivateKey(
  text: string,
  name: string | undefined,
  credential: Credential,
): Promise<string> {
  const privateKey = normalizePrivateKey(text)
  return addSecret({ kind: 'privateKey', privateKey }, name, credential)
}

/** @throws {Problem} `phrase_invalid`, `account_exists`, and as `withOpenVault` */
export async function importPhrase(
  text: string,
  name: string | undefined,
  credential: Credential,
): Promise<string> {
  return addSecret({ kind: 'phrase', phrase: normalizePhrase(text) }, name, credential)
}

/**
 * The words or the private key of an account.
 * @throws {Problem} `account_not_found`, `account_keyless`, `vault_corrupt` when the key is not that
 * of the account, and as `withOpenVault`
 */
export function revealSecret(
  accountId: string,
  what: WalletSecret['kind'],
  credential: Credential,
): Promise<string> {
  return withOpenVault(credential, async ({ keyring }) => {
    const account = await mustGetAccount(accountId)
    const key = isOwn(account) && keyring.keys.find(({ id }) => id === account.keyId)
    if (!key || !isOwn(account)) throw new Problem('account_keyless')
    const made = accountOf(key, account.kind === 'derived' ? account.index : 0)
    if (made.address !== account.address) throw new Problem('vault_corrupt')
    if (what === 'privateKey') return made.privateKey
    if (key.kind !== 'phrase') throw new Problem('account_keyless')
    return key.phrase
  })
}

/**
 * Removes an account and, where nothing else needs it, its key for good.
 * @throws {Problem} `account_not_found`, `last_account`, `account_in_use`, and as `withOpenVault`
 */
export function removeAccountWithKey(id: string, credential: Credential): Promise<void> {
  return withOpenVault(credential, async (open) => {
    const account = await mustBeRemovable(id)
    const keyId = keyToRemove(account, await accounts())
    const keys = open.keyring.keys.filter((key) => key.id !== keyId)
    const vault = await refillKeyring(open, { keys })
    await db.transaction('rw', db.wallet, db.accounts, db.siteAccounts, async () => {
      await removeAccountRow(id)
      await storeVault(vault)
    })
    await forgetKey(account)
  })
}

function addSecret(secret: WalletSecret, name = '', credential: Credential): Promise<string> {
  return withOpenVault(credential, async (open) => {
    if (findSame(open.keyring, secret)) throw new Problem('account_exists')
    const key = newKey(secret)
    const keyring = { keys: [...open.keyring.keys, key] }
    const common = { name, address: accountOf(secret).address, keyId: key.id }
    const added: NewAccount =
      secret.kind === 'phrase'
        ? { ...common, kind: 'derived', index: 0 }
        : { ...common, kind: 'imported' }
    const vault = await refillKeyring(open, keyring)
    const account = await db.transaction('rw', db.wallet, db.accounts, async () => {
      const account = placed(added, await db.accounts.toArray(), Date.now())
      await storeVault(vault)
      await db.accounts.put(account)
      return account
    })
    const more = signingKeys({ keys: [key] }, [account])
    await changeUnlocked(({ keys, nodes }) => ({
      keys: { ...keys, ...more.keys },
      nodes: { ...nodes, ...more.nodes },
    }))
    return account.id
  })
}
