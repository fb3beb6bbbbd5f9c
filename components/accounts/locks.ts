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
  /** Of the lock that the passphrase opens, in a vault that can do without it. */
  passphraseId?: string
  passkeys: PasskeyOfVault[]
}

/** The locks of a vault; the first version knew passphrases only. */
export function locksOf(vault: WalletRow['vault']): Locks {
  if (!('locks' in vault)) return { passphrase: true, passkeys: [] }
  const words = vault.locks.find(({ kind }) => kind === 'passphrase')
  return {
    passphrase: words !== undefined,
    ...(words && vault.locks.length > 1 && { passphraseId: words.id }),
    passkeys: vault.locks.flatMap((lock) =>
      lock.kind === 'passkey' ? [{ id: lock.id, parameters: lock.passkey }] : [],
    ),
  }
}
