import { Problem } from '../problem'
import type { WalletSecret } from './account'
import { type Keyring, keyring, newKey } from './keyring'
import { type OpenVault, openVault, refill, sealVault, strengthen } from './vault'
import type { NewLock, Opener } from './vault-lock'
import { openVaultV1, type VaultFileV1, vaultFileV1 } from './vault-v1'

/** The wallet's vault with its door open. Never stored. */
export interface OpenKeyring {
  vault: OpenVault
  keyring: Keyring
  /** The file had to be written anew: it was of an older version, or cheap to guess at. */
  renewed: boolean
}

/** @throws {Problem} `passphrase_too_short` */
export function sealKeyring(
  content: Keyring,
  locks: readonly [NewLock, ...NewLock[]],
): Promise<OpenVault> {
  return sealVault('wallet', bytesOf(content), locks)
}

/**
 * Opens the vault of any version, and makes it one of this version at today's cost.
 * @throws {Problem} as `openVault`
 */
export async function openKeyring(file: unknown, opener: Opener): Promise<OpenKeyring> {
  const old = vaultFileV1.safeParse(file)
  if (old.success) return upgrade(old.data, opener)
  const vault = await openVault(file, 'wallet', opener)
  const content = read(vault.content)
  const stronger = 'passphrase' in opener && (await strengthen(vault, opener.passphrase))
  return { vault: stronger || vault, keyring: content, renewed: Boolean(stronger) }
}

/** The file with other keys in it. */
export function refillKeyring({ vault }: OpenKeyring, content: Keyring): Promise<OpenVault> {
  return refill(vault, bytesOf(content))
}

async function upgrade(file: VaultFileV1, opener: Opener): Promise<OpenKeyring> {
  if (!('passphrase' in opener)) throw new Problem('passkey_wrong')
  const secret: WalletSecret = await openVaultV1(file, opener.passphrase)
  const content = { keys: [newKey(secret)] }
  const vault = await sealVault('wallet', bytesOf(content), [opener])
  return { vault, keyring: content, renewed: true }
}

function bytesOf(content: Keyring): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(JSON.stringify(content))
}

function read(content: Uint8Array<ArrayBuffer>): Keyring {
  try {
    return keyring.parse(JSON.parse(new TextDecoder().decode(content)))
  } catch {
    // The errors of both parsers quote their input.
    throw new Problem('vault_corrupt')
  }
}
