import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { toBase64 } from '../../../lib/wallet/base64'
import { SCRYPT_COST } from '../../../lib/wallet/scrypt-cost'
import {
  addLock,
  changePassphrase,
  type OpenVault,
  openVault,
  refill,
  removeLocks,
  sealVault,
  strengthen,
  type VaultFile,
} from '../../../lib/wallet/vault'
import type { Opener } from '../../../lib/wallet/vault-lock'
import { problemOfAsync } from '../protocols/problem-of'

vi.mock('../../../lib/wallet/scrypt-cost', async () =>
  structuredClone((await import('./cheap-scrypt')).CHEAP),
)

const passphrase = 'the first passphrase'
const prf = crypto.getRandomValues(new Uint8Array(32))
const passkey = {
  credentialId: toBase64(new Uint8Array(20).fill(3)),
  rpId: 'tuppence.example',
  salt: toBase64(crypto.getRandomValues(new Uint8Array(32))),
}
const content = new TextEncoder().encode('what is in it')

let byWords: OpenVault
let byPasskey: OpenVault
beforeAll(async () => {
  byWords = await sealVault('wallet', content, [{ passphrase }])
  byPasskey = await sealVault('wallet', content, [{ prf, passkey }])
})
beforeEach(() => {
  SCRYPT_COST.N = 2 ** 14
})

const open = (file: VaultFile, opener: Opener) => openVault(file, 'wallet', opener)
const codeOf = async (file: VaultFile, opener: Opener) =>
  (await problemOfAsync(() => open(file, opener))).code
const kinds = ({ file }: OpenVault) => file.locks.map(({ kind }) => kind)

describe('a lock', () => {
  it('is added to an open vault; each opens it alone', async () => {
    const { file } = await addLock(await open(byWords.file, { passphrase }), { prf, passkey })
    expect((await open(file, { passphrase })).content).toEqual(content)
    expect((await open(file, { prf })).content).toEqual(content)
  })

  it('that was removed opens it no more', async () => {
    const both = await addLock(byWords, { prf, passkey })
    const left = await removeLocks(both, ({ kind }) => kind === 'passphrase')
    expect(kinds(left)).toEqual(['passkey'])
    expect(await codeOf(left.file, { passphrase })).toBe('passphrase_wrong')
    expect((await open(left.file, { prf })).content).toEqual(content)
  })

  it('is not removed when it is the last one', async () => {
    const problem = await problemOfAsync(() => removeLocks(byPasskey, () => true))
    expect(problem.code).toBe('last_lock')
  })

  it('of a passkey is not opened by the passkey of another salt', async () => {
    const salt = toBase64(crypto.getRandomValues(new Uint8Array(32)))
    const other = await sealVault('wallet', content, [{ prf, passkey: { ...passkey, salt } }])
    const moved = { ...byPasskey.file, locks: other.file.locks }
    expect(await codeOf(moved, { prf })).toBe('vault_corrupt')
  })
})

describe('another passphrase', () => {
  it('takes the place of the old one, and with it goes the data key', async () => {
    const changed = await changePassphrase(byWords, 'the second passphrase')
    expect(await codeOf(changed.file, { passphrase })).toBe('passphrase_wrong')
    const again = await open(changed.file, { passphrase: 'the second passphrase' })
    expect(again.content).toEqual(content)
    expect(again.dataKey).not.toEqual(byWords.dataKey)
  })

  it('leaves a passkey as it is', async () => {
    const both = await addLock(byWords, { prf, passkey })
    const changed = await changePassphrase(both, 'the second passphrase')
    expect(kinds(changed).sort()).toEqual(['passkey', 'passphrase'])
    expect((await open(changed.file, { prf })).content).toEqual(content)
    expect(await codeOf(changed.file, { passphrase })).toBe('passphrase_wrong')
  })

  it('can be the first one of a vault with a passkey', async () => {
    const changed = await changePassphrase(byPasskey, passphrase)
    expect((await open(changed.file, { passphrase })).content).toEqual(content)
    expect((await open(changed.file, { prf })).content).toEqual(content)
  })

  it('is no shorter than the first', async () => {
    const problem = await problemOfAsync(() => changePassphrase(byPasskey, 'short'))
    expect(problem.code).toBe('passphrase_too_short')
  })
})

describe('a passphrase that was made at a lower cost', () => {
  it('gets the cost of today', async () => {
    const both = await addLock(byWords, { prf, passkey })
    SCRYPT_COST.N = 2 ** 15
    const stronger = await strengthen(both, passphrase)
    if (!stronger) throw new Error('not made stronger')
    const lock = stronger.file.locks.find((lock) => lock.kind === 'passphrase')
    expect(lock?.kdf.N).toBe(2 ** 15)
    expect((await open(stronger.file, { passphrase })).content).toEqual(content)
    expect((await open(stronger.file, { prf })).content).toEqual(content)
  })

  it('is left alone when it is not', async () => {
    expect(await strengthen(byWords, passphrase)).toBeUndefined()
  })
})

it('other content lies behind the same locks, under a new nonce', async () => {
  const other = new TextEncoder().encode('something else')
  const { file } = await refill(byWords, other)
  expect((await open(file, { passphrase })).content).toEqual(other)
  expect(file.locks).toEqual(byWords.file.locks)
  expect(file.content.iv).not.toBe(byWords.file.content.iv)
})
