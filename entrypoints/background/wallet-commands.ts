import { Problem } from '../../lib/problem'
import { accounts, mustGetWallet } from '../../lib/store/accounts'
import { forgetAttempts } from '../../lib/store/attempts'
import { lockAfterMs } from '../../lib/store/auto-lock'
import { db } from '../../lib/store/db'
import { setUnlocked } from '../../lib/store/session'
import type { Credential, NewPasskey, Secret } from '../../lib/vault-messages'
import { accountOf, normalizeSecret } from '../../lib/wallet/account'
import { type Account, placed } from '../../lib/wallet/accounts'
import { fromBase64 } from '../../lib/wallet/base64'
import { type Keyring, newKey, signingKeys } from '../../lib/wallet/keyring'
import { sealKeyring } from '../../lib/wallet/keyring-vault'
import type { NewLock } from '../../lib/wallet/vault-lock'
import { refreshBalances } from './balances'
import { watchAutoLock } from './lock'
import { inVaultOrder, withOpenVault } from './open-wallet'

interface NewWallet {
  secret: Secret
  passphrase?: string | undefined
  passkey?: NewPasskey | undefined
  backedUp: boolean
}

/**
 * Seals a wallet, by a passphrase, a passkey or both, and unlocks it.
 * @returns its address
 * @throws {Problem} `wallet_exists`, `phrase_invalid`, `private_key_invalid`, `passphrase_too_short`,
 * `last_lock` when there is no lock
 */
export async function createWallet(wallet: NewWallet): Promise<string> {
  const secret = normalizeSecret(wallet.secret)
  return inVaultOrder(async () => {
    if (await db.wallet.get('main')) throw new Problem('wallet_exists')
    const { address } = accountOf(secret)
    const key = newKey(secret)
    const vault = await sealKeyring({ keys: [key] }, locksOf(wallet))
    const common = { name: '', address, keyId: key.id }
    const first =
      key.kind === 'phrase'
        ? placed({ ...common, kind: 'derived', index: 0 }, [], Date.now())
        : placed({ ...common, kind: 'imported' }, [], Date.now())
    await db.transaction('rw', db.wallet, db.accounts, async () => {
      if (await db.wallet.get('main')) throw new Problem('wallet_exists')
      await db.wallet.add({ id: 'main', address, backedUp: wallet.backedUp, vault: vault.file })
      await db.accounts.add(first)
    })
    await forgetAttempts()
    await letIn({ keys: [key] }, [first])
    return address
  })
}

/** @throws {Problem} as `withOpenVault` */
export function unlock(credential: Credential): Promise<void> {
  return withOpenVault(credential, async ({ keyring }) => letIn(keyring, await accounts()))
}

/** @throws {Problem} `wallet_missing` */
export async function confirmBackup(): Promise<void> {
  await mustGetWallet()
  await db.wallet.update('main', { backedUp: true })
}

/** Puts the keys of these accounts at hand. */
export async function letIn(keyring: Keyring, all: readonly Account[]): Promise<void> {
  await setUnlocked(signingKeys(keyring, all), await lockAfterMs())
  await watchAutoLock()
  void refreshBalances()
}

/** The lock of a new passkey. */
export function passkeyLock({ prf, name, ...parameters }: NewPasskey): NewLock {
  return { prf: fromBase64(prf), passkey: { ...parameters, ...(name && { name }) } }
}

function locksOf({ passphrase, passkey }: NewWallet): [NewLock, ...NewLock[]] {
  const [first, ...others]: NewLock[] = [
    ...(passphrase === undefined ? [] : [{ passphrase }]),
    ...(passkey ? [passkeyLock(passkey)] : []),
  ]
  if (!first) throw new Problem('last_lock')
  return [first, ...others]
}
