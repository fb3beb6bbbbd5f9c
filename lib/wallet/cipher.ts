import { z } from 'zod'
import { base64, fromBase64, toBase64 } from './base64'

/** AES-256-GCM with its nonce; the tag is at the end of `data`. */
export const sealed = z.strictObject({ name: z.literal('AES-GCM'), iv: base64, data: base64 })
export type Sealed = z.infer<typeof sealed>

export function importKey(bytes: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt'])
}

/** Seals bytes under a key; `header` stays readable and cannot be changed unnoticed. */
export async function seal(key: CryptoKey, plain: BufferSource, header: string): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(12))
  const data = await crypto.subtle.encrypt(algorithm(iv, header), key, plain)
  return { name: 'AES-GCM', iv: toBase64(iv), data: toBase64(new Uint8Array(data)) }
}

/** The bytes again; nothing with another key, or where a bit of anything was changed. */
export async function unseal(
  key: CryptoKey,
  { iv, data }: Pick<Sealed, 'iv' | 'data'>,
  header: string,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  try {
    const plain = await crypto.subtle.decrypt(
      algorithm(fromBase64(iv), header),
      key,
      fromBase64(data),
    )
    return new Uint8Array(plain)
  } catch {
    return undefined
  }
}

function algorithm(iv: Uint8Array<ArrayBuffer>, header: string): AesGcmParams {
  return { name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(header) }
}
