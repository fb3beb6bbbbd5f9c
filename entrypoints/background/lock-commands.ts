import { lockAfterMs, setAutoLock } from '../../lib/store/auto-lock'
import type { AutoLock } from '../../lib/store/db'
import { changeUnlocked } from '../../lib/store/session'
import type { Credential, NewPasskey } from '../../lib/vault-messages'
import { addLock, changePassphrase, removeLocks } from '../../lib/wallet/vault'
import { watchAutoLock } from './lock'
import { storeVault, withOpenVault } from './open-wallet'
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
 * Where only the passphrase is left, and was given, the data key is new: a passkey that was lost opens
 * nothing of what comes.
 * @throws {Problem} `last_lock`, and as `withOpenVault`
 */
export function removeLock(lockId: string, credential: Credential): Promise<void> {
  return withOpenVault(credential, async ({ vault }) => {
    const left = await removeLocks(vault, ({ id }) => id === lockId)
    const isAlone = left.file.locks.every(({ kind }) => kind === 'passphrase')
    const renewed =
      isAlone && 'passphrase' in credential
        ? await changePassphrase(left, credential.passphrase)
        : left
    await storeVault(renewed)
  })
}

/** When the wallet locks by itself; counts from the last use. */
export async function changeAutoLock(value: AutoLock): Promise<void> {
  await setAutoLock(value)
  const after = await lockAfterMs()
  await changeUnlocked(() => ({ lockAfterMs: after }))
  await watchAutoLock()
}
