import { Problem } from '../problem'
import { type Account, canPay, type NewAccount, placed } from '../wallet/accounts'
import { db, type WalletRow } from './db'

/** All accounts in the user's order. */
export function accounts(): Promise<Account[]> {
  return db.accounts.orderBy('order').toArray()
}

/** @throws {Problem} `account_not_found` */
export async function mustGetAccount(id: string): Promise<Account> {
  const account = await db.accounts.get(id)
  if (!account) throw new Problem('account_not_found')
  return account
}

/** @throws {Problem} `wallet_missing` */
export async function mustGetWallet(): Promise<WalletRow> {
  const wallet = await db.wallet.get('main')
  if (!wallet) throw new Problem('wallet_missing')
  return wallet
}

/** The account that pays where the site has none of its own. */
export async function payingAccount(): Promise<Account | undefined> {
  const wallet = await db.wallet.get('main')
  return wallet && db.accounts.where('address').equals(wallet.address).first()
}

/** The account that pays on a site. */
export async function accountForSite(site: string): Promise<Account | undefined> {
  const [row, paying] = await Promise.all([db.siteAccounts.get(site), payingAccount()])
  return (row && (await db.accounts.get(row.accountId))) ?? paying
}

/**
 * Adds an account at the end, see `placed`.
 * @throws {Problem} `wallet_missing`, `account_exists`
 */
export function addAccountRow(added: NewAccount, now = Date.now()): Promise<Account> {
  return db.transaction('rw', db.wallet, db.accounts, async () => {
    await mustGetWallet()
    const account = placed(added, await db.accounts.toArray(), now)
    await db.accounts.put(account)
    return account
  })
}

/**
 * Removes an account and what was set for it.
 * @throws {Problem} `account_not_found`, `last_account`, `account_in_use`
 */
export function removeAccountRow(id: string): Promise<void> {
  return db.transaction('rw', db.wallet, db.accounts, db.siteAccounts, async () => {
    await mustBeRemovable(id)
    await db.accounts.delete(id)
    await db.siteAccounts.where('accountId').equals(id).delete()
  })
}

/** @throws {Problem} `account_not_found`, `last_account`, `account_in_use` */
export async function mustBeRemovable(id: string): Promise<Account> {
  const account = await mustGetAccount(id)
  if (!canPay(account)) return account
  const others = (await db.accounts.toArray()).filter((other) => other.id !== id && canPay(other))
  if (others.length === 0) throw new Problem('last_account')
  const { address } = await mustGetWallet()
  if (account.address === address) throw new Problem('account_in_use')
  return account
}

/** @throws {Problem} `wallet_missing`, `account_not_found`, `account_keyless` when it cannot pay */
export function setPaying(id: string): Promise<void> {
  return db.transaction('rw', db.wallet, db.accounts, async () => {
    await mustGetWallet()
    const { address } = await mustPay(id)
    await db.wallet.update('main', { address })
  })
}

/** @throws {Problem} `account_not_found`, `account_keyless` when it cannot pay */
export function setSiteAccountRow(site: string, accountId: string | null): Promise<void> {
  return db.transaction('rw', db.accounts, db.siteAccounts, async () => {
    if (accountId === null) return db.siteAccounts.delete(site)
    await mustPay(accountId)
    await db.siteAccounts.put({ site, accountId })
  })
}

async function mustPay(id: string): Promise<Account> {
  const account = await mustGetAccount(id)
  if (!canPay(account)) throw new Problem('account_keyless')
  return account
}
