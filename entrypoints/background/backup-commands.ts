import { Problem } from '../../lib/problem'
import { accounts } from '../../lib/store/accounts'
import {
  collectBackup,
  mergedKeyring,
  RESTORING,
  readBackup,
  restoreAccounts,
  restorePayments,
  restoreRules,
} from '../../lib/store/backup'
import type { BackupContent } from '../../lib/store/backup-content'
import { db } from '../../lib/store/db'
import type { BackupReport, Credential } from '../../lib/vault-messages'
import type { Account } from '../../lib/wallet/accounts'
import { openBackup, sealBackup } from '../../lib/wallet/backup'
import { type Keyring, signingKeys } from '../../lib/wallet/keyring'
import { refillKeyring, sealKeyring } from '../../lib/wallet/keyring-vault'
import { inVaultOrder, storeVault, withOpenVault } from './open-wallet'
import { reconcileAll } from './reconcile'
import { letIn } from './wallet-commands'

interface Import {
  file: string
  passphrase: string
  credential?: Credential | undefined
  withRules?: boolean | undefined
}

/**
 * The whole wallet as the text of a file, sealed under a passphrase of its own.
 * @throws {Problem} `passphrase_too_short`, `backup_too_large`, and as `withOpenVault`
 */
export function exportBackup(
  passphrase: string,
  credential: Credential,
  withoutHistory = false,
): Promise<string> {
  return withOpenVault(credential, async ({ keyring }) =>
    sealBackup(await collectBackup(keyring, { withoutHistory }), passphrase),
  )
}

/**
 * Takes in such a file, whole or not at all, and unlocks the wallet.
 * @throws {Problem} `passphrase_needed` when there is a wallet and nothing to open it with;
 * `passphrase_wrong` and every `backup_…`; as `withOpenVault` for a wallet that is there
 */
export async function importBackup(given: Import): Promise<BackupReport> {
  const { file, passphrase, credential, withRules = false } = given
  if (!credential) await mustBeFirst()
  const content = readBackup(await openBackup(file, passphrase))
  const report = credential
    ? await addTo(content, credential, withRules)
    : await found(content, passphrase)
  void reconcileAll()
  return report
}

/** A new wallet under the passphrase of the file. */
function found(content: BackupContent, passphrase: string): Promise<BackupReport> {
  return inVaultOrder(async () => {
    await mustBeFirst()
    const vault = await sealKeyring(content.keyring, [{ passphrase }])
    const report = await db.transaction('rw', RESTORING, async () => {
      await mustBeFirst()
      const { address, backedUp } = content.wallet
      const paying = content.accounts.find((account) => account.address === address)
      if (!paying) throw new Problem('backup_corrupt')
      await db.wallet.add({ id: 'main', address: paying.address, backedUp, vault: vault.file })
      return restore(content, new Map(), true)
    })
    await letIn(content.keyring, await accounts())
    return report
  })
}

/** Keys and history beside those that are here; who pays stays. */
function addTo(
  content: BackupContent,
  credential: Credential,
  withRules: boolean,
): Promise<BackupReport> {
  return withOpenVault(credential, async (open) => {
    const { keyring, ids } = mergedKeyring(open.keyring, content.keyring)
    const vault = await refillKeyring(open, keyring)
    const report = await db.transaction('rw', RESTORING, async () => {
      await storeVault(vault)
      const report = await restore(content, ids, withRules)
      mustSign(keyring, await accounts())
      return report
    })
    await letIn(keyring, await accounts())
    return report
  })
}

async function restore(
  content: BackupContent,
  keyIds: ReadonlyMap<string, string>,
  withRules: boolean,
): Promise<BackupReport> {
  const before = await db.accounts.count()
  const here = await restoreAccounts(content.accounts, keyIds)
  if (withRules) await restoreRules(content, here)
  const payments = await restorePayments(content.payments, Date.now())
  return { accounts: (await db.accounts.count()) - before, payments }
}

/** What would not unlock afterwards is not taken in. */
function mustSign(keyring: Keyring, all: readonly Account[]): void {
  try {
    signingKeys(keyring, all)
  } catch {
    throw new Problem('backup_corrupt')
  }
}

async function mustBeFirst(): Promise<void> {
  if (await db.wallet.get('main')) throw new Problem('passphrase_needed')
}
