import type { AutoLock } from './store/db'

/** What opens the vault: words, or the 32 bytes of a passkey's `prf` in base64. */
export type Credential = { passphrase: string } | { prf: string }

/** A passkey that was made just now. Bytes in base64. */
export interface NewPasskey {
  credentialId: string
  rpId: string
  /** The 32 random bytes given as `prf.eval.first`. */
  salt: string
  /** What came of them. */
  prf: string
  name?: string | undefined
}

/** A secret as typed or pasted. */
export type Secret = { kind: 'phrase'; phrase: string } | { kind: 'privateKey'; privateKey: string }

/**
 * Commands about keys, accounts and locks. An open wallet can pay and add accounts; whatever shows,
 * adds or removes a key, or changes a lock, needs the passphrase or the passkey again.
 */
export interface VaultCommands {
  /** Seals a new or imported wallet, by a passphrase, a passkey or both, and unlocks it. Gives the
   * address of its first account. */
  createWallet(input: {
    secret: Secret
    passphrase?: string | undefined
    passkey?: NewPasskey | undefined
    backedUp: boolean
  }): string
  unlock(input: { passphrase: string }): void
  unlockWithPasskey(input: { prf: string }): void
  lock(): void

  /** The next account of a phrase, by default of the first. Gives its id. */
  addAccount(input: { keyId?: string | undefined; name?: string | undefined }): string
  /** Gives the id of the account. */
  importPrivateKey(input: { privateKey: string; name?: string; credential: Credential }): string
  /** Another phrase. Gives the id of its first account. */
  importPhrase(input: { phrase: string; name?: string; credential: Credential }): string
  /** An account to look at. Gives its id. */
  addWatchOnly(input: { address: string; name?: string }): string
  /** An account of another wallet of the browser (EIP-6963). Gives its id. */
  addExternalAccount(input: {
    address: string
    rdns: string
    walletName: string
    name?: string
  }): string
  renameAccount(input: { accountId: string; name: string }): void
  /** Where this removes a key for good, it needs the passphrase or the passkey. */
  removeAccount(input: { accountId: string; credential?: Credential | undefined }): void
  setPayingAccount(input: { accountId: string }): void
  setSiteAccount(input: { site: string; accountId: string | null }): void
  /** The words or the private key of an account. */
  revealSecret(input: {
    accountId: string
    what: 'phrase' | 'privateKey'
    credential: Credential
  }): string
  /** The user has written the words down and shown that they did. */
  confirmBackup(): void

  /** Another passphrase, or the first one of a wallet with a passkey. */
  changePassphrase(input: { credential: Credential; passphrase: string }): void
  /** Gives the id of its lock. */
  addPasskey(input: { passkey: NewPasskey; credential: Credential }): string
  /** A passkey, or the passphrase of a wallet with a passkey, which has to be shown then. */
  removeLock(input: { lockId: string; credential: Credential }): void
  setAutoLock(input: AutoLock): void

  /** The whole wallet as the text of a file, sealed under a passphrase of its own. */
  exportBackup(input: {
    passphrase: string
    credential: Credential
    /** For a history that no file can hold. */
    withoutHistory?: boolean | undefined
  }): string
  /**
   * Takes everything from such a file. Without a wallet it becomes the wallet, under the passphrase
   * of the file. A wallet that is there gets its keys and its history, and its limits, rules and
   * settings only `withRules`: they can make payments without asking.
   */
  importBackup(input: {
    file: string
    passphrase: string
    credential?: Credential | undefined
    withRules?: boolean | undefined
  }): BackupReport
}

/** How much of a backup was new. */
export interface BackupReport {
  accounts: number
  payments: number
}
