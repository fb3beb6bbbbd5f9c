import { importKey } from './cipher'

const INFO = 'Tuppence vault, passkey lock'

/**
 * The key of a passkey: HKDF-SHA256 (RFC 5869) of the 32 bytes that its authenticator makes of our
 * salt (WebAuthn level 3, section 10.1.4, `prf`). They are random already: nothing can be guessed.
 */
export async function passkeyKey(
  prf: Uint8Array<ArrayBuffer>,
  salt: Uint8Array<ArrayBuffer>,
): Promise<CryptoKey> {
  const secret = await crypto.subtle.importKey('raw', prf, 'HKDF', false, ['deriveBits'])
  const info = new TextEncoder().encode(INFO)
  const bits = await crypto.subtle.deriveBits(
    { name: 'HKDF', hash: 'SHA-256', salt, info },
    secret,
    256,
  )
  return importKey(new Uint8Array(bits))
}
