import { mnemonicToSeedSync } from '@scure/bip39'
import { HDKey, privateKeyToAccount } from 'viem/accounts'
import { bytesToHex } from 'viem/utils'

/** BIP-44: coin type 60, first account, external chain. What wallets number comes after it. */
const PATH = "m/44'/60'/0'/0"

/**
 * The extended private key (BIP-32) from which all accounts of a phrase are derived. Takes the 2048
 * rounds of BIP-39 once; the phrase does not follow from it.
 */
export function nodeOf(phrase: string): string {
  return HDKey.fromMasterSeed(mnemonicToSeedSync(phrase)).derive(PATH).privateExtendedKey
}

/** The key and the address at a BIP-44 index. */
export function keyAt(
  node: string,
  index: number,
): { address: `0x${string}`; privateKey: `0x${string}` } {
  const { privateKey } = HDKey.fromExtendedKey(node).deriveChild(index)
  if (!privateKey) throw new RangeError('BIP-32 has no key at this index')
  const hex = bytesToHex(privateKey)
  return { privateKey: hex, address: privateKeyToAccount(hex).address }
}
