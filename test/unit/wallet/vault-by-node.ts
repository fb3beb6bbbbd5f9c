import { createCipheriv, createDecipheriv, createHash, hkdfSync, scryptSync } from 'node:crypto'
import type { WalletSecret } from '../../../lib/wallet/account'
import { canonicalJson } from '../../../lib/wallet/canonical-json'
import type { VaultFile } from '../../../lib/wallet/vault'
import type { VaultLock } from '../../../lib/wallet/vault-lock'
import type { VaultFileV1 } from '../../../lib/wallet/vault-v1'

/**
 * The vault format once more, by Node's own cryptography: what this opens is AES-256-GCM under scrypt
 * or HKDF and not something that only looks like it. It can also make a file whose checksum is right
 * whatever was changed in it, and one of the first version that is cheap to open.
 */
export function openByNode(file: VaultFile, opener: { passphrase: string } | { prf: Buffer }) {
  const vault = `tuppence ${file.purpose} vault 2`
  for (const lock of file.locks) {
    const { wrapped, ...parameters } = lock
    const key = lockKey(lock, opener)
    const dataKey = key && decrypt(key, wrapped, canonicalJson([vault, parameters]))
    if (dataKey) return decrypt(dataKey, file.content, canonicalJson([vault, file.locks]))
  }
  return undefined
}

/** As if whoever changed it had done the sum again. */
export function withChecksum({ checksum: _old, ...file }: VaultFile): VaultFile {
  return { ...file, checksum: createHash('sha256').update(canonicalJson(file)).digest('base64') }
}

export function sealV1ByNode(secret: WalletSecret, passphrase: string, N = 2 ** 14): VaultFileV1 {
  const salt = Buffer.alloc(16, 7).toString('base64')
  const kdf = { name: 'scrypt', N, r: 8, p: 1, salt } as const
  const iv = Buffer.alloc(12, 9)
  const cipher = createCipheriv('aes-256-gcm', passphraseKey(passphrase, kdf), iv)
  cipher.setAAD(Buffer.from(JSON.stringify([1, kdf.name, N, kdf.r, kdf.p, salt])))
  const data = Buffer.concat([
    cipher.update(JSON.stringify(secret), 'utf8'),
    cipher.final(),
    cipher.getAuthTag(),
  ])
  return {
    version: 1,
    kdf,
    cipher: { name: 'AES-GCM', iv: iv.toString('base64'), data: data.toString('base64') },
  }
}

function lockKey(lock: VaultLock, opener: { passphrase: string } | { prf: Buffer }) {
  if (lock.kind === 'passphrase') {
    return 'passphrase' in opener ? passphraseKey(opener.passphrase, lock.kdf) : undefined
  }
  if (!('prf' in opener)) return undefined
  const info = 'Tuppence vault, passkey lock'
  return Buffer.from(hkdfSync('sha256', opener.prf, bytes(lock.passkey.salt), info, 32))
}

interface Cost {
  N: number
  r: number
  p: number
  salt: string
}

function passphraseKey(passphrase: string, { N, r, p, salt }: Cost): Buffer {
  return scryptSync(passphrase.normalize('NFKD'), bytes(salt), 32, { N, r, p, maxmem: 2 ** 30 })
}

function decrypt(key: Buffer, sealed: { iv: string; data: string }, header: string) {
  const data = bytes(sealed.data)
  const decipher = createDecipheriv('aes-256-gcm', key, bytes(sealed.iv))
  decipher.setAAD(Buffer.from(header))
  decipher.setAuthTag(data.subarray(-16))
  try {
    return Buffer.concat([decipher.update(data.subarray(0, -16)), decipher.final()])
  } catch {
    return undefined
  }
}

function bytes(base64: string): Buffer {
  return Buffer.from(base64, 'base64')
}
