import { z } from 'zod'
import { Problem } from '../problem'
import { accountOfKey, type WalletSecret } from './account'
import type { Account } from './accounts'
import { keyAt, nodeOf } from './derivation'

/** A phrase or a private key, as it lies sealed in the vault. */
export const keyringKey = z.discriminatedUnion('kind', [
  z.object({ id: z.uuid(), kind: z.literal('phrase'), phrase: z.string() }),
  z.object({
    id: z.uuid(),
    kind: z.literal('privateKey'),
    privateKey: z.templateLiteral(['0x', z.string().regex(/^[0-9a-f]{64}$/)]),
  }),
])
export type KeyringKey = z.infer<typeof keyringKey>

/** Everything that the wallet keeps secret; no two keys have one name, or are the same. */
export const keyring = z.object({
  keys: z
    .array(keyringKey)
    .max(1000)
    .refine((keys) => areDistinct(keys.map(({ id }) => id)))
    .refine((keys) => areDistinct(keys.map(textOf))),
})
export type Keyring = z.infer<typeof keyring>

/** What an unlocked wallet has at hand: it can sign and add accounts, but not show a phrase. */
export interface SigningKeys {
  /** Private keys by address, in lower case. */
  keys: Record<string, `0x${string}`>
  /** Extended keys of phrases by key id, see `nodeOf`. */
  nodes: Record<string, string>
}

export function newKey(secret: WalletSecret): KeyringKey {
  return { id: crypto.randomUUID(), ...secret }
}

/** The same phrase or the same private key as one that is kept already. */
export function findSame(keyring: Keyring, secret: WalletSecret): KeyringKey | undefined {
  return keyring.keys.find((key) => textOf(key) === textOf(secret))
}

/**
 * The keys of all accounts that the wallet itself signs for.
 * @throws {Problem} `vault_corrupt` when an account does not belong to its key
 */
export function signingKeys(keyring: Keyring, accounts: readonly Account[]): SigningKeys {
  const nodes: SigningKeys['nodes'] = {}
  for (const key of keyring.keys) if (key.kind === 'phrase') nodes[key.id] = nodeOf(key.phrase)
  const keys: SigningKeys['keys'] = {}
  for (const account of accounts) {
    const own = signingKey(account, keyring, nodes)
    if (own) keys[account.address.toLowerCase()] = own
  }
  return { keys, nodes }
}

function signingKey(
  account: Account,
  keyring: Keyring,
  nodes: SigningKeys['nodes'],
): `0x${string}` | undefined {
  if (account.kind === 'watch' || account.kind === 'external') return undefined
  const key = keyring.keys.find(({ id }) => id === account.keyId)
  const node = nodes[account.keyId]
  const made =
    account.kind === 'derived'
      ? node && keyAt(node, account.index)
      : key?.kind === 'privateKey' && accountOfKey(key.privateKey)
  if (!made || made.address !== account.address) throw new Problem('vault_corrupt')
  return made.privateKey
}

function areDistinct(texts: readonly string[]): boolean {
  return new Set(texts).size === texts.length
}

function textOf(secret: WalletSecret): string {
  return secret.kind === 'phrase' ? secret.phrase : secret.privateKey
}
