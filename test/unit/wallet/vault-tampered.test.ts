import { describe, expect, it } from 'vitest'
import { openVault, type VaultSecret } from '../../../lib/wallet/vault'
import { problemOfAsync } from '../protocols/problem-of'
import { sealByNode } from './vault-by-node'

const secret: VaultSecret = { kind: 'privateKey', privateKey: `0x${'c0ffee00'.repeat(8)}` }
const passphrase = 'a good passphrase'
// The cheapest cost that a vault may have: hundreds of them are opened here.
const file = sealByNode(secret, passphrase)
const { kdf, cipher } = file

async function codeOf(changed: unknown): Promise<string> {
  return (await problemOfAsync(() => openVault(changed, passphrase))).code
}

/** The bytes behind a base64 text, each time with another bit flipped, one in each byte. */
function* flips(base64: string, every = 1) {
  const original = Buffer.from(base64, 'base64')
  for (let index = 0; index < original.length; index += every) {
    const bytes = Buffer.from(original)
    bytes[index] = (bytes[index] ?? 0) ^ (1 << (index % 8))
    yield bytes.toString('base64')
  }
}

it('is opened as long as nobody touches it', async () => {
  expect(await openVault(file, passphrase)).toEqual(secret)
})

describe('a flipped bit is detected', () => {
  it('in every byte of the salt', async () => {
    for (const salt of flips(kdf.salt)) {
      expect(await codeOf({ ...file, kdf: { ...kdf, salt } }), salt).toBe('passphrase_wrong')
    }
  })

  it('in every byte of the nonce', async () => {
    for (const iv of flips(cipher.iv)) {
      expect(await codeOf({ ...file, cipher: { ...cipher, iv } }), iv).toBe('passphrase_wrong')
    }
  })

  it('all over the sealed secret and its tag', async () => {
    for (const data of flips(cipher.data, 3)) {
      expect(await codeOf({ ...file, cipher: { ...cipher, data } }), data).toBe('passphrase_wrong')
    }
  })

  it.each(Array.from({ length: 21 }, (_, bit) => 1 << bit))('in the cost N, at %i', async (bit) => {
    expect(await codeOf({ ...file, kdf: { ...kdf, N: kdf.N ^ bit } })).toBe('vault_corrupt')
  })

  it.each([1, 2, 4, 8, 16, 32])('in the block size r, at %i', async (bit) => {
    expect(await codeOf({ ...file, kdf: { ...kdf, r: kdf.r ^ bit } })).toMatch(
      /^(vault_corrupt|passphrase_wrong)$/,
    )
  })

  it.each([1, 2, 4, 8, 16])('in the parallelism p, at %i', async (bit) => {
    expect(await codeOf({ ...file, kdf: { ...kdf, p: kdf.p ^ bit } })).toMatch(
      /^(vault_corrupt|passphrase_wrong)$/,
    )
  })

  it.each([0, 2, 3, 5, 9])('in the version: %i', async (version) => {
    expect(await codeOf({ ...file, version })).toBe('vault_corrupt')
  })

  it('in the bits of base64 that stand for nothing', async () => {
    expect(cipher.data).toMatch(/[^=]=$/)
    const last = cipher.data.at(-2)!
    const spare = String.fromCharCode(last.charCodeAt(0) + 1)
    const data = `${cipher.data.slice(0, -2)}${spare}=`
    expect(atob(data)).toBe(atob(cipher.data))
    expect(await codeOf({ ...file, cipher: { ...cipher, data } })).toBe('vault_corrupt')
  })
})

describe('a cost that was lowered or raised', () => {
  it.each([
    ['N one step up', { N: 2 ** 15 }],
    ['r one down', { r: 7 }],
    ['p one up', { p: 2 }],
  ])('does not open: %s', async (_what, change) => {
    expect(await codeOf({ ...file, kdf: { ...kdf, ...change } })).toBe('passphrase_wrong')
  })

  it.each([
    ['N too low to be slow', { N: 2 ** 13 }],
    ['N beyond any memory', { N: 2 ** 21 }],
    ['N and r that together are beyond any memory', { N: 2 ** 20, r: 32 }],
    ['N that is no power of two', { N: 2 ** 14 + 2 }],
    ['N between integers', { N: 2 ** 14 + 0.5 }],
    ['no r', { r: 0 }],
    ['p without end', { p: 1_000_000 }],
  ])('is refused without work: %s', async (_what, change) => {
    // Not `passphrase_wrong`: no key was derived.
    expect(await codeOf({ ...file, kdf: { ...kdf, ...change } })).toBe('vault_corrupt')
  })
})

describe('what is no vault', () => {
  it.each([
    ['nothing', undefined],
    ['null', null],
    ['text', JSON.stringify(file)],
    ['an empty object', {}],
    ['another wallet', { version: 3, crypto: { cipher: 'aes-128-ctr' } }],
    ['one without salt', { ...file, kdf: { ...kdf, salt: undefined } }],
    ['one with an empty salt', { ...file, kdf: { ...kdf, salt: '' } }],
    ['one with a salt cut short', { ...file, kdf: { ...kdf, salt: `${kdf.salt.slice(0, -3)}` } }],
    ['one with a salt that is not base64', { ...file, kdf: { ...kdf, salt: '%%%%' } }],
    ['one with another function', { ...file, kdf: { ...kdf, name: 'pbkdf2' } }],
    ['one with another cipher', { ...file, cipher: { ...cipher, name: 'AES-CBC' } }],
    ['one with a nonce cut short', { ...file, cipher: { ...cipher, iv: cipher.iv.slice(0, -3) } }],
    ['one with data cut short', { ...file, cipher: { ...cipher, data: `${cipher.data}A` } }],
  ])('is refused as such: %s', async (_what, changed) => {
    expect(await codeOf(changed)).toBe('vault_corrupt')
  })

  it.each([
    ['its tag', { data: 'AAAA' }],
    ['most of it', { data: cipher.data.slice(0, 64) }],
    ['part of its nonce', { iv: cipher.iv.slice(0, 8) }],
  ])('and what has lost %s does not open', async (_what, change) => {
    expect(await codeOf({ ...file, cipher: { ...cipher, ...change } })).toBe('passphrase_wrong')
  })
})
