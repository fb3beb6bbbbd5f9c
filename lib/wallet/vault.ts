import { scryptAsync } from '@noble/hashes/scrypt'
import { z } from 'zod'
import { Problem } from '../problem'

export const MIN_PASSPHRASE_LENGTH = 8

/** scrypt cost: 128 MiB, about half a second. Stored with each vault, so that it can rise later. */
const KDF = { name: 'scrypt', N: 2 ** 17, r: 8, p: 1 } as const

/** More than this is not a cost but an attack on the machine. Bytes. */
const MAX_KDF_MEMORY = 2 ** 29

/** In the one spelling that we write: no other text stands for the same bytes. */
const base64 = z.string().refine(isCanonicalBase64)

/** An encrypted secret as stored: AES-256-GCM under a key that scrypt makes of the passphrase. */
export const vaultFile = z.object({
  version: z.literal(1),
  kdf: z
    .object({
      name: z.literal('scrypt'),
      N: z
        .number()
        .int()
        .min(2 ** 14)
        .max(2 ** 20)
        .refine((N) => Number.isInteger(Math.log2(N))),
      r: z.number().int().min(1).max(32),
      p: z.number().int().min(1).max(16),
      salt: base64,
    })
    .refine(({ N, r }) => 128 * N * r <= MAX_KDF_MEMORY),
  cipher: z.object({ name: z.literal('AES-GCM'), iv: base64, data: base64 }),
})
export type VaultFile = z.infer<typeof vaultFile>

const secret = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('phrase'), phrase: z.string() }),
  z.object({ kind: z.literal('privateKey'), privateKey: z.templateLiteral(['0x', z.string()]) }),
])
export type VaultSecret = z.infer<typeof secret>

/**
 * Seals a secret under a passphrase.
 * @throws {Problem} `passphrase_too_short`
 */
export async function sealVault(content: VaultSecret, passphrase: string): Promise<VaultFile> {
  if (passphrase.length < MIN_PASSPHRASE_LENGTH) throw new Problem('passphrase_too_short')
  const salt = crypto.getRandomValues(new Uint8Array(16))
  const iv = crypto.getRandomValues(new Uint8Array(12))
  const kdf = { ...KDF, salt: toBase64(salt) }
  const key = await deriveKey(passphrase, kdf)
  const data = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv, additionalData: header(1, kdf) },
    key,
    new TextEncoder().encode(JSON.stringify(content)),
  )
  return {
    version: 1,
    kdf,
    cipher: { name: 'AES-GCM', iv: toBase64(iv), data: toBase64(new Uint8Array(data)) },
  }
}

/**
 * Opens a vault. A wrong passphrase and a changed file look the same to AES-GCM.
 * @throws {Problem} `vault_corrupt` when the file or its secret has no such shape, else
 * `passphrase_wrong`
 */
export async function openVault(file: unknown, passphrase: string): Promise<VaultSecret> {
  const parsed = vaultFile.safeParse(file)
  if (!parsed.success) throw new Problem('vault_corrupt')
  const { version, kdf, cipher } = parsed.data
  const key = await deriveKey(passphrase, kdf)
  const plain = await crypto.subtle
    .decrypt(
      { name: 'AES-GCM', iv: fromBase64(cipher.iv), additionalData: header(version, kdf) },
      key,
      fromBase64(cipher.data),
    )
    .catch(() => {
      throw new Problem('passphrase_wrong')
    })
  try {
    return secret.parse(JSON.parse(new TextDecoder().decode(plain)))
  } catch {
    // The errors of both parsers quote their input.
    throw new Problem('vault_corrupt')
  }
}

async function deriveKey(passphrase: string, kdf: VaultFile['kdf']): Promise<CryptoKey> {
  const { N, r, p } = kdf
  // The same passphrase typed on another keyboard may come in another Unicode form.
  const password = new TextEncoder().encode(passphrase.normalize('NFKD'))
  const bytes = await scryptAsync(password, fromBase64(kdf.salt), { N, r, p, dkLen: 32 })
  return crypto.subtle.importKey('raw', new Uint8Array(bytes), 'AES-GCM', false, [
    'encrypt',
    'decrypt',
  ])
}

/** Authenticated with the secret: nobody can weaken the parameters of a stored vault. */
function header(version: number, kdf: VaultFile['kdf']): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(
    JSON.stringify([version, kdf.name, kdf.N, kdf.r, kdf.p, kdf.salt]),
  )
}

function toBase64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (char) => char.charCodeAt(0))
}

function isCanonicalBase64(text: string): boolean {
  try {
    return text !== '' && btoa(atob(text)) === text
  } catch {
    return false
  }
}
