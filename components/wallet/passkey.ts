import { Problem } from '../../lib/problem'
import type { NewPasskey } from '../../lib/vault-messages'
import { fromBase64, toBase64 } from '../../lib/wallet/base64'
import type { PasskeyParameters } from '../../lib/wallet/vault-lock'

/** ES256 and RS256: what every authenticator has. Nobody checks the signature; its `prf` counts. */
const ALGORITHMS = [-7, -257]

/**
 * Whether a passkey can open the wallet here. Firefox gives no extension page a relying party id
 * that lasts; elsewhere the browser says what it can, or shows it when it is asked.
 */
export async function passkeysWork(): Promise<boolean> {
  if (location.protocol === 'moz-extension:' || !('PublicKeyCredential' in globalThis)) return false
  const capable = await PublicKeyCredential.getClientCapabilities?.()
  return capable?.['extension:prf'] ?? true
}

/**
 * Makes a passkey with `prf` (WebAuthn level 3, section 10.1.4) for this extension.
 * @throws {Problem} `passkey_cancelled` when the user or the time ended it, `passkey_unsupported`
 */
export async function createPasskey(walletName: string): Promise<NewPasskey> {
  const salt = random(32)
  const made = await asked(
    navigator.credentials.create({
      publicKey: {
        rp: { name: walletName },
        user: { id: random(16), name: walletName, displayName: walletName },
        challenge: random(32),
        pubKeyCredParams: ALGORITHMS.map((alg) => ({ type: 'public-key', alg })),
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
        extensions: { prf: { eval: { first: salt } } },
      },
    }),
  )
  const parameters = {
    credentialId: toBase64(new Uint8Array(made.rawId)),
    rpId: location.hostname,
    salt: toBase64(salt),
  }
  // Some can make it only once the passkey is there.
  const prf = prfOf(made) ?? (await askPasskey([parameters])).prf
  return { ...parameters, prf }
}

/**
 * Asks for any one of these passkeys.
 * @throws {Problem} as `createPasskey`
 */
export async function askPasskey(passkeys: PasskeyParameters[]): Promise<{ prf: string }> {
  const evalByCredential = Object.fromEntries(
    passkeys.map(({ credentialId, salt }) => [
      toBase64Url(credentialId),
      { first: fromBase64(salt) },
    ]),
  )
  const given = await asked(
    navigator.credentials.get({
      publicKey: {
        challenge: random(32),
        allowCredentials: passkeys.map(({ credentialId }) => ({
          type: 'public-key',
          id: fromBase64(credentialId),
        })),
        userVerification: 'required',
        extensions: { prf: { evalByCredential } },
      },
    }),
  )
  const prf = prfOf(given)
  if (!prf) throw new Problem('passkey_unsupported')
  return { prf }
}

async function asked(request: Promise<Credential | null>): Promise<PublicKeyCredential> {
  try {
    const credential = await request
    if (credential instanceof PublicKeyCredential) return credential
  } catch (error) {
    const name = error instanceof DOMException ? error.name : ''
    if (name === 'NotAllowedError' || name === 'AbortError') throw new Problem('passkey_cancelled')
  }
  throw new Problem('passkey_unsupported')
}

function prfOf(credential: PublicKeyCredential): string | undefined {
  const first = credential.getClientExtensionResults().prf?.results?.first
  if (!first) return undefined
  return toBase64(
    first instanceof ArrayBuffer
      ? new Uint8Array(first)
      : new Uint8Array(first.buffer, first.byteOffset, first.byteLength),
  )
}

/** As the keys of `evalByCredential` are spelled (RFC 4648, section 5). */
function toBase64Url(base64: string): string {
  return base64.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
}

function random(length: number): Uint8Array<ArrayBuffer> {
  return crypto.getRandomValues(new Uint8Array(length))
}
