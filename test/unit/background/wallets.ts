import { fakeBrowser } from 'wxt/testing/fake-browser'
import { createWallet } from '../../../entrypoints/background/wallet-commands'
import { db, type WalletRow } from '../../../lib/store/db'
import { clearUnlocked, setUnlocked } from '../../../lib/store/session'
import type { Account } from '../../../lib/wallet/accounts'
import { toBase64 } from '../../../lib/wallet/base64'
import { type SigningKeys, signingKeys } from '../../../lib/wallet/keyring'
import { freshStore } from '../store/fresh-store'

export const phrase = 'test test test test test test test test test test test junk'
export const otherPhrase =
  'legal winner thank year wave sausage worth useful legal winner thank yellow'
export const passphrase = 'Überraschung im Käse 7'
export const credential = { passphrase }
/** The accounts of `phrase`, as anvil prints them. */
export const addresses = [
  '0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266',
  '0x70997970C51812dc3A010C7d01b50e0d17dc79C8',
  '0x3C44CdDdB6a900fa2b585dd299e03d12FA4293BC',
] as const

/** A passkey as the page has just made it, each time another one. */
export function aPasskey() {
  const bytes = (length: number) => toBase64(crypto.getRandomValues(new Uint8Array(length)))
  return {
    credentialId: bytes(20),
    rpId: 'piagjlbkdhadlnahmmafeahkbjkknipj',
    salt: bytes(32),
    prf: bytes(32),
    name: 'Laptop',
  }
}

/** Like a new installation. */
export async function nothingYet(): Promise<void> {
  fakeBrowser.reset()
  await clearUnlocked()
  await freshStore()
}

/** The wallet of `phrase` under `passphrase`, unlocked; made once, as making it takes long. */
export async function aWallet(): Promise<void> {
  await nothingYet()
  made ??= await make()
  await db.wallet.add(made.wallet)
  await db.accounts.bulkAdd(made.accounts)
  await setUnlocked(made.keys, 3_600_000)
}

let made: { wallet: WalletRow; accounts: Account[]; keys: SigningKeys } | undefined

async function make() {
  await createWallet({ secret: { kind: 'phrase', phrase }, passphrase, backedUp: true })
  const [wallet, accounts] = [await db.wallet.get('main'), await db.accounts.toArray()]
  const [first] = accounts
  if (!wallet || first?.kind !== 'derived') throw new Error('no wallet')
  await nothingYet()
  const keyring = { keys: [{ id: first.keyId, kind: 'phrase' as const, phrase }] }
  return { wallet, accounts, keys: signingKeys(keyring, accounts) }
}

/** Everything that is at rest or in the session, as text. */
export async function everythingKept(): Promise<string> {
  const { local, sync, session } = fakeBrowser.storage
  const tables = await Promise.all(db.tables.map((table) => table.toArray()))
  const kept = [tables, await local.get(), await sync.get(), await session.get()]
  return JSON.stringify(kept, (_name, one) => (typeof one === 'bigint' ? String(one) : one))
}
