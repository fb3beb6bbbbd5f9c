import { beforeAll, describe, expect, it } from 'vitest'
import { openVault, sealVault, type VaultFile, type VaultSecret } from '../../../lib/wallet/vault'
import { problemOfAsync } from '../protocols/problem-of'
import { openByNode, sealByNode } from './vault-by-node'

const phrase = 'legal winner thank year wave sausage worth useful legal winner thank yellow'
const secret: VaultSecret = { kind: 'phrase', phrase }
const passphrase = 'Überraschung im Käse 7'

describe('a sealed vault', () => {
  let file: VaultFile
  beforeAll(async () => {
    file = await sealVault(secret, passphrase)
  })

  it('opens with its passphrase', async () => {
    expect(await openVault(file, passphrase)).toEqual(secret)
  })

  it('opens as plain scrypt and AES-256-GCM do', () => {
    expect(openByNode(file, passphrase)).toEqual(secret)
  })

  it('opens after a trip through JSON', async () => {
    expect(await openVault(JSON.parse(JSON.stringify(file)), passphrase)).toEqual(secret)
  })

  it('opens when the keyboard composes letters otherwise', async () => {
    expect(passphrase.normalize('NFD')).not.toBe(passphrase)
    expect(await openVault(file, passphrase.normalize('NFD'))).toEqual(secret)
  })

  it.each([
    ['in another case', passphrase.toLowerCase()],
    ['with a blank after', `${passphrase} `],
    ['of another', 'correct horse battery'],
    ['of nothing', ''],
  ])('does not open with a passphrase %s', async (_what, wrong) => {
    expect(await problemOfAsync(() => openVault(file, wrong))).toEqual({
      code: 'passphrase_wrong',
      details: {},
    })
  })

  it('costs memory to guess at: 128 MiB', () => {
    expect(128 * file.kdf.N * file.kdf.r).toBe(128 * 2 ** 20)
  })

  it('shows neither the words nor the passphrase', () => {
    const { cipher, kdf } = file
    const shown = [JSON.stringify(file), atob(cipher.data), atob(cipher.iv), atob(kdf.salt)].join('\n')
    for (const word of [...phrase.split(' '), ...passphrase.split(' '), 'phrase', 'kind']) {
      expect(shown).not.toContain(word === '7' ? passphrase : word)
    }
  })

  it('shows its passphrase nowhere, and looks new each time', async () => {
    const again = await sealVault(secret, passphrase)
    expect(again.kdf.salt).not.toBe(file.kdf.salt)
    expect(again.cipher.iv).not.toBe(file.cipher.iv)
    expect(again.cipher.data).not.toBe(file.cipher.data)
    expect(atob(again.kdf.salt)).toHaveLength(16)
    expect(atob(again.cipher.iv)).toHaveLength(12)
  })
})

describe('a vault is not sealed', () => {
  it.each([
    ['nothing', ''],
    ['seven characters', 'short 1'],
    ['seven letters that decompose into more', 'éééééé1'.normalize('NFC')],
  ])('under %s', async (_what, short) => {
    expect((await problemOfAsync(() => sealVault(secret, short))).code).toBe('passphrase_too_short')
  })
})

describe('a vault by other hands', () => {
  it.each<VaultSecret>([
    secret,
    { kind: 'privateKey', privateKey: `0x${'ab'.repeat(32)}` },
  ])('opens: $kind', async (content) => {
    expect(await openVault(sealByNode(content, passphrase), passphrase)).toEqual(content)
  })
})
