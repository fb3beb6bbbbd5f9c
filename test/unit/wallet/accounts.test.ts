import { describe, expect, it } from 'vitest'
import { accountOf } from '../../../lib/wallet/account'
import {
  type Account,
  account,
  canPay,
  freeIndex,
  isOwn,
  type NewAccount,
  normalizeAddress,
  placed,
} from '../../../lib/wallet/accounts'
import { findSame, newKey, signingKeys } from '../../../lib/wallet/keyring'
import { problemOf } from '../protocols/problem-of'

const phrase = 'test test test test test test test test test test test junk'
const words = newKey({ kind: 'phrase', phrase })
const single = newKey({ kind: 'privateKey', privateKey: `0x${'ab'.repeat(32)}` })
const keyring = { keys: [words, single] }
const addressAt = (index: number) => accountOf({ kind: 'phrase', phrase }, index).address
const now = 1_750_000_000_000

const derived = (index: number): NewAccount => ({
  kind: 'derived',
  name: '',
  address: addressAt(index),
  keyId: words.id,
  index,
})
const imported: NewAccount = {
  kind: 'imported',
  name: 'Old key',
  address: accountOf(single).address,
  keyId: single.id,
}
const watched = (index: number): NewAccount => ({
  kind: 'watch',
  name: 'Savings',
  address: addressAt(index),
})
const external = (index: number): NewAccount => ({
  kind: 'external',
  name: '',
  address: addressAt(index),
  rdns: 'io.metamask',
  walletName: 'MetaMask',
})
const list = (...added: NewAccount[]) => {
  const all: Account[] = []
  for (const one of added) all.push(placed(one, all, now))
  return all
}

describe('accounts', () => {
  it('stand in the order in which they came', () => {
    const all = list(derived(0), imported, watched(5))
    expect(all.map(({ order }) => order)).toEqual([0, 1, 2])
    expect(new Set(all.map(({ id }) => id)).size).toBe(3)
    for (const one of all) expect(account.parse(one)).toEqual(one)
  })

  it('can pay unless they are only watched; the wallet signs for its own', () => {
    const all = list(derived(0), imported, watched(5), external(6))
    expect(all.map(canPay)).toEqual([true, true, false, true])
    expect(all.map(isOwn)).toEqual([true, true, false, false])
  })

  it.each([
    ['derived', derived(0), derived(0)],
    ['its own as a watched one', derived(0), watched(0)],
    ['its own as one of another wallet', derived(0), external(0)],
    ['watched', watched(0), watched(0)],
    ['of another wallet as a watched one', external(0), watched(0)],
  ])('are not there twice: %s', (_what, first, second) => {
    const all = list(first)
    expect(problemOf(() => placed(second, all, now)).code).toBe('account_exists')
  })

  it.each([
    ['a watched one its key', watched(0), derived(0)],
    ['a watched one its wallet', watched(0), external(0)],
    ['one of another wallet its key', external(0), derived(0)],
  ])('keep name and place when they gain more: %s', (_what, first, second) => {
    const all = list(imported, { ...first, name: 'Savings' })
    const gained = placed({ ...second, name: '' } as NewAccount, all, now + 5)
    const { id, order, createdAt } = all[1]!
    expect(gained).toMatchObject({ id, order, createdAt, name: 'Savings', kind: second.kind })
  })

  it('fill the gaps in the numbers of their phrase', () => {
    const all = list(derived(0), derived(1), derived(3), imported)
    expect(freeIndex(all, words.id, 0)).toBe(2)
    expect(freeIndex(all, words.id, 3)).toBe(4)
    expect(freeIndex(all, 'another phrase', 0)).toBe(0)
  })
})

describe('the keys at hand', () => {
  it('are those of the wallet, by address, and no phrase is among them', () => {
    const { keys, nodes } = signingKeys(keyring, list(derived(0), derived(2), imported, watched(5)))
    expect(keys).toEqual({
      [addressAt(0).toLowerCase()]: accountOf({ kind: 'phrase', phrase }).privateKey,
      [addressAt(2).toLowerCase()]: accountOf({ kind: 'phrase', phrase }, 2).privateKey,
      [imported.address.toLowerCase()]: `0x${'ab'.repeat(32)}`,
    })
    expect(Object.keys(nodes)).toEqual([words.id])
    expect(JSON.stringify({ keys, nodes })).not.toContain('junk')
  })

  it.each<[string, NewAccount]>([
    ['another index', { ...derived(1), address: addressAt(0) } as NewAccount],
    ['another key', { ...imported, keyId: words.id } as NewAccount],
    ['a key that is gone', { ...imported, keyId: crypto.randomUUID() } as NewAccount],
    ['an address that somebody has exchanged', { ...imported, address: addressAt(7) }],
  ])('are refused for an account with %s', (_what, wrong) => {
    expect(problemOf(() => signingKeys(keyring, list(wrong))).code).toBe('vault_corrupt')
  })

  it('are not kept twice', () => {
    expect(findSame(keyring, { kind: 'phrase', phrase })).toBe(words)
    expect(findSame(keyring, { kind: 'phrase', phrase: 'other words' })).toBeUndefined()
  })
})

describe('an address as typed', () => {
  const right = '0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266'
  it.each([
    ['with checksum', right],
    ['with blanks around', `  ${right}\n`],
    ['in small letters', right.toLowerCase()],
    ['in capitals', `0x${right.slice(2).toUpperCase()}`],
  ])('is read %s', (_what, text) => {
    expect(normalizeAddress(text)).toBe(right)
  })

  it.each([
    ['nothing', ''],
    ['cut short', right.slice(0, -1)],
    ['mistyped, so that the checksum is wrong', right.replace('9F', '9f')],
    ['a name', 'vitalik.eth'],
    ['a private key', `0x${'ab'.repeat(32)}`],
  ])('is refused when it is %s', (_what, text) => {
    expect(problemOf(() => normalizeAddress(text)).code).toBe('address_invalid')
  })
})
