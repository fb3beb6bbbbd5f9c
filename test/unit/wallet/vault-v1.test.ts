import { describe, expect, it, vi } from 'vitest'
import type { WalletSecret } from '../../../lib/wallet/account'
import { openKeyring } from '../../../lib/wallet/keyring-vault'
import { problemOfAsync } from '../protocols/problem-of'
import files from './fixtures/vault-v1.json'
import { sealV1ByNode } from './vault-by-node'

vi.mock('../../../lib/wallet/scrypt-cost', async () => (await import('./cheap-scrypt')).CHEAP)

const phrase = 'legal winner thank year wave sausage worth useful legal winner thank yellow'
const passphrase = 'Überraschung im Käse 7'
const secrets = {
  phrase: { kind: 'phrase', phrase },
  privateKey: { kind: 'privateKey', privateKey: `0x${'ab'.repeat(32)}` },
} satisfies Record<string, WalletSecret>

describe('a vault that the first version has written', () => {
  it.each(['phrase', 'privateKey'] as const)(
    'opens and becomes one of this version: %s',
    async (kind) => {
      const open = await openKeyring(files[kind], { passphrase: passphrase.normalize('NFD') })
      expect(open.renewed).toBe(true)
      expect(open.keyring.keys).toEqual([{ id: expect.any(String), ...secrets[kind] }])
      expect(open.vault.file.version).toBe(2)
      const again = await openKeyring(open.vault.file, { passphrase })
      expect(again).toMatchObject({ keyring: open.keyring, renewed: false })
    },
  )

  const cheap = sealV1ByNode(secrets.phrase, passphrase)

  it.each([
    ['another passphrase', { passphrase: 'correct horse battery' }, 'passphrase_wrong'],
    ['no passphrase', { passphrase: '' }, 'passphrase_wrong'],
    ['a passkey', { prf: new Uint8Array(32) }, 'passkey_wrong'],
  ])('does not open with %s', async (_what, opener, code) => {
    const problem = await problemOfAsync(() => openKeyring(cheap, opener))
    expect(problem).toEqual({ code, details: {} })
  })

  it('does not open when a bit was flipped', async () => {
    const { kdf, cipher } = cheap
    const flipped = (text: string) => {
      const bytes = Buffer.from(text, 'base64')
      bytes[3] = (bytes[3] ?? 0) ^ 4
      return bytes.toString('base64')
    }
    const changes = [
      { ...cheap, kdf: { ...kdf, salt: flipped(kdf.salt) } },
      { ...cheap, kdf: { ...kdf, N: 2 ** 15 } },
      { ...cheap, kdf: { ...kdf, r: 7 } },
      { ...cheap, kdf: { ...kdf, p: 2 } },
      { ...cheap, cipher: { ...cipher, iv: flipped(cipher.iv) } },
      { ...cheap, cipher: { ...cipher, data: flipped(cipher.data) } },
      { ...cheap, cipher: { ...cipher, data: cipher.data.slice(0, 64) } },
    ]
    for (const changed of changes) {
      const problem = await problemOfAsync(() => openKeyring(changed, { passphrase }))
      expect(problem.code).toBe('passphrase_wrong')
    }
  })

  it.each([
    ['a kind of secret that we do not know', { kind: 'seed', seed: phrase }],
    ['words without a kind', { phrase }],
    ['words in a list', { kind: 'phrase', phrase: phrase.split(' ') }],
  ])('is refused, without quoting what it holds, when that is %s', async (_what, content) => {
    const foreign = sealV1ByNode(content as never, passphrase)
    expect(await problemOfAsync(() => openKeyring(foreign, { passphrase }))).toEqual({
      code: 'vault_corrupt',
      details: {},
    })
  })
})
