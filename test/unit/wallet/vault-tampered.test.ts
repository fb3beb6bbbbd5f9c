import { beforeAll, describe, expect, it, vi } from 'vitest'
import { toBase64 } from '../../../lib/wallet/base64'
import { openVault, sealVault, type VaultFile } from '../../../lib/wallet/vault'
import type { Opener } from '../../../lib/wallet/vault-lock'
import { problemOfAsync } from '../protocols/problem-of'
import { withChecksum } from './vault-by-node'

vi.mock('../../../lib/wallet/scrypt-cost', async () => (await import('./cheap-scrypt')).CHEAP)

const passphrase = 'a good passphrase'
const prf = crypto.getRandomValues(new Uint8Array(32))
const content = crypto.getRandomValues(new Uint8Array(121))
const passkey = {
  credentialId: toBase64(new Uint8Array(20).fill(3)),
  rpId: 'tuppence.example',
  salt: toBase64(new Uint8Array(32).fill(5)),
  name: 'Laptop',
}

let file: VaultFile
beforeAll(async () => {
  file = (await sealVault('wallet', content, [{ passphrase }, { prf, passkey }])).file
})

/** What opening ends in: the passkey costs nothing to try, the passphrase does. */
async function codeOf(changed: unknown, opener: Opener = { prf }): Promise<string> {
  return (await problemOfAsync(() => openVault(changed, 'wallet', opener))).code
}

/** Every text and number of a value, each with a function that puts another in its place. */
function* leaves<T>(value: T, put = (other: unknown) => other): Generator<Leaf> {
  if (typeof value !== 'object' || value === null) yield { value, put }
  else {
    for (const [name, part] of Object.entries(value)) {
      const copy = Array.isArray(value) ? [...value] : { ...value }
      yield* leaves(part, (other) => put(Object.assign(copy, { [name]: other })))
    }
  }
}
interface Leaf {
  value: unknown
  put(other: unknown): unknown
}

/** The same text or number with another bit flipped each time, one in each character. */
function* flips(value: unknown, every = 1): Generator<unknown> {
  if (typeof value === 'number') for (let bit = 0; bit < 21; bit++) yield value ^ (1 << bit)
  if (typeof value !== 'string') return
  for (let index = 0; index < value.length; index += every) {
    const changed = String.fromCharCode(value.charCodeAt(index) ^ (1 << (index % 7)))
    yield value.slice(0, index) + changed + value.slice(index + 1)
  }
}

it('is opened as long as nobody touches it', async () => {
  expect((await openVault(file, 'wallet', { prf })).content).toEqual(content)
  expect((await openVault(file, 'wallet', { passphrase })).content).toEqual(content)
})

describe('a flipped bit', () => {
  it('anywhere is damage, and no wrong passphrase', async () => {
    let count = 0
    for (const { value, put } of leaves(file)) {
      for (const changed of flips(value)) {
        const code = await codeOf(structuredClone(put(changed)), { passphrase })
        // A version of later is refused as such.
        expect(code, String(changed)).toMatch(/^vault_(corrupt|newer)$/)
        count += 1
      }
    }
    expect(count).toBeGreaterThan(700)
  })

  it('anywhere is noticed when the checksum was made to fit', async () => {
    let count = 0
    for (const { value, put } of leaves({ ...file, checksum: undefined })) {
      for (const changed of flips(value, 3)) {
        const tampered = withChecksum(put(changed) as VaultFile)
        expect(await codeOf(tampered), String(changed)).toMatch(
          /^(vault_corrupt|vault_newer|passkey_wrong)$/,
        )
        count += 1
      }
    }
    expect(count).toBeGreaterThan(250)
  })

  it('in the lock that nobody opens is noticed by the other one', async () => {
    const [words, key] = file.locks
    if (words?.kind !== 'passphrase' || key?.kind !== 'passkey') throw new Error('other locks')
    const cheaper = { ...words, kdf: { ...words.kdf, r: 4 } }
    expect(await codeOf(withChecksum({ ...file, locks: [cheaper, key] }))).toBe('vault_corrupt')
    expect(await codeOf(withChecksum({ ...file, locks: [key] }))).toBe('vault_corrupt')
    expect(await codeOf(withChecksum({ ...file, locks: [key, words] }))).toBe('vault_corrupt')
    const elsewhere = { ...key, passkey: { ...key.passkey, rpId: 'other.example' } }
    const changed = withChecksum({ ...file, locks: [words, elsewhere] })
    expect(await codeOf(changed, { passphrase })).toBe('vault_corrupt')
  })

  it('in the bits of base64 that stand for nothing', async () => {
    const { data } = file.content
    const last = data.at(-2) ?? ''
    const spare = String.fromCharCode(last.charCodeAt(0) + 1)
    const changed = `${data.slice(0, -2)}${spare}=`
    expect(data).toMatch(/[^=]=$/)
    expect(atob(changed)).toBe(atob(data))
    const tampered = withChecksum({ ...file, content: { ...file.content, data: changed } })
    expect(await codeOf(tampered)).toBe('vault_corrupt')
  })
})

describe('a cost that was lowered or raised', () => {
  it.each([
    ['N too low to be slow', { N: 2 ** 13 }],
    ['N beyond any memory', { N: 2 ** 21 }],
    ['N and r that together are beyond any memory', { N: 2 ** 20, r: 32 }],
    ['N that is no power of two', { N: 2 ** 14 + 2 }],
    ['N between integers', { N: 2 ** 14 + 0.5 }],
    ['no r', { r: 0 }],
    ['p without end', { p: 1_000_000 }],
  ])('is refused without work: %s', async (_what, change) => {
    const [words, key] = file.locks
    if (words?.kind !== 'passphrase' || !key) throw new Error('other locks')
    const locks = [{ ...words, kdf: { ...words.kdf, ...change } }, key]
    // Not `passphrase_wrong`: no key was derived.
    const tampered = withChecksum({ ...file, locks })
    expect(await codeOf(tampered, { passphrase })).toBe('vault_corrupt')
  })
})

describe('what is no vault', () => {
  it.each<[string, () => unknown]>([
    ['nothing', () => undefined],
    ['null', () => null],
    ['text', () => JSON.stringify(file)],
    ['an empty object', () => ({})],
    ['another wallet', () => ({ crypto: { cipher: 'aes-128-ctr' } })],
    ['one without locks', () => withChecksum({ ...file, locks: [] })],
    ['one with more in it', () => ({ ...file, note: 'hello' })],
    ['one without a checksum', () => ({ ...file, checksum: undefined })],
  ])('is refused as such: %s', async (_what, made) => {
    expect(await codeOf(made())).toBe('vault_corrupt')
  })

  it('and one of a later version is not called damaged', async () => {
    expect(await codeOf({ version: 3, anything: 'else' })).toBe('vault_newer')
  })
})
