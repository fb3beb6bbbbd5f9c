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

  it('opens after a trip through JSON, when the keyboard composes letters otherwise', async () => {
    const stored = JSON.parse(JSON.stringify(file))
    expect(passphrase.normalize('NFD')).not.toBe(passphrase)
    expect(await openVault(stored, passphrase.normalize('NFD'))).toEqual(secret)
  })

  it('costs memory to guess at: 128 MiB', () => {
    expect(128 * file.kdf.N * file.kdf.r).toBe(128 * 2 ** 20)
  })

  it('shows neither the words nor the passphrase', () => {
    const { cipher, kdf } = file
    const raw = [cipher.data, cipher.iv, kdf.salt].map(atob)
    const shown = [JSON.stringify(file), ...raw].join('\n').toLowerCase()
    // Shorter words turn up in base64 by chance.
    const words = `${phrase} ${passphrase}`.split(' ').filter((word) => word.length > 4)
    for (const word of words) expect(shown).not.toContain(word.toLowerCase())
  })

  it('looks new each time, with a salt and nonce of full length', async () => {
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
  it.each<VaultSecret>([secret, { kind: 'privateKey', privateKey: `0x${'ab'.repeat(32)}` }])(
    'opens: $kind',
    async (content) => {
      expect(await openVault(sealByNode(content, passphrase), passphrase)).toEqual(content)
    },
  )

  const cheap = sealByNode(secret, passphrase)
  it.each([
    ['in another case', passphrase.toLowerCase()],
    ['with a blank after', `${passphrase} `],
    ['of another', 'correct horse battery'],
    ['of nothing', ''],
  ])('does not open with a passphrase %s', async (_what, wrong) => {
    expect(await problemOfAsync(() => openVault(cheap, wrong))).toEqual({
      code: 'passphrase_wrong',
      details: {},
    })
  })

  it.each([
    ['a kind of secret that we do not know', { kind: 'seed', seed: phrase }],
    ['words without a kind', { phrase }],
    ['words in a list', { kind: 'phrase', phrase: phrase.split(' ') }],
  ])('is refused, without quoting what it holds, when that is %s', async (_what, content) => {
    const foreign = sealByNode(content as never, passphrase)
    expect(await problemOfAsync(() => openVault(foreign, passphrase))).toEqual({
      code: 'vault_corrupt',
      details: {},
    })
  })
})
