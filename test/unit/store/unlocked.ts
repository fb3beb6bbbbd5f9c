import { db } from '../../../lib/store/db'
import { setUnlocked } from '../../../lib/store/session'
import type { AccountKey } from '../../../lib/wallet/account'
import { sealV1ByNode } from '../wallet/vault-by-node'

const passphrase = 'correct horse battery'

/** A wallet with this one account, unlocked. */
export async function unlockAs({ address, privateKey }: AccountKey): Promise<void> {
  const vault = sealV1ByNode({ kind: 'privateKey', privateKey }, passphrase)
  await db.wallet.put({ id: 'main', address, backedUp: true, vault })
  await setUnlocked({ keys: { [address.toLowerCase()]: privateKey }, nodes: {} }, null)
}
