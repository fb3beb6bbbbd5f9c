import { z } from 'zod'
import { Problem } from '../problem'
import { base64, base64Of, fromBase64 } from './base64'
import { canonicalJson } from './canonical-json'
import { seal, sealed, unseal } from './cipher'
import { passkeyKey } from './passkey-key'
import { isOutdated, kdf, newKdf, passphraseKey } from './passphrase-key'

/** Characters (UTF-16) of a new passphrase at least. */
export const MIN_PASSPHRASE_LENGTH = 8

/** What of a passkey is kept, all of it public: how it is asked for again. */
export const passkeyParameters = z.strictObject({
  credentialId: base64.max(2000),
  rpId: z.string().min(1).max(253),
  /** What its authenticator makes the secret of (`prf.eval.first`). */
  salt: base64Of(32),
  name: z.string().max(60).exactOptional(),
})
export type PasskeyParameters = z.infer<typeof passkeyParameters>

const common = { id: z.uuid(), wrapped: sealed }

/** One way to open a vault: its data key, wrapped under what the user knows or has. */
export const vaultLock = z.discriminatedUnion('kind', [
  z.strictObject({ ...common, kind: z.literal('passphrase'), kdf }),
  z.strictObject({ ...common, kind: z.literal('passkey'), passkey: passkeyParameters }),
])
export type VaultLock = z.infer<typeof vaultLock>

/** What opens a lock: words, or the 32 bytes of a passkey's `prf`. */
export type Opener = { passphrase: string } | { prf: Uint8Array<ArrayBuffer> }

/** A lock to be made. */
export type NewLock =
  | { passphrase: string }
  | { prf: Uint8Array<ArrayBuffer>; passkey: PasskeyParameters }

/**
 * Puts a lock before a data key.
 * @throws {Problem} `passphrase_too_short`
 */
export async function makeLock(
  how: NewLock,
  dataKey: Uint8Array<ArrayBuffer>,
  vault: string,
): Promise<VaultLock> {
  const id = crypto.randomUUID()
  if ('passphrase' in how) {
    if (how.passphrase.length < MIN_PASSPHRASE_LENGTH) throw new Problem('passphrase_too_short')
    const lock = { id, kind: 'passphrase' as const, kdf: newKdf() }
    const key = await passphraseKey(how.passphrase, lock.kdf)
    return { ...lock, wrapped: await seal(key, dataKey, header(lock, vault)) }
  }
  const lock = { id, kind: 'passkey' as const, passkey: how.passkey }
  const key = await passkeyKey(how.prf, fromBase64(how.passkey.salt))
  return { ...lock, wrapped: await seal(key, dataKey, header(lock, vault)) }
}

/** The data key behind a lock; nothing where it is not for this opener. */
export async function openLock(
  lock: VaultLock,
  opener: Opener,
  vault: string,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const { wrapped, ...parameters } = lock
  const key = await keyFor(lock, opener)
  return key && unseal(key, wrapped, header(parameters, vault))
}

/** A passphrase lock that is cheaper to guess at than what is made today. */
export function isWeak(lock: VaultLock): boolean {
  return lock.kind === 'passphrase' && isOutdated(lock.kdf)
}

async function keyFor(lock: VaultLock, opener: Opener): Promise<CryptoKey | undefined> {
  if (lock.kind === 'passphrase' && 'passphrase' in opener) {
    return passphraseKey(opener.passphrase, lock.kdf)
  }
  if (lock.kind === 'passkey' && 'prf' in opener) {
    return passkeyKey(opener.prf, fromBase64(lock.passkey.salt))
  }
  return undefined
}

/** Authenticated with the wrapped key: every parameter, and which kind of vault it belongs to. */
function header(parameters: object, vault: string): string {
  return canonicalJson([vault, parameters])
}
