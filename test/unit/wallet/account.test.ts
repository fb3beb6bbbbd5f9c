import { wordlist } from '@scure/bip39/wordlists/english'
import { describe, expect, it } from 'vitest'
import {
  accountOf,
  newPhrase,
  normalizePhrase,
  normalizePrivateKey,
} from '../../../lib/wallet/account'
import { problemOf } from '../protocols/problem-of'

const junk = 'test test test test test test test test test test test junk'
const legal = 'legal winner thank year wave sausage worth useful legal winner thank yellow'
/** Order of secp256k1 (SEC 2, section 2.4.1). */
const order = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141n
const hex = (key: bigint) => `0x${key.toString(16).padStart(64, '0')}`

describe('the account of a phrase', () => {
  // Published by anvil and Hardhat, and the test vectors of BIP-39 under m/44'/60'/0'/0/0.
  it.each([
    [junk, '0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266'],
    [legal, '0x58A57ed9d8d624cBD12e2C467D34787555bB1b25'],
    [`${'abandon '.repeat(11)}about`, '0x9858EfFD232B4033E47d90003D41EC34EcaEda94'],
    [`${'abandon '.repeat(23)}art`, '0xF278cF59F82eDcf871d630F28EcC8056f25C1cdb'],
    [
      'letter advice cage absurd amount doctor acoustic avoid letter advice cage above',
      '0x3061750d3dF69ef7B8d4407CB7f3F879Fd9d2398',
    ],
  ])('is where every wallet has it: %s', (phrase, address) => {
    expect(accountOf({ kind: 'phrase', phrase }).address).toBe(address)
  })

  it('has the private key that anvil prints', () => {
    expect(accountOf({ kind: 'phrase', phrase: junk }).privateKey).toBe(
      '0xac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80',
    )
  })

  it('is the account of its own private key', () => {
    const account = accountOf({ kind: 'phrase', phrase: newPhrase() })
    expect(accountOf({ kind: 'privateKey', privateKey: account.privateKey })).toEqual(account)
  })
})

describe('a phrase', () => {
  it.each([
    ['as written', legal],
    ['with blanks and line breaks', `\n  ${legal.replaceAll(' ', ' \t\r\n ')}  `],
    ['in capitals', legal.toUpperCase()],
    ['by a telephone', legal.replace('legal', 'Legal')],
    ['with other blanks', legal.replaceAll(' ', '\u00a0').replace('\u00a0', '\u3000')],
    ['in full-width letters', legal.replace('legal', 'ｌｅｇａｌ')],
  ])('is made canonical %s', (_what, text) => {
    expect(normalizePhrase(text)).toBe(legal)
  })

  it.each([
    ['nothing', ''],
    ['blank', ' \n '],
    ['one word', 'legal'],
    ['eleven words', legal.split(' ').slice(1).join(' ')],
    ['thirteen words', `${legal} legal`],
    ['a wrong checksum', legal.replace(/yellow$/, 'winner')],
    ['words in another order', legal.split(' ').reverse().join(' ')],
    ['a word that is none', legal.replace('sausage', 'sossage')],
    ['a word cut to four letters', legal.replace('sausage', 'saus')],
    ['an invisible character in a word', legal.replace('legal', 'le\u200bgal')],
    ['a look-alike letter', legal.replace('legal', 'l\u0435gal')],
  ])('is refused with %s', (_what, text) => {
    expect(problemOf(() => normalizePhrase(text))).toEqual({ code: 'phrase_invalid', details: {} })
    expect(problemOf(() => accountOf({ kind: 'phrase', phrase: text })).code).toBe('phrase_invalid')
  })

  it('is new each time: twelve words of the list with a good checksum', () => {
    const phrases = Array.from({ length: 20 }, newPhrase)
    expect(new Set(phrases).size).toBe(20)
    for (const phrase of phrases) {
      expect(phrase.split(' ')).toHaveLength(12)
      expect(phrase.split(' ').every((word) => wordlist.includes(word))).toBe(true)
      expect(normalizePhrase(phrase)).toBe(phrase)
    }
  })
})

describe('a private key', () => {
  const key = 'ac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80'
  it.each([
    ['with 0x', `0x${key}`],
    ['without', key],
    ['in capitals', `0X${key.toUpperCase()}`],
    ['with blanks around', `\n ${key}\t`],
  ])('is read %s', (_what, text) => {
    expect(normalizePrivateKey(text)).toBe(`0x${key}`)
  })

  it.each([
    ['the least', 1n, '0x7E5F4552091A69125d5DfCb7b8C2659029395Bdf'],
    ['the greatest', order - 1n, undefined],
  ])('may be %s', (_what, value, address) => {
    const account = accountOf({ kind: 'privateKey', privateKey: hex(value) as `0x${string}` })
    expect(account.privateKey).toBe(hex(value))
    if (address) expect(account.address).toBe(address)
  })

  it.each([
    ['zero', hex(0n)],
    ['the order of the curve', hex(order)],
    ['beyond the order', hex(order + 1n)],
    ['all ones', `0x${'f'.repeat(64)}`],
    ['nothing', ''],
    ['a prefix alone', '0x'],
    ['a digit too short', key.slice(1)],
    ['a digit too long', `${key}0`],
    ['a prefix twice', `0x0x${key}`],
    ['not hexadecimal', `g${key.slice(1)}`],
    ['broken by a blank', `${key.slice(0, 32)} ${key.slice(32)}`],
    ['an address', '0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266'],
    ['a phrase', junk],
  ])('is refused when it is %s', (_what, text) => {
    expect(problemOf(() => normalizePrivateKey(text))).toEqual({
      code: 'private_key_invalid',
      details: {},
    })
  })
})
