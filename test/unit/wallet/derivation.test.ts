import { mnemonicToSeedSync } from '@scure/bip39'
import { HDKey } from 'viem/accounts'
import { hexToBytes } from 'viem/utils'
import { describe, expect, it } from 'vitest'
import { accountOf } from '../../../lib/wallet/account'
import { keyAt, nodeOf } from '../../../lib/wallet/derivation'
import { checkPhrase } from '../../../lib/wallet/phrase'
import bip39 from './fixtures/bip39-vectors.json'

/** Every vector of BIP-39 (trezor/python-mnemonic) with 12 or 24 English words; passphrase TREZOR. */
describe('a published phrase', () => {
  it.each(bip39 as [string, string][])('is one: %s', (phrase, xprv) => {
    expect(checkPhrase(phrase)).toMatchObject({ phrase })
    const seed = mnemonicToSeedSync(phrase, 'TREZOR')
    expect(HDKey.fromMasterSeed(seed).privateExtendedKey).toBe(xprv)
  })
})

/** Test vector 1 of BIP-32. */
describe('a published chain of extended keys', () => {
  const root = HDKey.fromMasterSeed(hexToBytes('0x000102030405060708090a0b0c0d0e0f'))
  it.each([
    [
      'm',
      'xprv9s21ZrQH143K3QTDL4LXw2F7HEK3wJUD2nW2nRk4stbPy6cq3jPPqjiChkVvvNKmPGJxWUtg6LnF5kejMRNNU3TGtRBeJgk33yuGBxrMPHi',
    ],
    [
      "m/0'",
      'xprv9uHRZZhk6KAJC1avXpDAp4MDc3sQKNxDiPvvkX8Br5ngLNv1TxvUxt4cV1rGL5hj6KCesnDYUhd7oWgT11eZG7XnxHrnYeSvkzY7d2bhkJ7',
    ],
    [
      "m/0'/1",
      'xprv9wTYmMFdV23N2TdNG573QoEsfRrWKQgWeibmLntzniatZvR9BmLnvSxqu53Kw1UmYPxLgboyZQaXwTCg8MSY3H2EU4pWcQDnRnrVA1xe8fs',
    ],
    [
      "m/0'/1/2'",
      'xprv9z4pot5VBttmtdRTWfWQmoH1taj2axGVzFqSb8C9xaxKymcFzXBDptWmT7FwuEzG3ryjH4ktypQSAewRiNMjANTtpgP4mLTj34bhnZX7UiM',
    ],
    [
      "m/0'/1/2'/2/1000000000",
      'xprvA41z7zogVVwxVSgdKUHDy1SKmdb533PjDz7J6N6mV6uS3ze1ai8FHa8kmHScGpWmj4WggLyQjgPie1rFSruoUihUZREPSL39UNdE3BBDu76',
    ],
  ])('comes to the same at %s', (path, xprv) => {
    expect(root.derive(path).privateExtendedKey).toBe(xprv)
  })
})

describe('the accounts of a phrase (BIP-44)', () => {
  const junk = 'test test test test test test test test test test test junk'

  // As anvil and Hardhat print them.
  it.each([
    [
      0,
      '0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266',
      '0xac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80',
    ],
    [
      1,
      '0x70997970C51812dc3A010C7d01b50e0d17dc79C8',
      '0x59c6995e998f97a5a0044966f0945389dc9e86dae88c7a8412f4603b6b78690d',
    ],
    [
      2,
      '0x3C44CdDdB6a900fa2b585dd299e03d12FA4293BC',
      '0x5de4111afa1a4b94908f83103eb1f1706367c2e68ca870fc3fb9a804cdab365a',
    ],
    [
      9,
      '0xa0Ee7A142d267C1f36714E4a8F75612F20a79720',
      '0x2a871d0798f97d79848a013d4936a73bf4cc922c825d33c1cf7073dff6d409c6',
    ],
  ])('are where every wallet has them: number %i', (index, address, privateKey) => {
    expect(keyAt(nodeOf(junk), index)).toEqual({ address, privateKey })
    expect(accountOf({ kind: 'phrase', phrase: junk }, index)).toEqual({ address, privateKey })
  })

  it('come from a key that does not give the phrase away', () => {
    const node = HDKey.fromExtendedKey(nodeOf(junk))
    expect(node.depth).toBe(4)
    expect(nodeOf(junk)).not.toContain('junk')
  })
})
