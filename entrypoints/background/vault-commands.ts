import type { z } from 'zod'
import { setSiteAccountRow } from '../../lib/store/accounts'
import type { VaultCommands } from '../../lib/vault-messages'
import {
  addAccount,
  addExternalAccount,
  addWatchOnly,
  removeAccount,
  renameAccount,
  setPayingAccount,
} from './account-commands'
import { exportBackup, importBackup } from './backup-commands'
import { importPhrase, importPrivateKey, removeAccountWithKey, revealSecret } from './key-commands'
import { lock } from './lock'
import { addPasskey, changeAutoLock, removeLock, replacePassphrase } from './lock-commands'
import type { vaultInputs } from './vault-inputs'
import { confirmBackup, createWallet, unlock } from './wallet-commands'

type Handlers = {
  [K in keyof VaultCommands]: (
    input: z.output<(typeof vaultInputs)[K]>,
  ) => Promise<ReturnType<VaultCommands[K]>>
}

/** Who does what: the commands about keys, accounts and locks. */
export const vaultHandlers: Handlers = {
  createWallet,
  unlock,
  unlockWithPasskey: unlock,
  lock,
  addAccount: ({ name, keyId }) => addAccount(name, keyId),
  importPrivateKey: ({ privateKey, name, credential }) =>
    importPrivateKey(privateKey, name, credential),
  importPhrase: ({ phrase, name, credential }) => importPhrase(phrase, name, credential),
  addWatchOnly: ({ address, name }) => addWatchOnly(address, name),
  addExternalAccount: ({ address, rdns, walletName, name }) =>
    addExternalAccount(address, rdns, walletName, name),
  renameAccount: ({ accountId, name }) => renameAccount(accountId, name),
  removeAccount: ({ accountId, credential }) =>
    credential ? removeAccountWithKey(accountId, credential) : removeAccount(accountId),
  setPayingAccount: ({ accountId }) => setPayingAccount(accountId),
  setSiteAccount: ({ site, accountId }) => setSiteAccountRow(site, accountId),
  revealSecret: ({ accountId, what, credential }) => revealSecret(accountId, what, credential),
  confirmBackup,
  changePassphrase: ({ credential, passphrase }) => replacePassphrase(credential, passphrase),
  addPasskey: ({ passkey, credential }) => addPasskey(passkey, credential),
  removeLock: ({ lockId, credential }) => removeLock(lockId, credential),
  setAutoLock: changeAutoLock,
  exportBackup: ({ passphrase, credential, withoutHistory }) =>
    exportBackup(passphrase, credential, withoutHistory),
  importBackup,
}
