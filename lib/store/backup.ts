import { z } from 'zod'
import { Problem } from '../problem'
import { readAs } from '../protocols/read-as'
import { type Account, canPay, isMore, placed } from '../wallet/accounts'
import { findSame, type Keyring, signingKeys } from '../wallet/keyring'
import { mustGetWallet } from './accounts'
import { type BackupContent, backupContent } from './backup-content'
import { defined } from './backup-parts'
import { isKept, restored, standing } from './backup-payment'
import { db, type Setting } from './db'
import { rebuildTotals } from './totals'

/** Everything that is written with the vault when a backup is taken in. */
export const RESTORING = [
  db.wallet,
  db.accounts,
  db.siteAccounts,
  db.siteRules,
  db.pairRules,
  db.settings,
  db.acquaintances,
  db.payments,
  db.totals,
]

/**
 * The wallet as JSON, as it is at one moment.
 * @throws {Problem} `wallet_missing`
 */
export async function collectBackup(
  keyring: Keyring,
  { withoutHistory = false } = {},
): Promise<unknown> {
  const content = await db.transaction('r', RESTORING, async () => {
    const { address, backedUp } = await mustGetWallet()
    const [accounts, siteAccounts, siteRules, pairRules, settings, acquaintances, payments] =
      await Promise.all([
        db.accounts.orderBy('order').toArray(),
        db.siteAccounts.toArray(),
        db.siteRules.toArray(),
        db.pairRules.toArray(),
        db.settings.toArray(),
        db.acquaintances.toArray(),
        withoutHistory ? [] : db.payments.toArray(),
      ])
    return {
      wallet: { address, backedUp },
      keyring,
      accounts,
      siteAccounts,
      siteRules,
      pairRules,
      settings: Object.fromEntries(settings.map(({ key, value }) => [key, value])),
      acquaintances,
      payments: payments.filter(isKept),
    }
  })
  return z.encode(backupContent, defined(content) as BackupContent)
}

/**
 * What was read from a backup file, if every part of it is in order and its keys are those of its
 * accounts.
 * @throws {Problem} `backup_corrupt`
 */
export function readBackup(json: unknown): BackupContent {
  const content = readAs(backupContent, json)
  if (!content) throw new Problem('backup_corrupt')
  const { keyring, accounts, wallet } = content
  const paying = accounts.find(({ address }) => address === wallet.address)
  if (!paying || !canPay(paying)) throw new Problem('backup_corrupt')
  try {
    signingKeys(keyring, accounts)
  } catch {
    throw new Problem('backup_corrupt')
  }
  return content
}

/**
 * A keyring with the keys of a backup, and what these are called in it: a name that another key has
 * here is not theirs.
 */
export function mergedKeyring(own: Keyring, other: Keyring) {
  const taken = new Set(own.keys.map(({ id }) => id))
  const ids = new Map<string, string>()
  const added: Keyring['keys'] = []
  for (const key of other.keys) {
    const same = findSame(own, key)
    const id = same?.id ?? (taken.has(key.id) ? crypto.randomUUID() : key.id)
    ids.set(key.id, id)
    if (!same) added.push({ ...key, id })
  }
  return { keyring: { keys: [...own.keys, ...added] }, ids }
}

/**
 * Accounts of a backup beside those that are here; the keys by the ids that they have here. Part of
 * the transaction that stores the keys. Gives the account here for each account there.
 */
export async function restoreAccounts(
  accounts: readonly Account[],
  keyIds: ReadonlyMap<string, string>,
): Promise<Map<string, Account>> {
  const here = new Map<string, Account>()
  for (const { id, createdAt, order: _there, ...one } of accounts) {
    const all = await db.accounts.toArray()
    const added = 'keyId' in one ? { ...one, keyId: keyIds.get(one.keyId) ?? one.keyId } : one
    const same = all.find(({ address }) => address === one.address)
    const account = same && !isMore(added, same) ? same : placed(added, all, createdAt)
    await db.accounts.put(account)
    here.set(id, account)
  }
  return here
}

/** Adds the history, see `standing`, and adds up the totals again. Gives how many are new. */
export async function restorePayments(payments: BackupContent['payments'], now: number) {
  const others = payments.map((payment) => restored(payment, now))
  const own = await db.payments.bulkGet(others.map(({ id }) => id))
  await db.payments.bulkPut(others.map((other, index) => standing(own[index], other)))
  await rebuildTotals()
  return own.filter((payment) => payment === undefined).length
}

/** Replaces what the user has set by what the backup says; sites that it does not name stay. */
export async function restoreRules(
  { siteAccounts, siteRules, pairRules, settings, acquaintances }: BackupContent,
  here: ReadonlyMap<string, Account>,
): Promise<void> {
  await db.siteRules.bulkPut(siteRules)
  await db.pairRules.bulkPut(pairRules)
  await db.acquaintances.bulkPut(acquaintances)
  const rows = Object.entries(settings).map(([key, value]) => ({ key, value }) as Setting)
  await db.settings.bulkPut(rows)
  for (const { site, accountId } of siteAccounts) {
    const account = here.get(accountId)
    if (account && canPay(account)) await db.siteAccounts.put({ site, accountId: account.id })
  }
}
