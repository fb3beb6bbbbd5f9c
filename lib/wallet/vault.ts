import { z } from 'zod'
import { Problem } from '../problem'
import { base64Of, toBase64 } from './base64'
import { canonicalJson } from './canonical-json'
import { importKey, seal, sealed, unseal } from './cipher'
import {
  isWeak,
  makeLock,
  type NewLock,
  type Opener,
  openLock,
  type VaultLock,
  vaultLock,
} from './vault-lock'

export { MIN_PASSPHRASE_LENGTH } from './vault-lock'

const VERSION = 2
const MAX_LOCKS = 20

/** What is in it: a vault of one kind does not open as the other. */
export const vaultPurpose = z.enum(['wallet', 'backup'])
export type VaultPurpose = z.infer<typeof vaultPurpose>

/**
 * An encrypted file: the content under a random data key, and the data key behind one or more locks,
 * each of which opens it. Every lock is authenticated with the content, so that whichever of them is
 * opened, a change to any other is noticed. The checksum is no secret and protects from nobody: it
 * tells a damaged file from a wrong passphrase.
 */
export const vaultFile = z.strictObject({
  version: z.literal(VERSION),
  purpose: vaultPurpose,
  locks: z
    .array(vaultLock)
    .min(1)
    .max(MAX_LOCKS)
    // Each costs an attempt as much as the first.
    .refine((locks) => locks.filter(({ kind }) => kind === 'passphrase').length <= 1),
  content: sealed,
  /** SHA-256 of everything else. */
  checksum: base64Of(32),
})
export type VaultFile = z.infer<typeof vaultFile>

/** A vault with its door open. Never stored. */
export interface OpenVault {
  file: VaultFile
  dataKey: Uint8Array<ArrayBuffer>
  content: Uint8Array<ArrayBuffer>
}

/**
 * Seals content under a new data key.
 * @throws {Problem} `passphrase_too_short`
 */
export async function sealVault(
  purpose: VaultPurpose,
  content: Uint8Array<ArrayBuffer>,
  locks: readonly [NewLock, ...NewLock[]],
): Promise<OpenVault> {
  const dataKey = crypto.getRandomValues(new Uint8Array(32))
  const made = await Promise.all(locks.map((how) => makeLock(how, dataKey, name(purpose))))
  return write(purpose, made, dataKey, content)
}

/**
 * Opens a vault by a passphrase or a passkey.
 * @throws {Problem} `passphrase_wrong`, `passkey_wrong`, `vault_newer`; `vault_corrupt` when the file
 * was damaged or changed
 */
export async function openVault(
  file: unknown,
  purpose: VaultPurpose,
  opener: Opener,
): Promise<OpenVault> {
  const vault = await readVault(file, purpose)
  for (const lock of vault.locks) {
    const dataKey = await openLock(lock, opener, name(purpose))
    if (!dataKey) continue
    const content = await unseal(await importKey(dataKey), vault.content, header(vault))
    if (!content) throw new Problem('vault_corrupt')
    return { file: vault, dataKey, content }
  }
  throw new Problem('passphrase' in opener ? 'passphrase_wrong' : 'passkey_wrong')
}

/** The same vault with other content. */
export function refill(vault: OpenVault, content: Uint8Array<ArrayBuffer>): Promise<OpenVault> {
  return write(vault.file.purpose, vault.file.locks, vault.dataKey, content)
}

/**
 * The same vault with one more lock.
 * @throws {Problem} `passphrase_too_short`, `not_allowed` when it has too many
 */
export async function addLock(vault: OpenVault, how: NewLock): Promise<OpenVault> {
  const { purpose, locks } = vault.file
  if (locks.length >= MAX_LOCKS) throw new Problem('not_allowed')
  const added = await makeLock(how, vault.dataKey, name(purpose))
  return write(purpose, [...locks, added], vault.dataKey, vault.content)
}

/**
 * The same vault without some of its locks.
 * @throws {Problem} `last_lock` when none would be left
 */
export async function removeLocks(
  vault: OpenVault,
  match: (lock: VaultLock) => boolean,
): Promise<OpenVault> {
  const { purpose, locks } = vault.file
  const kept = locks.filter((lock) => !match(lock))
  if (kept.length === 0) throw new Problem('last_lock')
  return write(purpose, kept, vault.dataKey, vault.content)
}

/** The same vault with today's cost on its passphrase; nothing where it has it. */
export async function strengthen(
  vault: OpenVault,
  passphrase: string,
): Promise<OpenVault | undefined> {
  if (!vault.file.locks.some(isWeak)) return undefined
  return changePassphrase(vault, passphrase)
}

/**
 * The same vault with another passphrase, or with its first one. Where no passkey opens it, the data
 * key is new too: who knew the old passphrase and kept an old copy learns nothing of what comes.
 * @throws {Problem} `passphrase_too_short`
 */
export async function changePassphrase(vault: OpenVault, passphrase: string): Promise<OpenVault> {
  const { purpose, locks } = vault.file
  const others = locks.filter(({ kind }) => kind !== 'passphrase')
  if (others.length === 0) return sealVault(purpose, vault.content, [{ passphrase }])
  const made = await makeLock({ passphrase }, vault.dataKey, name(purpose))
  return write(purpose, [made, ...others], vault.dataKey, vault.content)
}

async function readVault(file: unknown, purpose: VaultPurpose): Promise<VaultFile> {
  const version = z.object({ version: z.number().int().gt(VERSION) }).safeParse(file)
  if (version.success) throw new Problem('vault_newer')
  const parsed = vaultFile.safeParse(file)
  if (!parsed.success || parsed.data.purpose !== purpose) throw new Problem('vault_corrupt')
  const { checksum, ...rest } = parsed.data
  if (checksum !== (await checksumOf(rest))) throw new Problem('vault_corrupt')
  return parsed.data
}

async function write(
  purpose: VaultPurpose,
  locks: VaultLock[],
  dataKey: Uint8Array<ArrayBuffer>,
  content: Uint8Array<ArrayBuffer>,
): Promise<OpenVault> {
  const key = await importKey(dataKey)
  const vault = { version: VERSION, purpose, locks } as const
  const rest = { ...vault, content: await seal(key, content, header(vault)) }
  return { file: { ...rest, checksum: await checksumOf(rest) }, dataKey, content }
}

/** Authenticated with each wrapped data key. */
function name(purpose: VaultPurpose): string {
  return `tuppence ${purpose} vault ${VERSION}`
}

/** Authenticated with the content: every lock with all its parameters. */
function header({ purpose, locks }: Pick<VaultFile, 'purpose' | 'locks'>): string {
  return canonicalJson([name(purpose), locks])
}

async function checksumOf(file: Omit<VaultFile, 'checksum'>): Promise<string> {
  const text = new TextEncoder().encode(canonicalJson(file))
  const hash = await crypto.subtle.digest('SHA-256', text)
  return toBase64(new Uint8Array(hash))
}
