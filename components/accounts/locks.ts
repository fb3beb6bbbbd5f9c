import type { WalletRow } from '../../lib/store/db'
import type { PasskeyParameters } from '../../lib/wallet/vault-lock'

export interface PasskeyOfVault {
  /** Of its lock. */
  id: string
  parameters: PasskeyParameters
}

/** What opens a vault. */
export interface Locks {
  passphrase: boolean
  passkeys: PasskeyOfVault[]
}

/** The locks of a vault; the first version knew passphrases only. */
export function locksOf(vault: WalletRow['vault']): Locks {
  if (!('locks' in vault)) return { passphrase: true, passkeys: [] }
  return {
    passphrase: vault.locks.some(({ kind }) => kind === 'passphrase'),
    passkeys: vault.locks.flatMap((lock) =>
      lock.kind === 'passkey' ? [{ id: lock.id, parameters: lock.passkey }] : [],
    ),
  }
}
