import { z } from 'zod'
import { Problem } from '../problem'
import { secret, type WalletSecret } from './account'
import { base64 } from './base64'
import { unseal } from './cipher'
import { type Kdf, kdf, passphraseKey } from './passphrase-key'

/** The vault of the first version: one secret, right under the key of the passphrase. */
export const vaultFileV1 = z.object({
  version: z.literal(1),
  kdf,
  cipher: z.object({ name: z.literal('AES-GCM'), iv: base64, data: base64 }),
})
export type VaultFileV1 = z.infer<typeof vaultFileV1>

/**
 * Opens one. A wrong passphrase and a changed file look the same here.
 * @throws {Problem} `passphrase_wrong`; `vault_corrupt` when what it holds has no such shape
 */
export async function openVaultV1(file: VaultFileV1, passphrase: string): Promise<WalletSecret> {
  const { kdf, cipher } = file
  const plain = await unseal(await passphraseKey(passphrase, kdf), cipher, header(kdf))
  if (!plain) throw new Problem('passphrase_wrong')
  try {
    return secret.parse(JSON.parse(new TextDecoder().decode(plain)))
  } catch {
    // The errors of both parsers quote their input.
    throw new Problem('vault_corrupt')
  }
}

function header({ name, N, r, p, salt }: Kdf): string {
  return JSON.stringify([1, name, N, r, p, salt])
}
