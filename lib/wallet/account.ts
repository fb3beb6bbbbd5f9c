import { privateKeyToAccount } from 'viem/accounts'
import { z } from 'zod'
import { Problem } from '../problem'
import { keyAt, nodeOf } from './derivation'
import { normalizePhrase } from './phrase'

export { newPhrase, normalizePhrase } from './phrase'

/** What an account can be made of. */
export const secret = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('phrase'), phrase: z.string() }),
  z.object({ kind: z.literal('privateKey'), privateKey: z.templateLiteral(['0x', z.string()]) }),
])
export type WalletSecret = z.infer<typeof secret>

export interface AccountKey {
  address: `0x${string}`
  privateKey: `0x${string}`
}

/** @throws {Problem} `private_key_invalid` */
export function normalizePrivateKey(text: string): `0x${string}` {
  const hex = text.trim().toLowerCase().replace(/^0x/, '')
  if (!/^[0-9a-f]{64}$/.test(hex)) throw new Problem('private_key_invalid')
  try {
    privateKeyToAccount(`0x${hex}`)
  } catch {
    throw new Problem('private_key_invalid')
  }
  return `0x${hex}`
}

/**
 * The same secret in the one spelling that we keep.
 * @throws {Problem} `phrase_invalid`, `private_key_invalid`
 */
export function normalizeSecret(
  given: { kind: 'phrase'; phrase: string } | { kind: 'privateKey'; privateKey: string },
): WalletSecret {
  return given.kind === 'phrase'
    ? { kind: 'phrase', phrase: normalizePhrase(given.phrase) }
    : { kind: 'privateKey', privateKey: normalizePrivateKey(given.privateKey) }
}

/**
 * An account of a phrase (BIP-44, m/44'/60'/0'/0/index), or the one of a private key.
 * @throws {Problem} `phrase_invalid`, `private_key_invalid`
 */
export function accountOf(given: WalletSecret, index = 0): AccountKey {
  if (given.kind === 'phrase') return keyAt(nodeOf(normalizePhrase(given.phrase)), index)
  return accountOfKey(normalizePrivateKey(given.privateKey))
}

/** The account of a private key that is one. */
export function accountOfKey(privateKey: `0x${string}`): AccountKey {
  return { privateKey, address: privateKeyToAccount(privateKey).address }
}
