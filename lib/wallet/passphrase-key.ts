import { scryptAsync } from '@noble/hashes/scrypt'
import { z } from 'zod'
import { base64, fromBase64, toBase64 } from './base64'
import { importKey } from './cipher'
import { SCRYPT_COST } from './scrypt-cost'

/** More than this is not a cost but an attack on the machine. Bytes. */
const MAX_MEMORY = 2 ** 29
/** Sixteen times the work of today: what takes longer is no cost either. */
const MAX_WORK = 2 ** 24

/** How a key is made of a passphrase (RFC 7914), with the bounds of what we would compute. */
export const kdf = z
  .strictObject({
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
  .refine(({ N, r }) => 128 * N * r <= MAX_MEMORY)
  .refine(({ N, r, p }) => N * r * p <= MAX_WORK)
export type Kdf = z.infer<typeof kdf>

/** The cost of today and a new salt. */
export function newKdf(): Kdf {
  const salt = crypto.getRandomValues(new Uint8Array(16))
  return { name: 'scrypt', ...SCRYPT_COST, salt: toBase64(salt) }
}

/** Made when less was asked for: cheaper to guess at than what is made today. */
export function isOutdated({ N, r, p }: Kdf): boolean {
  return N * r * p < SCRYPT_COST.N * SCRYPT_COST.r * SCRYPT_COST.p
}

/** The key of a passphrase, an AES-256-GCM one. */
export async function passphraseKey(passphrase: string, { N, r, p, salt }: Kdf) {
  // The same passphrase typed on another keyboard may come in another Unicode form.
  const password = new TextEncoder().encode(passphrase.normalize('NFKD'))
  const bytes = await scryptAsync(password, fromBase64(salt), { N, r, p, dkLen: 32 })
  return importKey(new Uint8Array(bytes))
}
