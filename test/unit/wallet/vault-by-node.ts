import { createCipheriv, createDecipheriv, scryptSync } from 'node:crypto'
import type { VaultFile, VaultSecret } from '../../../lib/wallet/vault'

/**
 * The vault format once more, by Node's own cryptography: what this opens is AES-256-GCM under
 * scrypt and not something that only looks like it. It can also make a vault that is cheap to open.
 */
export function openByNode({ version, kdf, cipher }: VaultFile, passphrase: string): unknown {
  const data = Buffer.from(cipher.data, 'base64')
  const decipher = createDecipheriv('aes-256-gcm', keyOf(kdf, passphrase), bytes(cipher.iv))
  decipher.setAAD(headerOf(version, kdf))
  decipher.setAuthTag(data.subarray(-16))
  const plain = Buffer.concat([decipher.update(data.subarray(0, -16)), decipher.final()])
  return JSON.parse(plain.toString('utf8'))
}

export function sealByNode(secret: VaultSecret, passphrase: string, N = 2 ** 14): VaultFile {
  const kdf = {
    name: 'scrypt',
    N,
    r: 8,
    p: 1,
    salt: Buffer.alloc(16, 7).toString('base64'),
  } as const
  const iv = Buffer.alloc(12, 9)
  const cipher = createCipheriv('aes-256-gcm', keyOf(kdf, passphrase), iv)
  cipher.setAAD(headerOf(1, kdf))
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

function keyOf({ N, r, p, salt }: VaultFile['kdf'], passphrase: string): Buffer {
  return scryptSync(passphrase.normalize('NFKD'), bytes(salt), 32, { N, r, p, maxmem: 2 ** 30 })
}

function headerOf(version: number, { name, N, r, p, salt }: VaultFile['kdf']): Buffer {
  return Buffer.from(JSON.stringify([version, name, N, r, p, salt]))
}

function bytes(base64: string): Buffer {
  return Buffer.from(base64, 'base64')
}
