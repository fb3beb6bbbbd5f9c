import type { Page } from '@playwright/test'

/** A machine with a passkey of its own (`prf` and all), which says yes to everything. */
export async function withAuthenticator(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page)
  await session.send('WebAuthn.enable')
  await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      ctap2Version: 'ctap2_1',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      hasPrf: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
}

export interface MadePasskey {
  credentialId: string
  rpId: string
  salt: string
  prf: string
}

/** Makes a passkey in an extension page; all bytes in base64. */
export function makePasskey(page: Page): Promise<MadePasskey> {
  return page.evaluate(async () => {
    const toBase64 = (bytes: ArrayBuffer | Uint8Array) =>
      btoa(String.fromCharCode(...new Uint8Array(bytes)))
    const random = (length: number) => crypto.getRandomValues(new Uint8Array(length))
    const salt = random(32)
    const made = (await navigator.credentials.create({
      publicKey: {
        rp: { name: 'Tuppence' },
        user: { id: random(16), name: 'Tuppence', displayName: 'Tuppence' },
        challenge: random(32),
        pubKeyCredParams: [{ type: 'public-key', alg: -7 }],
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
        extensions: { prf: { eval: { first: salt } } },
      },
    })) as PublicKeyCredential
    const first = made.getClientExtensionResults().prf?.results?.first
    return {
      credentialId: toBase64(made.rawId),
      rpId: location.hostname,
      salt: toBase64(salt),
      prf: first ? toBase64(first as ArrayBuffer) : '',
    }
  })
}

/** What the passkey makes of the salt when it is asked again. */
export function askPasskey(
  page: Page,
  { credentialId, salt }: Pick<MadePasskey, 'credentialId' | 'salt'>,
): Promise<string> {
  return page.evaluate(
    async ({ credentialId, salt }) => {
      const fromBase64 = (text: string) => Uint8Array.from(atob(text), (c) => c.charCodeAt(0))
      const found = (await navigator.credentials.get({
        publicKey: {
          challenge: crypto.getRandomValues(new Uint8Array(32)),
          allowCredentials: [{ type: 'public-key', id: fromBase64(credentialId) }],
          userVerification: 'required',
          extensions: { prf: { eval: { first: fromBase64(salt) } } },
        },
      })) as PublicKeyCredential
      const first = found.getClientExtensionResults().prf?.results?.first as ArrayBuffer
      return btoa(String.fromCharCode(...new Uint8Array(first)))
    },
    { credentialId, salt },
  )
}
