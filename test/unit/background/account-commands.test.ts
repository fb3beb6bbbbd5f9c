import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import {
  addAccount,
  addExternalAccount,
  addWatchOnly,
  removeAccount,
  renameAccount,
  setPayingAccount,
} from '../../../entrypoints/background/account-commands'
import {
  importPhrase,
  importPrivateKey,
  removeAccountWithKey,
  revealSecret,
} from '../../../entrypoints/background/key-commands'
import { lock } from '../../../entrypoints/background/lock'
import { unlock } from '../../../entrypoints/background/wallet-commands'
import { accountForSite, accounts, setSiteAccountRow } from '../../../lib/store/accounts'
import { db } from '../../../lib/store/db'
import { getUnlocked, keyOf } from '../../../lib/store/session'
import { accountOf } from '../../../lib/wallet/account'
import { problemOfAsync } from '../protocols/problem-of'
import { addresses, aWallet, credential, otherPhrase, phrase } from './wallets'

vi.mock(
  '../../../lib/wallet/scrypt-cost',
  async () => (await import('../wallet/cheap-scrypt')).CHEAP,
)
vi.mock('../../../entrypoints/background/balances', () => ({ refreshBalances: async () => {} }))

const wrong = { passphrase: 'something else' }
const lone = accountOf({ kind: 'privateKey', privateKey: `0x${'ab'.repeat(32)}` })
const stranger = '0x2B5AD5c4795c026514f8317c7a215E218DcCD6cF'
const site = 'https://news.example'
const codeOf = async (action: () => Promise<unknown>) => (await problemOfAsync(action)).code
const firstId = async () => (await accounts())[0]!.id
const addressOf = async (id: string) => (await db.accounts.get(id))?.address

beforeEach(aWallet)

describe('another account of the phrase', () => {
  it('is the next one, without the passphrase, and can sign at once', async () => {
    expect(await addressOf(await addAccount('Second'))).toBe(addresses[1])
    expect(await addressOf(await addAccount())).toBe(addresses[2])
    expect(await keyOf(addresses[1])).toBe(accountOf({ kind: 'phrase', phrase }, 1).privateKey)
    await lock()
    await unlock(credential)
    expect(await keyOf(addresses[2])).toBe(accountOf({ kind: 'phrase', phrase }, 2).privateKey)
  })

  it('made in two windows at once are two', async () => {
    const ids = await Promise.all([addAccount(), addAccount()])
    expect(await Promise.all(ids.map(addressOf))).toEqual([addresses[1], addresses[2]])
  })

  it('comes back where one was removed', async () => {
    const id = await addAccount()
    await addAccount()
    await removeAccount(id)
    expect(await keyOf(addresses[1])).toBeUndefined()
    expect(await addressOf(await addAccount())).toBe(addresses[1])
  })

  it('takes the place of a watched one with its address', async () => {
    const id = await addWatchOnly(addresses[1], 'Mine')
    expect(await addAccount()).toBe(id)
    expect(await db.accounts.get(id)).toMatchObject({ kind: 'derived', name: 'Mine' })
  })

  it('passes over one that was brought along as a private key', async () => {
    const { privateKey } = accountOf({ kind: 'phrase', phrase }, 1)
    await importPrivateKey(privateKey, undefined, credential)
    expect(await addressOf(await addAccount())).toBe(addresses[2])
  })

  it('is not made while the wallet is locked', async () => {
    await lock()
    expect(await codeOf(() => addAccount())).toBe('wallet_locked')
    expect(await accounts()).toHaveLength(1)
  })

  it('is not made of a phrase that is not there', async () => {
    expect(await codeOf(() => addAccount('', crypto.randomUUID()))).toBe('account_keyless')
  })
})

describe('a key that is brought along', () => {
  it('signs at once, and after the next unlocking', async () => {
    const id = await importPrivateKey(lone.privateKey, 'Old', credential)
    expect(await db.accounts.get(id)).toMatchObject({ name: 'Old', address: lone.address })
    expect(await keyOf(lone.address)).toBe(lone.privateKey)
    await lock()
    await unlock(credential)
    expect(await keyOf(lone.address)).toBe(lone.privateKey)
  })

  it('can be a second phrase, which has accounts of its own', async () => {
    const id = await importPhrase(otherPhrase, undefined, credential)
    const account = (await db.accounts.get(id))!
    expect(account).toMatchObject({ kind: 'derived', index: 0 })
    const next = await addAccount('', account.kind === 'derived' ? account.keyId : '')
    expect(await addressOf(next)).toBe(
      accountOf({ kind: 'phrase', phrase: otherPhrase }, 1).address,
    )
    expect(await addressOf(await addAccount())).toBe(addresses[1])
  })

  it('does not unlock a locked wallet', async () => {
    await lock()
    await importPrivateKey(lone.privateKey, undefined, credential)
    expect(await keyOf(lone.address)).toBeUndefined()
  })

  it.each([
    ['the phrase again', () => importPhrase(phrase, undefined, credential), 'account_exists'],
    [
      'the key of an account',
      () =>
        importPrivateKey(accountOf({ kind: 'phrase', phrase }).privateKey, undefined, credential),
      'account_exists',
    ],
    ['no phrase', () => importPhrase('no words', undefined, credential), 'phrase_invalid'],
    ['no key', () => importPrivateKey('0x12', undefined, credential), 'private_key_invalid'],
    [
      'without the passphrase',
      () => importPrivateKey(lone.privateKey, undefined, wrong),
      'passphrase_wrong',
    ],
  ])('is refused: %s', async (_what, action, code) => {
    const before = await db.wallet.get('main')
    expect(await codeOf(action)).toBe(code)
    expect(await accounts()).toHaveLength(1)
    expect(await db.wallet.get('main')).toEqual(before)
  })
})

describe('the account that pays', () => {
  it('is another one once it is chosen', async () => {
    await setPayingAccount(await addAccount())
    expect(await db.wallet.get('main')).toMatchObject({ address: addresses[1] })
    expect(await getUnlocked()).toMatchObject({ address: addresses[1] })
  })

  it('is its own one on a site that has one', async () => {
    const id = await addAccount()
    await setSiteAccountRow(site, id)
    expect(await accountForSite(site)).toMatchObject({ address: addresses[1] })
    expect(await accountForSite('https://other.example')).toMatchObject({ address: addresses[0] })
    await setSiteAccountRow(site, null)
    expect(await accountForSite(site)).toMatchObject({ address: addresses[0] })
  })

  it('can be one of another wallet, for which no key is at hand', async () => {
    const id = await addExternalAccount(stranger, 'io.metamask', 'MetaMask')
    await setPayingAccount(id)
    expect(await getUnlocked()).toBeUndefined()
    expect(await accountForSite(site)).toMatchObject({ kind: 'external', rdns: 'io.metamask' })
  })

  it('is none that is only watched', async () => {
    const id = await addWatchOnly(stranger)
    expect(await codeOf(() => setPayingAccount(id))).toBe('account_keyless')
    expect(await codeOf(() => setSiteAccountRow(site, id))).toBe('account_keyless')
    expect(await db.wallet.get('main')).toMatchObject({ address: addresses[0] })
  })
})

describe('an account', () => {
  it('is renamed', async () => {
    await renameAccount(await firstId(), 'Reading')
    expect(await accounts()).toMatchObject([{ name: 'Reading' }])
    expect(await codeOf(() => renameAccount(crypto.randomUUID(), 'x'))).toBe('account_not_found')
  })

  it('is not removed when it is the last one that can pay', async () => {
    await addWatchOnly(stranger)
    const id = await firstId()
    expect(await codeOf(() => removeAccount(id))).toBe('last_account')
    expect(await codeOf(() => removeAccountWithKey(id, credential))).toBe('last_account')
    expect(await accounts()).toHaveLength(2)
  })

  it('is not removed while it pays', async () => {
    await addAccount()
    expect(await codeOf(async () => removeAccount(await firstId()))).toBe('account_in_use')
  })

  it('takes what was set for it along', async () => {
    const id = await addAccount()
    await setSiteAccountRow(site, id)
    await removeAccount(id)
    expect(await db.siteAccounts.count()).toBe(0)
    expect(await accounts()).toHaveLength(1)
  })

  it('that is only watched goes without further ado', async () => {
    await removeAccount(await addWatchOnly(stranger))
    expect(await accounts()).toHaveLength(1)
  })

  it('whose key would go with it needs the passphrase', async () => {
    const id = await importPrivateKey(lone.privateKey, undefined, credential)
    expect(await codeOf(() => removeAccount(id))).toBe('passphrase_needed')
    expect(await codeOf(() => removeAccountWithKey(id, wrong))).toBe('passphrase_wrong')
    expect(await accounts()).toHaveLength(2)
    await removeAccountWithKey(id, credential)
    expect(await accounts()).toHaveLength(1)
    expect(await keyOf(lone.address)).toBeUndefined()
    // It is gone from the vault as well: brought along again, it is new.
    await importPrivateKey(lone.privateKey, undefined, credential)
  })
})

describe('a secret', () => {
  it('is shown for the passphrase: the words, or the key of any account', async () => {
    const second = await addAccount()
    expect(await revealSecret(second, 'phrase', credential)).toBe(phrase)
    expect(await revealSecret(second, 'privateKey', credential)).toBe(
      accountOf({ kind: 'phrase', phrase }, 1).privateKey,
    )
    const id = await importPrivateKey(lone.privateKey, undefined, credential)
    expect(await revealSecret(id, 'privateKey', credential)).toBe(lone.privateKey)
  })

  it('is not there for an account without a phrase or a key', async () => {
    const imported = await importPrivateKey(lone.privateKey, undefined, credential)
    const watched = await addWatchOnly(stranger)
    for (const [id, what] of [
      [imported, 'phrase'],
      [watched, 'phrase'],
      [watched, 'privateKey'],
    ] as const) {
      expect(await codeOf(() => revealSecret(id, what, credential))).toBe('account_keyless')
    }
  })

  it('is not shown for an open wallet alone', async () => {
    expect(await getUnlocked()).toBeDefined()
    for (const what of ['phrase', 'privateKey'] as const) {
      expect(await codeOf(async () => revealSecret(await firstId(), what, wrong))).toBe(
        'passphrase_wrong',
      )
    }
  })
})
