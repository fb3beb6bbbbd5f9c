import type { Secret } from '../../lib/messages'
import { Problem } from '../../lib/problem'
import { db } from '../../lib/store/db'
import { clearUnlocked, setUnlocked } from '../../lib/store/session'
import { accountOf, normalizePhrase, normalizePrivateKey } from '../../lib/wallet/account'
import { openVault, sealVault, type VaultSecret } from '../../lib/wallet/vault'
import { refreshBalances } from './balances'

/**
 * Seals a wallet and unlocks it.
 * @returns its address
 * @throws {Problem} `wallet_exists`, `phrase_invalid`, `private_key_invalid`, `passphrase_too_short`
 */
export async function createWallet(
  secret: Secret,
  passphrase: string,
  backedUp: boolean,
): Promise<string> {
  if (await db.wallet.get('main')) throw new Problem('wallet_exists')
  const content = normalized(secret)
  const account = accountOf(content)
  const vault = await sealVault(content, passphrase)
  // `add`, not `put`: of two windows that finish at once, one loses and says so.
  await db.wallet.add({ id: 'main', address: account.address, backedUp, vault }).catch(() => {
    throw new Problem('wallet_exists')
  })
  await setUnlocked({ ...account, since: Date.now() })
  void refreshBalances()
  return account.address
}

/** @throws {Problem} `wallet_missing`, `passphrase_wrong`, `vault_corrupt` */
export async function unlock(passphrase: string): Promise<void> {
  const wallet = await db.wallet.get('main')
  if (!wallet) throw new Problem('wallet_missing')
  const account = accountOf(await openVault(wallet.vault, passphrase))
  if (account.address !== wallet.address) throw new Problem('vault_corrupt')
  await setUnlocked({ ...account, since: Date.now() })
  void refreshBalances()
}

export const lock = clearUnlocked

function normalized(secret: Secret): VaultSecret {
  return secret.kind === 'phrase'
    ? { kind: 'phrase', phrase: normalizePhrase(secret.phrase) }
    : { kind: 'privateKey', privateKey: normalizePrivateKey(secret.privateKey) }
}
