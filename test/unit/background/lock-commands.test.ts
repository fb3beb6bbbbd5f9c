import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { lock } from '../../../entrypoints/background/lock'
import {
  addPasskey,
  removeLock,
  replacePassphrase,
} from '../../../entrypoints/background/lock-commands'
import { openerOf } from '../../../entrypoints/background/open-wallet'
import { unlock } from '../../../entrypoints/background/wallet-commands'
import { db } from '../../../lib/store/db'
import { getUnlocked } from '../../../lib/store/session'
import type { Credential } from '../../../lib/vault-messages'
import { openKeyring } from '../../../lib/wallet/keyring-vault'
import { problemOfAsync } from '../protocols/problem-of'
import { aPasskey, aWallet, credential } from './wallets'

vi.mock(
  '../../../lib/wallet/scrypt-cost',
  async () => (await import('../wallet/cheap-scrypt')).CHEAP,
)
vi.mock('../../../entrypoints/background/balances', () => ({ refreshBalances: async () => {} }))

const wrong = { passphrase: 'something else' }
const second = { passphrase: 'the second one' }
const codeOf = async (action: () => Promise<unknown>) => (await problemOfAsync(action)).code

async function opens(opener: Credential): Promise<boolean> {
  await lock()
  await unlock(opener).catch(() => undefined)
  return (await getUnlocked()) !== undefined
}

beforeEach(aWallet)

describe('the passphrase', () => {
  it('is exchanged for another by who knows it', async () => {
    expect(await codeOf(() => replacePassphrase(wrong, second.passphrase))).toBe('passphrase_wrong')
    expect(await codeOf(() => replacePassphrase(credential, 'short'))).toBe('passphrase_too_short')
    expect(await opens(credential)).toBe(true)
    await replacePassphrase(credential, second.passphrase)
    expect(await opens(credential)).toBe(false)
    expect(await opens(second)).toBe(true)
  })

  it('can go when there is a passkey, and come back', async () => {
    const passkey = aPasskey()
    const opener = { prf: passkey.prf }
    await addPasskey(passkey, credential)
    const { vault } = (await db.wallet.get('main'))!
    const [words] = 'locks' in vault ? vault.locks : []
    expect(await codeOf(() => removeLock(words!.id, credential))).toBe('not_allowed')
    expect(await codeOf(() => removeLock(words!.id, { prf: aPasskey().prf }))).toBe('passkey_wrong')
    expect(await opens(credential)).toBe(true)
    await removeLock(words!.id, opener)
    expect(await opens(credential)).toBe(false)
    expect(await opens(opener)).toBe(true)
    await replacePassphrase(opener, second.passphrase)
    expect(await opens(second)).toBe(true)
  })
})

describe('a passphrase that was removed', () => {
  const removed = async (...passkeys: ReturnType<typeof aPasskey>[]) => {
    for (const passkey of passkeys) await addPasskey(passkey, credential)
    const before = (await db.wallet.get('main'))!.vault
    const old = await openKeyring(before, openerOf(credential))
    await removeLock(old.vault.file.locks[0]!.id, { prf: passkeys[0]!.prf })
    const { vault } = (await db.wallet.get('main'))!
    return { old, now: await openKeyring(vault, openerOf({ prf: passkeys[0]!.prf })) }
  }

  it('opens nothing of what comes: the data key is new', async () => {
    const { prf, ...parameters } = { ...aPasskey(), name: 'This laptop' }
    const { old, now } = await removed({ prf, ...parameters })
    expect(now.keyring).toEqual(old.keyring)
    expect(now.vault.dataKey).not.toEqual(old.vault.dataKey)
    expect(now.vault.file.locks).toMatchObject([{ kind: 'passkey', passkey: parameters }])
  })

  it('leaves each of several passkeys as it was', async () => {
    const [one, two] = [aPasskey(), aPasskey()]
    const { old, now } = await removed(one, two)
    expect(now.keyring).toEqual(old.keyring)
    expect(now.vault.file.locks).toEqual(old.vault.file.locks.slice(1))
    expect(await opens({ prf: two.prf })).toBe(true)
    expect(await opens({ prf: one.prf })).toBe(true)
    expect(await opens(credential)).toBe(false)
  })
})

describe('a passkey', () => {
  it('that was removed opens nothing of what comes: the data key is new', async () => {
    const passkey = aPasskey()
    const id = await addPasskey(passkey, credential)
    const before = (await db.wallet.get('main'))!.vault
    const old = await openKeyring(before, openerOf({ prf: passkey.prf }))
    await removeLock(id, credential)
    const { vault } = (await db.wallet.get('main'))!
    const now = await openKeyring(vault, openerOf(credential))
    expect(now.keyring).toEqual(old.keyring)
    expect(now.vault.dataKey).not.toEqual(old.vault.dataKey)
  })

  it('is added by who knows the passphrase, and opens the wallet', async () => {
    const passkey = aPasskey()
    expect(await codeOf(() => addPasskey(passkey, wrong))).toBe('passphrase_wrong')
    expect(await opens({ prf: passkey.prf })).toBe(false)
    await addPasskey(passkey, credential)
    expect(await opens({ prf: passkey.prf })).toBe(true)
    expect(await opens(credential)).toBe(true)
  })

  it('can be one of several, each with its own salt', async () => {
    const [one, two] = [aPasskey(), aPasskey()]
    await addPasskey(one, credential)
    const id = await addPasskey(two, { prf: one.prf })
    expect(await opens({ prf: two.prf })).toBe(true)
    await removeLock(id, { prf: one.prf })
    expect(await opens({ prf: two.prf })).toBe(false)
    expect(await opens({ prf: one.prf })).toBe(true)
  })

  it('keeps what is public of it where a page can ask for it again, and nothing else', async () => {
    const { prf, ...parameters } = aPasskey()
    await addPasskey({ prf, ...parameters }, credential)
    const { vault } = (await db.wallet.get('main'))!
    const lock = 'locks' in vault && vault.locks.at(-1)
    expect(lock).toMatchObject({ kind: 'passkey', passkey: parameters })
    expect(JSON.stringify(vault)).not.toContain(prf)
  })
})

it('the last lock stays', async () => {
  const { vault } = (await db.wallet.get('main'))!
  const [words] = 'locks' in vault ? vault.locks : []
  expect(await codeOf(() => removeLock(words!.id, credential))).toBe('last_lock')
  expect(await opens(credential)).toBe(true)
})
