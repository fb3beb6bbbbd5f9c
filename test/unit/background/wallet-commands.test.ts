import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { revealSecret } from '../../../entrypoints/background/key-commands'
import { lock } from '../../../entrypoints/background/lock'
import { createWallet, unlock } from '../../../entrypoints/background/wallet-commands'
import { accounts } from '../../../lib/store/accounts'
import { db } from '../../../lib/store/db'
import { getUnlocked } from '../../../lib/store/session'
import { problemOfAsync } from '../protocols/problem-of'
import files from '../wallet/fixtures/vault-v1.json'
import {
  addresses,
  aPasskey,
  aWallet,
  credential,
  everythingKept,
  nothingYet,
  otherPhrase,
  passphrase,
  phrase,
} from './wallets'

vi.mock(
  '../../../lib/wallet/scrypt-cost',
  async () => (await import('../wallet/cheap-scrypt')).CHEAP,
)
vi.mock('../../../entrypoints/background/balances', () => ({ refreshBalances: async () => {} }))

const secret = { kind: 'phrase', phrase } as const
const codeOf = async (action: () => Promise<unknown>) => (await problemOfAsync(action)).code

beforeEach(nothingYet)

describe('a new wallet', () => {
  it('has one account, pays from it and is unlocked', async () => {
    expect(await createWallet({ secret, passphrase, backedUp: true })).toBe(addresses[0])
    expect(await accounts()).toMatchObject([{ kind: 'derived', address: addresses[0], index: 0 }])
    expect(await getUnlocked()).toMatchObject({ address: addresses[0] })
  })

  it('of a private key has that account', async () => {
    const privateKey = `0x${'ab'.repeat(32)}`
    const address = await createWallet({
      secret: { kind: 'privateKey', privateKey },
      passphrase,
      backedUp: true,
    })
    expect(await accounts()).toMatchObject([{ kind: 'imported', address }])
    expect(await getUnlocked()).toMatchObject({ address, privateKey })
  })

  it('made in two windows at once is made once', async () => {
    const [first, second] = await Promise.allSettled([
      createWallet({ secret, passphrase, backedUp: true }),
      createWallet({ secret: { ...secret, phrase: otherPhrase }, passphrase, backedUp: true }),
    ])
    expect(first).toMatchObject({ status: 'fulfilled', value: addresses[0] })
    expect(second).toMatchObject({ status: 'rejected', reason: { code: 'wallet_exists' } })
    expect(await db.wallet.toArray()).toMatchObject([{ address: addresses[0] }])
    expect(await accounts()).toHaveLength(1)
    await unlock(credential)
  })

  it('can have a passkey only', async () => {
    const passkey = aPasskey()
    await createWallet({ secret, passkey, backedUp: false })
    await lock()
    await unlock({ prf: passkey.prf })
    expect(await getUnlocked()).toMatchObject({ address: addresses[0] })
    expect(await codeOf(() => unlock(credential))).toBe('passphrase_wrong')
  })

  it('can have both', async () => {
    const passkey = aPasskey()
    await createWallet({ secret, passkey, passphrase, backedUp: false })
    for (const opener of [credential, { prf: passkey.prf }]) {
      await lock()
      await unlock(opener)
      expect(await getUnlocked()).toBeDefined()
    }
  })

  it.each([
    ['without any lock', { secret, backedUp: true }, 'last_lock'],
    [
      'under a short passphrase',
      { secret, backedUp: true, passphrase: 'short' },
      'passphrase_too_short',
    ],
    [
      'of words that are none',
      { secret: { ...secret, phrase: 'no words' }, backedUp: true, passphrase },
      'phrase_invalid',
    ],
  ])('is not made %s', async (_what, wallet, code) => {
    expect(await codeOf(() => createWallet(wallet))).toBe(code)
    expect(await db.wallet.count()).toBe(0)
    expect(await db.accounts.count()).toBe(0)
    expect(await getUnlocked()).toBeUndefined()
  })
})

describe('unlocking', () => {
  beforeEach(aWallet)

  it('takes the same passphrase in another Unicode form', async () => {
    await lock()
    await unlock({ passphrase: passphrase.normalize('NFD') })
    expect(await getUnlocked()).toBeDefined()
  })

  it('twice, and twice at once, is unlocking', async () => {
    await unlock(credential)
    await lock()
    await Promise.all([unlock(credential), unlock(credential)])
    expect(await getUnlocked()).toMatchObject({ address: addresses[0] })
    expect(await db.attempts.count()).toBe(0)
  })

  it('does not outlive a lock that came while it was under way', async () => {
    await lock()
    await Promise.all([unlock(credential), lock()])
    expect(await getUnlocked()).toBeUndefined()
  })

  it('with a wrong passphrase leaves it locked', async () => {
    await lock()
    expect(await codeOf(() => unlock({ passphrase: 'something else' }))).toBe('passphrase_wrong')
    expect(await getUnlocked()).toBeUndefined()
  })

  it('does not believe an address that does not belong to the key', async () => {
    await lock()
    const [first] = await accounts()
    await db.accounts.update(first!.id, { address: addresses[1] })
    expect(await codeOf(() => unlock(credential))).toBe('vault_corrupt')
    expect(await getUnlocked()).toBeUndefined()
  })

  it('without a wallet says so', async () => {
    await nothingYet()
    expect(await codeOf(() => unlock(credential))).toBe('wallet_missing')
    expect(await db.attempts.count()).toBe(0)
  })
})

describe('a wallet of the first version', () => {
  const address = '0x58A57ed9d8d624cBD12e2C467D34787555bB1b25'
  const put = () =>
    db.wallet.put({ id: 'main', address, backedUp: true, vault: files.phrase as never })

  it('opens, becomes one of this version, and has its account', async () => {
    await put()
    await unlock(credential)
    expect(await getUnlocked()).toMatchObject({ address })
    expect(await db.wallet.get('main')).toMatchObject({ address, vault: { version: 2 } })
    const [account] = await accounts()
    expect(account).toMatchObject({ kind: 'derived', address, index: 0 })
    await lock()
    await unlock(credential)
    expect(await accounts()).toEqual([account])
    expect(await revealSecret(account!.id, 'phrase', credential)).toBe(otherPhrase)
  })

  it('stays as it is under a wrong passphrase', async () => {
    await put()
    expect(await codeOf(() => unlock({ passphrase: 'something else' }))).toBe('passphrase_wrong')
    expect(await db.wallet.get('main')).toMatchObject({ vault: { version: 1 } })
    expect(await accounts()).toEqual([])
  })
})

describe('wrong passphrases', () => {
  const wrong = { passphrase: 'something else' }
  const fail = async (times: number) => {
    for (let time = 0; time < times; time++) {
      expect(await codeOf(() => unlock(wrong))).toBe('passphrase_wrong')
    }
  }
  beforeEach(aWallet)

  it('have to wait from the fifth on, and the right one too', async () => {
    await fail(5)
    expect(await problemOfAsync(() => unlock(credential))).toEqual({
      code: 'unlock_throttled',
      details: { seconds: '5' },
    })
  })

  it('count one by one when they are tried all at once', async () => {
    const tried = await Promise.allSettled(Array.from({ length: 12 }, () => unlock(wrong)))
    const codes = tried.map((one) => (one.status === 'rejected' ? one.reason.code : 'none'))
    expect(codes.filter((code) => code === 'passphrase_wrong')).toHaveLength(5)
    expect(codes.filter((code) => code === 'unlock_throttled')).toHaveLength(7)
  })

  it('are forgotten once the right one has come', async () => {
    await fail(4)
    await unlock(credential)
    await fail(4)
    await unlock(credential)
    expect(await getUnlocked()).toBeDefined()
  })

  it('count the same when a secret is to be shown', async () => {
    const [account] = await accounts()
    for (let time = 0; time < 5; time++) {
      expect(await codeOf(() => revealSecret(account!.id, 'phrase', wrong))).toBe(
        'passphrase_wrong',
      )
    }
    expect(await codeOf(() => unlock(credential))).toBe('unlock_throttled')
    expect(await codeOf(() => revealSecret(account!.id, 'phrase', credential))).toBe(
      'unlock_throttled',
    )
  })

  it('that nobody has lived to answer count as well', async () => {
    await db.attempts.put({ id: 'open', failures: 7, at: Date.now() })
    const problem = await problemOfAsync(() => unlock(credential))
    expect(problem).toEqual({ code: 'unlock_throttled', details: { seconds: '60' } })
  })

  it('do not count where the file is damaged', async () => {
    await db.wallet.update('main', { vault: { version: 2 } as never })
    for (let time = 0; time < 6; time++) {
      expect(await codeOf(() => unlock(credential))).toBe('vault_corrupt')
    }
  })
})

describe('nothing secret', () => {
  it('is kept anywhere while the wallet is locked', async () => {
    await aWallet()
    const open = await everythingKept()
    const { privateKey } = (await getUnlocked())!
    expect(open).toContain(privateKey.slice(2))
    await lock()
    const kept = (await everythingKept()).toLowerCase()
    for (const secret of [phrase, passphrase, privateKey.slice(2), 'xprv']) {
      expect(kept).not.toContain(secret.toLowerCase())
    }
  })

  it('but the derived keys is kept while it is open', async () => {
    await aWallet()
    const kept = await everythingKept()
    for (const secret of [phrase, 'junk', passphrase]) expect(kept).not.toContain(secret)
  })
})
