import { Problem, toProblemData } from '../../lib/problem'
import { mustGetWallet } from '../../lib/store/accounts'
import { beginAttempt, forgetAttempts, takeBack } from '../../lib/store/attempts'
import { db, type WalletRow } from '../../lib/store/db'
import type { Credential } from '../../lib/vault-messages'
import { type Account, type NewAccount, placed } from '../../lib/wallet/accounts'
import { fromBase64 } from '../../lib/wallet/base64'
import type { Keyring } from '../../lib/wallet/keyring'
import { type OpenKeyring, openKeyring } from '../../lib/wallet/keyring-vault'
import type { OpenVault } from '../../lib/wallet/vault'
import type { Opener } from '../../lib/wallet/vault-lock'
import { inOrder } from './sequence'

const GUESSES: readonly string[] = ['passphrase_wrong', 'passkey_wrong']

/**
 * Opens the vault for one task; what was opened is gone with it. One after the other: two changes at
 * once would undo each other, and two guesses at once would count as one.
 * @throws {Problem} `wallet_missing`, `unlock_throttled`, `passphrase_wrong`, `passkey_wrong`,
 * `vault_corrupt`, `vault_newer`
 */
export function withOpenVault<T>(
  credential: Credential,
  task: (open: OpenKeyring, wallet: WalletRow) => Promise<T>,
): Promise<T> {
  return inVaultOrder(async () => {
    const wallet = await mustGetWallet()
    const open = await tryToOpen(wallet, openerOf(credential))
    if (open.renewed) await keepRenewed(open, wallet)
    return task(open, wallet)
  })
}

/** What touches the vault or the keys at hand does so one after the other. */
export function inVaultOrder<T>(task: () => Promise<T>): Promise<T> {
  return inOrder('vault', task)
}

/** Writes the vault as it is now; in the transaction of what belongs to it. */
export async function storeVault({ file }: OpenVault): Promise<void> {
  await db.wallet.update('main', { vault: file })
}

export function openerOf(credential: Credential): Opener {
  return 'prf' in credential ? { prf: fromBase64(credential.prf) } : credential
}

async function tryToOpen(wallet: WalletRow, opener: Opener): Promise<OpenKeyring> {
  const before = await beginAttempt()
  try {
    const open = await openKeyring(wallet.vault, opener)
    await forgetAttempts()
    return open
  } catch (error) {
    if (!GUESSES.includes(toProblemData(error, 'vault_corrupt').code)) await takeBack(before)
    throw error
  }
}

/** A vault of the first version has one account, which is written down now. */
async function keepRenewed({ vault, keyring }: OpenKeyring, wallet: WalletRow): Promise<void> {
  await db.transaction('rw', db.wallet, db.accounts, async () => {
    await storeVault(vault)
    const all = await db.accounts.toArray()
    if (all.some((account) => 'keyId' in account)) return
    await db.accounts.put(placed(firstAccount(keyring, wallet.address), all, Date.now()))
  })
}

/** @throws {Problem} `vault_corrupt` when there is no key for it */
function firstAccount({ keys: [key] }: Keyring, address: Account['address']): NewAccount {
  if (!key) throw new Problem('vault_corrupt')
  const common = { name: '', address, keyId: key.id }
  return key.kind === 'phrase'
    ? { ...common, kind: 'derived', index: 0 }
    : { ...common, kind: 'imported' }
}
