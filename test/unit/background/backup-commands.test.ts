import 'fake-indexeddb/auto'
import fc from 'fast-check'
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import {
  addAccount,
  addExternalAccount,
  addWatchOnly,
  setPayingAccount,
} from '../../../entrypoints/background/account-commands'
import { exportBackup, importBackup } from '../../../entrypoints/background/backup-commands'
import { importPrivateKey, revealSecret } from '../../../entrypoints/background/key-commands'
import { unlock } from '../../../entrypoints/background/wallet-commands'
import { thingOf } from '../../../lib/payment/purchase'
import { accounts, setSiteAccountRow } from '../../../lib/store/accounts'
import { db } from '../../../lib/store/db'
import { getPayment } from '../../../lib/store/ledger'
import { getUnlocked, keyOf } from '../../../lib/store/session'
import {
  getLimits,
  setLimits,
  setPairRule,
  setRpcUrl,
  setSiteRule,
} from '../../../lib/store/settings'
import { accountOf } from '../../../lib/wallet/account'
import { sealBackup } from '../../../lib/wallet/backup'
import { aPayment, euroTerms } from '../payment/samples'
import { problemOfAsync } from '../protocols/problem-of'
import { spentToday } from '../store/fresh-store'
import { record } from '../store/ledger-steps'
import {
  addresses,
  aWallet,
  credential,
  everythingKept,
  nothingYet,
  otherPhrase,
  phrase,
} from './wallets'

vi.mock(
  '../../../lib/wallet/scrypt-cost',
  async () => (await import('../wallet/cheap-scrypt')).CHEAP,
)
vi.mock('../../../entrypoints/background/balances', () => ({ refreshBalances: async () => {} }))
vi.mock('../../../entrypoints/background/reconcile', () => ({ reconcileAll: async () => {} }))

const passphrase = 'for the backup alone'
const site = 'https://news.example'
const payee = 'https://cdn.example'
const stranger = '0x2B5AD5c4795c026514f8317c7a215E218DcCD6cF'
const lone = `0x${'ab'.repeat(32)}` as const
const now = Date.now()
const limits = { autoApprove: true, perPayment: 50_000n, perDay: 1_000_000n }

const idOf = (digit: number) => `00000000-0000-4000-8000-${String(digit).padStart(12, '0')}`
const ids = { paid: idOf(1), sent: idOf(2), euro: idOf(3), waits: idOf(4) }

const thing = thingOf(aPayment())
const paid = aPayment({
  id: ids.paid,
  thing,
  state: 'confirmed',
  createdAt: now,
  spentAt: now,
  approvedBy: 'user',
  title: 'An article',
  authorization: { payer: addresses[0], nonce: '0xAb12', validAfter: 1, validBefore: 2 },
  payloadHash: 'abc',
  answer: { status: 200, at: now, mimeType: 'text/html', length: 12 },
  receipt: { success: true, transaction: '0x34', amount: '10000' },
  transaction: '0x34',
  proof: { transaction: '0x34', blockNumber: 7n, payer: '0x1', payTo: '0x2', amount: 10_000n },
  disputes: [{ field: 'amount', claimed: '1', found: '10000' }],
  provenSpent: true,
  trail: [
    { state: 'offered', at: now },
    { state: 'confirmed', at: now, by: 'chain' },
  ],
})
const sent = aPayment({
  id: ids.sent,
  thing,
  state: 'sent',
  createdAt: now,
  spentAt: now,
  header: { name: 'PAYMENT-SIGNATURE', value: 'c2lnbmVkIGhlYWRlcg' },
  problem: { code: 'no_answer', details: { networks: 'x' } },
  reasons: [{ code: 'over_payment_limit', limit: 5n }],
})
const inEuro = aPayment({ id: ids.euro, thing, state: 'settled', spentAt: now, terms: euroTerms() })
const waiting = aPayment({ id: ids.waits, state: 'awaiting' })

let file: string

/** A wallet with something of everything. */
async function fullWallet(): Promise<void> {
  await aWallet()
  await setPayingAccount(await addAccount('Second'))
  await importPrivateKey(lone, 'Old key', credential)
  await addWatchOnly(stranger, 'Savings')
  await addExternalAccount('0x000000000000000000000000000000000000dEaD', 'io.metamask', 'MetaMask')
  const [, second] = await accounts()
  await setSiteAccountRow(site, second!.id)
  await setLimits({ ...limits, perMonth: undefined, total: { limit: 9n, since: 1 } } as never)
  await setSiteRule(site, { mode: 'auto', perPayment: 7n, perDay: undefined })
  await setSiteRule('https://never.example', { mode: 'never' })
  await setPairRule(site, payee, { mode: 'ask' })
  await setRpcUrl('eip155:8453', 'https://rpc.example/')
  await db.settings.put({ key: 'autoLock', value: { minutes: 5, onSystemLock: false } })
  await db.acquaintances.put({
    key: `test ${site} ${site}`,
    site,
    payeeOrigin: site,
    testnet: true,
    since: 1,
    payTos: ['0x2'],
    prices: [10_000n],
  })
  for (const payment of [paid, sent, inEuro, waiting]) await record(payment)
}

const codeOf = async (action: () => Promise<unknown>) => (await problemOfAsync(action)).code
const rowsOf = async (...tables: (keyof typeof db & string)[]) =>
  Promise.all(tables.map((table) => db.table(table).toArray()))

beforeAll(async () => {
  await fullWallet()
  file = await exportBackup(passphrase, credential)
})
beforeEach(nothingYet)

describe('a backup file', () => {
  it('shows nothing of what is in it, not even the addresses', () => {
    const shown = file.toLowerCase()
    for (const secret of [phrase, 'junk', lone, addresses[0], site, passphrase, ids.paid]) {
      expect(shown).not.toContain(secret.toLowerCase())
    }
  })

  it('is made by who knows the passphrase of the wallet, under one that is long enough', async () => {
    await aWallet()
    const wrong = { passphrase: 'something else' }
    expect(await codeOf(() => exportBackup(passphrase, wrong))).toBe('passphrase_wrong')
    expect(await codeOf(() => exportBackup('short', credential))).toBe('passphrase_too_short')
  })
})

describe('in another browser', () => {
  it('becomes the wallet: the same accounts, keys, rules and history', async () => {
    await fullWallet()
    const tables = ['siteRules', 'pairRules', 'acquaintances', 'totals', 'settings'] as const
    const list = await accounts()
    const rows = await rowsOf(...tables)
    await nothingYet()

    expect(await importBackup({ file, passphrase })).toEqual({ accounts: 5, payments: 3 })
    expect(await db.wallet.get('main')).toMatchObject({ address: addresses[1], backedUp: true })
    const identity = ({ kind, name, address }: (typeof list)[number]) => ({ kind, name, address })
    expect((await accounts()).map(identity)).toEqual(list.map(identity))
    const [, second] = await accounts()
    expect(await db.siteAccounts.toArray()).toEqual([{ site, accountId: second!.id }])
    expect(await rowsOf(...tables)).toEqual(rows)
    expect(await getPayment(ids.paid)).toEqual({
      ...paid,
      request: { kind: 'navigation', url: paid.request.url, method: 'GET', ...nowhere },
    })
  })

  it('opens with the passphrase of the file, and pays from the same account', async () => {
    await importBackup({ file, passphrase })
    expect(await getUnlocked()).toMatchObject({ address: addresses[1] })
    await unlock({ passphrase })
    expect(await keyOf(addresses[0])).toBeDefined()
    const [first] = await accounts()
    expect(await revealSecret(first!.id, 'phrase', { passphrase })).toBe(phrase)
  })

  it('leaves to the chain what was under way, and counts it', async () => {
    await importBackup({ file, passphrase })
    const restored = await getPayment(ids.sent)
    expect(restored).toMatchObject({ state: 'unknown', reasons: [] })
    expect(restored).not.toHaveProperty('header')
    expect(restored?.trail.at(-1)).toMatchObject({ state: 'unknown', by: 'restart' })
    expect(await getPayment(ids.waits)).toBeUndefined()
    expect(await spentToday(true)).toBe(20_000n)
  })

  it('is restored once when two windows do it at once', async () => {
    const both = await Promise.allSettled([
      importBackup({ file, passphrase }),
      importBackup({ file, passphrase }),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await accounts()).toHaveLength(5)
  })
})

describe('beside a wallet that is there', () => {
  const restore = (withRules = false) => importBackup({ file, passphrase, credential, withRules })

  it('needs the passphrase of that wallet', async () => {
    await aWallet()
    expect(await codeOf(() => importBackup({ file, passphrase }))).toBe('passphrase_needed')
    const wrong = { passphrase: 'something else' }
    const action = () => importBackup({ file, passphrase, credential: wrong })
    expect(await codeOf(action)).toBe('passphrase_wrong')
    expect(await accounts()).toHaveLength(1)
  })

  it('adds accounts, keys and history, and changes neither who pays nor what may be paid', async () => {
    await aWallet()
    const own = await accounts()
    expect(await restore()).toEqual({ accounts: 4, payments: 3 })
    expect(await db.wallet.get('main')).toMatchObject({ address: addresses[0] })
    expect((await accounts())[0]).toEqual(own[0])
    expect(await getLimits()).toMatchObject({ autoApprove: false })
    const untouched = [
      'siteRules',
      'pairRules',
      'settings',
      'acquaintances',
      'siteAccounts',
    ] as const
    expect(await rowsOf(...untouched)).toEqual([[], [], [], [], []])
    await unlock(credential)
    for (const { kind, address } of await accounts()) {
      const isOwn = kind === 'derived' || kind === 'imported'
      expect((await keyOf(address)) !== undefined).toBe(isOwn)
    }
    // The phrase is there once: the next account is the next one of all.
    expect(await db.accounts.get(await addAccount())).toMatchObject({ address: addresses[2] })
  })

  it('takes rules and limits where the user wants them', async () => {
    await aWallet()
    await setSiteRule('https://mine.example', { mode: 'ask' })
    await restore(true)
    expect(await getLimits()).toMatchObject(limits)
    expect((await db.siteRules.toArray()).map(({ site }) => site).sort()).toEqual([
      'https://mine.example',
      'https://never.example',
      site,
    ])
  })

  it('twice changes nothing the second time', async () => {
    await aWallet()
    await restore(true)
    const tables = ['accounts', 'payments', 'totals', 'siteRules', 'siteAccounts'] as const
    const once = await rowsOf(...tables)
    expect(await restore(true)).toEqual({ accounts: 0, payments: 0 })
    expect(await rowsOf(...tables)).toEqual(once)
  })

  it('overwrites no record that is newer or open here', async () => {
    await aWallet()
    const newer = { ...paid, title: 'Newer', updatedAt: now + 1 }
    const open = { ...sent, state: 'unknown' as const, title: 'Open here', updatedAt: now - 1 }
    const older = { ...inEuro, state: 'undelivered' as const, updatedAt: inEuro.updatedAt - 1 }
    const unspent = { ...paid, id: ids.sent, state: 'expired' as const, updatedAt: 1 }
    for (const payment of [newer, open, older]) await record(payment)
    await restore()
    expect(await getPayment(ids.paid)).toEqual(newer)
    expect(await getPayment(ids.sent)).toEqual(open)
    expect(await getPayment(ids.euro)).toMatchObject({ state: 'settled' })
    // Nor is money spent or freed by a file.
    await db.payments.put(unspent)
    await restore()
    expect(await getPayment(ids.sent)).toEqual(unspent)
  })
})

describe('a file is refused whole', () => {
  beforeEach(aWallet)

  const refused = async (given: string, opener = passphrase) => {
    const before = await everythingKept()
    const problem = await problemOfAsync(() =>
      importBackup({ file: given, passphrase: opener, credential }),
    )
    expect(await everythingKept()).toBe(before)
    // Which of two passphrases was wrong, and nothing else.
    expect(problem.details).toEqual(problem.code === 'passphrase_wrong' ? { of: 'file' } : {})
    return problem.code
  }

  it('when it was cut short, wherever', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: file.length - 1 }), async (length) => {
        expect(await refused(file.slice(0, length))).toMatch(/^backup_(corrupt|foreign)$/)
      }),
      { numRuns: 40 },
    )
  })

  it('when a bit was flipped, wherever', async () => {
    const anywhere = fc.tuple(fc.nat(file.length - 1), fc.nat(6))
    await fc.assert(
      fc.asyncProperty(anywhere, async ([index, bit]) => {
        const changed = String.fromCharCode(file.charCodeAt(index) ^ (1 << bit))
        const flipped = file.slice(0, index) + changed + file.slice(index + 1)
        expect(await refused(flipped)).toMatch(/^backup_(corrupt|foreign|newer)$/)
      }),
      { numRuns: 60 },
    )
  })

  it.each<[string, () => string, string]>([
    ['it is empty', () => '', 'backup_foreign'],
    ['it is no JSON', () => 'hello', 'backup_foreign'],
    ['it is of another program', () => '{"version":1,"data":"x"}', 'backup_foreign'],
    ['it is a list', () => '[]', 'backup_foreign'],
    ['it is of a later version', () => file.replace('"version":1', '"version":2'), 'backup_newer'],
    ['more follows', () => `${file}{}`, 'backup_corrupt'],
  ])('when %s', async (_what, made, code) => {
    expect(await refused(made())).toBe(code)
  })

  it('when the passphrase is another one', async () => {
    expect(await refused(file, 'something else')).toBe('passphrase_wrong')
  })

  it('when it is the vault of a wallet and no backup', async () => {
    const { vault } = (await db.wallet.get('main'))!
    const disguised = JSON.stringify({ format: 'tuppence-backup', version: 1, vault })
    expect(await refused(disguised)).toBe('backup_corrupt')
  })

  it.each<[string, (content: Content) => unknown]>([
    ['nothing', () => null],
    ['no accounts', (content) => ({ ...content, accounts: [] })],
    [
      'an unknown state',
      ({ payments: [first], ...rest }) => {
        return { ...rest, payments: [{ ...first, state: 'paid' }] }
      },
    ],
    [
      'an amount that is a number',
      ({ settings, ...rest }) => {
        return { ...rest, settings: { ...settings, limits: { ...settings.limits, perDay: 5 } } }
      },
    ],
    [
      'a negative amount',
      ({ settings, ...rest }) => {
        return { ...rest, settings: { ...settings, limits: { ...settings.limits, perDay: '-5' } } }
      },
    ],
    [
      'a server that is not one',
      ({ settings, ...rest }) => {
        return { ...rest, settings: { ...settings, rpcUrls: { 'eip155:1': 'javascript:1' } } }
      },
    ],
    [
      'an object where a text should be',
      ({ accounts: [first, ...others], ...rest }) => {
        const name = { length: { valueOf: 1, toString: 1 } }
        return { ...rest, accounts: [{ ...first, name }, ...others] }
      },
    ],
    [
      'terms nested deeper than any that we take',
      ({ payments: [first, ...others], ...rest }) => {
        const { terms } = first as { terms: object }
        const extra = { a: JSON.parse('['.repeat(32) + ']'.repeat(32)) }
        return { ...rest, payments: [{ ...first, terms: { ...terms, extra } }, ...others] }
      },
    ],
    [
      'an address that is not of its key',
      ({ accounts: [first, ...others], ...rest }) => {
        return { ...rest, accounts: [{ ...first, address: stranger }, ...others] }
      },
    ],
    [
      'two keys of one name',
      ({ keyring, ...rest }) => {
        const [first] = keyring.keys
        const twin = { ...first, kind: 'phrase', phrase: otherPhrase }
        return { ...rest, keyring: { keys: [twin, ...keyring.keys] } }
      },
    ],
    [
      'a rule for something that is no site',
      (content) => ({ ...content, siteRules: [{ site: 'news.example', mode: 'never' }] }),
    ],
    [
      'somebody who is known under the name of another',
      ({ acquaintances: [first], ...rest }) => {
        return { ...rest, acquaintances: [{ ...first, site: 'https://other.example' }] }
      },
    ],
    [
      'a lock for longer than a person could set',
      ({ settings, ...rest }) => {
        const autoLock = { minutes: 10_081, onSystemLock: true }
        return { ...rest, settings: { ...settings, autoLock } }
      },
    ],
    [
      'a time that no date has',
      ({ payments: [first], ...rest }) => {
        return { ...rest, payments: [{ ...first, updatedAt: 8.64e15 + 1 }] }
      },
    ],
    [
      'a signature that ends at no date',
      ({ payments: [first], ...rest }) => {
        const authorization = { payer: '0x1', nonce: '0x2', validAfter: 0, validBefore: 9e12 }
        return { ...rest, payments: [{ ...first, authorization }] }
      },
    ],
    [
      'more accounts than anybody has',
      ({ accounts: [first], ...rest }) => {
        return { ...rest, accounts: Array.from({ length: 1001 }, () => first) }
      },
    ],
    [
      'a paying account that is not there',
      (content) => {
        return { ...content, wallet: { ...content.wallet, address: stranger.toLowerCase() } }
      },
    ],
  ])('when it holds %s', async (_what, change) => {
    const made = await sealBackup(change(structuredClone(content)), passphrase)
    expect(await refused(made)).toBe('backup_corrupt')
  })

  interface Content {
    wallet: object
    accounts: object[]
    payments: object[]
    keyring: { keys: { id: string }[] }
    acquaintances: object[]
    settings: { limits: object; rpcUrls: object }
  }
  let content: Content
  beforeAll(async () => {
    const { openBackup } = await import('../../../lib/wallet/backup')
    content = (await openBackup(file, passphrase)) as Content
  })

  it('and what these were made of is not', async () => {
    const made = await sealBackup(content, passphrase)
    expect(await importBackup({ file: made, passphrase, credential })).toMatchObject({
      payments: 3,
    })
  })
})

describe('a file from strange hands', () => {
  const opened = async () => {
    const { openBackup } = await import('../../../lib/wallet/backup')
    return (await openBackup(file, passphrase)) as {
      keyring: { keys: { id: string; kind: string }[] }
      accounts: { keyId?: string }[]
      wallet: object
      payments: { id: string; spentAt?: number; terms: object; updatedAt: number }[]
    }
  }
  const takeIn = async (content: unknown) =>
    importBackup({ file: await sealBackup(content, passphrase), passphrase, credential })

  it('gives its key another name when the name is taken here', async () => {
    await aWallet()
    const mine = (await accounts())[0]!
    const theirs = accountOf({ kind: 'phrase', phrase: otherPhrase })
    const { keyring, accounts: listed, ...rest } = await opened()
    const keyId = 'keyId' in mine ? mine.keyId : ''
    const key = { id: keyId, kind: 'phrase', phrase: otherPhrase }
    const account = {
      ...listed[0],
      id: crypto.randomUUID(),
      address: theirs.address,
      keyId,
      index: 0,
    }
    await takeIn({
      ...rest,
      keyring: { keys: [key] },
      accounts: [account],
      siteAccounts: [],
      wallet: { address: theirs.address, backedUp: true },
    })
    await unlock(credential)
    const added = (await accounts()).find(({ address }) => address === theirs.address)
    expect(await revealSecret(mine.id, 'phrase', credential)).toBe(phrase)
    expect(await revealSecret(added!.id, 'phrase', credential)).toBe(otherPhrase)
    expect(await keyOf(theirs.address)).toBe(theirs.privateKey)
  })

  it('changes neither what was paid, nor how much, nor when', async () => {
    await aWallet()
    await record(paid)
    const { payments, ...rest } = await opened()
    const cheaper = payments
      .filter(({ id }) => id === ids.paid)
      .map((one) => ({
        ...one,
        terms: { ...one.terms, microUsd: '0', amount: '0' },
        spentAt: 0,
        updatedAt: now + 1,
        title: 'Another',
      }))
    await takeIn({ ...rest, payments: cheaper })
    expect(await getPayment(ids.paid)).toEqual({ ...paid, updatedAt: now + 1 })
    expect(await spentToday(true)).toBe(paid.terms.microUsd)
  })

  it('holds no payment of the future, which would keep the wallet open', async () => {
    await aWallet()
    const { payments, ...rest } = await opened()
    const future = payments.map((one) => ({ ...one, spentAt: now + 1e10 }))
    await takeIn({ ...rest, payments: future })
    const restored = await db.payments.toArray()
    expect(restored).toHaveLength(payments.length)
    for (const { spentAt = 0 } of restored) expect(spentAt).toBeLessThanOrEqual(Date.now())
  })
})

/** Of the request, what belonged to one browser session. */
const nowhere = { tabId: -1, frameId: 0, documentId: '' }
