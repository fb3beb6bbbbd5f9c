import { Problem } from '../../lib/problem'
import { lockAfterMs, setAutoLock } from '../../lib/store/auto-lock'
import type { AutoLock } from '../../lib/store/db'
import { changeUnlocked } from '../../lib/store/session'
import type { Credential, NewPasskey } from '../../lib/vault-messages'
import {
  addLock,
  changePassphrase,
  type OpenVault,
  removeLocks,
  sealVault,
} from '../../lib/wallet/vault'
import type { Opener, VaultLock } from '../../lib/wallet/vault-lock'
import { watchAutoLock } from './lock'
import { openerOf, storeVault, withOpenVault } from './open-wallet'
import { passkeyLock } from './wallet-commands'

/**
 * Another passphrase, or the first one of a wallet with a passkey.
 * @throws {Problem} `passphrase_too_short`, and as `withOpenVault`
 */
export function replacePassphrase(credential: Credential, passphrase: string): Promise<void> {
  return withOpenVault(credential, async ({ vault }) =>
    storeVault(await changePassphrase(vault, passphrase)),
  )
}

/** @returns the id of its lock. @throws {Problem} as `withOpenVault` */
export function addPasskey(passkey: NewPasskey, credential: Credential): Promise<string> {
  return withOpenVault(credential, async ({ vault }) => {
    const changed = await addLock(vault, passkeyLock(passkey))
    await storeVault(changed)
    return changed.file.locks.at(-1)?.id ?? ''
  })
}

/**
 * The passphrase goes only for a passkey: one that does not work any more would be no way back in.
 * @throws {Problem} `last_lock`, `not_allowed` without the passkey, and as `withOpenVault`
 */
export function removeLock(lockId: string, credential: Credential): Promise<void> {
  return withOpenVault(credential, async ({ vault }) => {
    const removed = vault.file.locks.find(({ id }) => id === lockId)
    const left = await removeLocks(vault, ({ id }) => id === lockId)
    if (removed?.kind === 'passphrase' && !('prf' in credential)) throw new Problem('not_allowed')
    await storeVault(await renewed(left, removed, openerOf(credential)))
  })
}

/**
 * Where one lock is left, and is known to be what opened the vault, the data key is new: a passkey
 * that was lost, or a passphrase that somebody knows, opens nothing of what comes.
 */
async function renewed(
  left: OpenVault,
  removed: VaultLock | undefined,
  opener: Opener,
): Promise<OpenVault> {
  const [lock, another] = left.file.locks
  if (!lock || another) return left
  if (lock.kind === 'passphrase') {
    return 'passphrase' in opener ? changePassphrase(left, opener.passphrase) : left
  }
  // Of two passkeys it may be the other one that was shown.
  if (removed?.kind !== 'passphrase' || !('prf' in opener)) return left
  return sealVault('wallet', left.content, [{ prf: opener.prf, passkey: lock.passkey }])
}

/** When the wallet locks by itself; counts from the last use. */
export async function changeAutoLock(value: AutoLock): Promise<void> {
  await setAutoLock(value)
  const after = await lockAfterMs()
  await changeUnlocked(() => ({ lockAfterMs: after }))
  await watchAutoLock()
}
