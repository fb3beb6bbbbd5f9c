import { beforeAll, describe, expect, it } from 'vitest'
import { toBase64 } from '../../../lib/wallet/base64'
import { openVault, sealVault, type VaultFile } from '../../../lib/wallet/vault'
import type { Opener } from '../../../lib/wallet/vault-lock'
import { problemOfAsync } from '../protocols/problem-of'
import { openByNode } from './vault-by-node'

const phrase = 'legal winner thank year wave sausage worth useful legal winner thank yellow'
const content = new TextEncoder().encode(phrase)
const passphrase = 'Überraschung im Käse 7'
const prf = crypto.getRandomValues(new Uint8Array(32))
const passkey = {
  credentialId: toBase64(crypto.getRandomValues(new Uint8Array(20))),
  rpId: 'piagjlbkdhadlnahmmafeahkbjkknipj',
  salt: toBase64(crypto.getRandomValues(new Uint8Array(32))),
  name: 'Laptop',
}

async function opened(file: unknown, opener: Opener): Promise<string> {
  const vault = await openVault(file, 'wallet', opener)
  return new TextDecoder().decode(vault.content)
}

describe('a sealed vault with a passphrase and a passkey', () => {
  let file: VaultFile
  beforeAll(async () => {
    file = (await sealVault('wallet', content, [{ passphrase }, { prf, passkey }])).file
  })

  it.each<[string, Opener]>([
    ['passphrase', { passphrase }],
    ['passkey', { prf }],
  ])('opens with its %s', async (_what, opener) => {
    expect(await opened(file, opener)).toBe(phrase)
  })

  it('opens as plain scrypt, HKDF and AES-256-GCM do', () => {
    expect(openByNode(file, { passphrase })?.toString()).toBe(phrase)
    expect(openByNode(file, { prf: Buffer.from(prf) })?.toString()).toBe(phrase)
  })

  it('opens after a trip through JSON, when the keyboard composes letters otherwise', async () => {
    const stored = JSON.parse(JSON.stringify(file))
    expect(passphrase.normalize('NFD')).not.toBe(passphrase)
    expect(await opened(stored, { passphrase: passphrase.normalize('NFD') })).toBe(phrase)
  })

  it('opens when whoever stored it has put its members in another order', async () => {
    const turned = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(turned)
      if (typeof value !== 'object' || value === null) return value
      const members = Object.entries(value).reverse()
      return Object.fromEntries(members.map(([name, part]) => [name, turned(part)]))
    }
    expect(await opened(turned(file), { prf })).toBe(phrase)
  })

  it('costs memory to guess at: 128 MiB', () => {
    const [lock] = file.locks
    if (lock?.kind !== 'passphrase') throw new Error('no passphrase')
    expect(128 * lock.kdf.N * lock.kdf.r).toBe(128 * 2 ** 20)
  })

  it('shows neither the words nor the passphrase nor the secret of the passkey', () => {
    const texts = JSON.stringify(file).match(/[A-Za-z0-9+/]{12,}={0,2}/g) ?? []
    const raw = texts.map((text) => Buffer.from(text, 'base64').toString('latin1'))
    const shown = [JSON.stringify(file), ...raw].join('\n').toLowerCase()
    // Shorter words turn up in base64 by chance.
    const words = `${phrase} ${passphrase}`.split(' ').filter((word) => word.length > 4)
    for (const word of words) expect(shown).not.toContain(word.toLowerCase())
    expect(JSON.stringify(file)).not.toContain(toBase64(prf))
  })

  it.each<[string, Opener, string]>([
    ['a passphrase in another case', { passphrase: passphrase.toLowerCase() }, 'passphrase_wrong'],
    ['nothing', { passphrase: '' }, 'passphrase_wrong'],
    ['another passkey', { prf: new Uint8Array(32) }, 'passkey_wrong'],
  ])('does not open with %s', async (_what, opener, code) => {
    expect(await problemOfAsync(() => opened(file, opener))).toEqual({ code, details: {} })
  })

  it('is no backup', async () => {
    const problem = await problemOfAsync(() => openVault(file, 'backup', { prf }))
    expect(problem.code).toBe('vault_corrupt')
  })

  it('looks new each time, with salts and nonces of full length', async () => {
    const again = (await sealVault('wallet', content, [{ passphrase }, { prf, passkey }])).file
    const parts = ({ locks, content }: VaultFile) =>
      [...locks.flatMap(({ id, wrapped }) => [id, wrapped.iv, wrapped.data]), content.iv].concat(
        content.data,
        locks.flatMap((lock) => (lock.kind === 'passphrase' ? lock.kdf.salt : [])),
      )
    const all = [...parts(file), ...parts(again)]
    expect(new Set(all).size).toBe(all.length)
    for (const { iv } of [file.content, ...file.locks.map(({ wrapped }) => wrapped)]) {
      expect(atob(iv)).toHaveLength(12)
    }
  })
})

describe('a vault is not sealed', () => {
  it.each([
    ['nothing', ''],
    ['seven characters', 'short 1'],
    ['seven letters that decompose into more', 'éééééé1'.normalize('NFC')],
  ])('under %s', async (_what, short) => {
    const sealing = () => sealVault('wallet', content, [{ passphrase: short }])
    expect((await problemOfAsync(sealing)).code).toBe('passphrase_too_short')
  })
})
