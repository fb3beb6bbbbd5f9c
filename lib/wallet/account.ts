import { generateMnemonic, validateMnemonic } from '@scure/bip39'
import { wordlist } from '@scure/bip39/wordlists/english'
import { mnemonicToAccount, privateKeyToAccount } from 'viem/accounts'
import { bytesToHex } from 'viem/utils'
import { Problem } from '../problem'
import type { VaultSecret } from './vault'

export interface AccountKey {
  address: `0x${string}`
  privateKey: `0x${string}`
}

/** Twelve new words (BIP-39, 128 bits). */
export function newPhrase(): string {
  return generateMnemonic(wordlist, 128)
}

/**
 * Words as a person pastes them, made canonical.
 * @throws {Problem} `phrase_invalid` when a word or the checksum is wrong
 */
export function normalizePhrase(text: string): string {
  const phrase = text.normalize('NFKD').trim().toLowerCase().split(/\s+/).join(' ')
  if (!validateMnemonic(phrase, wordlist)) throw new Problem('phrase_invalid')
  return phrase
}

/** @throws {Problem} `private_key_invalid` */
export function normalizePrivateKey(text: string): `0x${string}` {
  const hex = text.trim().toLowerCase().replace(/^0x/, '')
  if (!/^[0-9a-f]{64}$/.test(hex)) throw new Problem('private_key_invalid')
  try {
    privateKeyToAccount(`0x${hex}`)
  } catch {
    throw new Problem('private_key_invalid')
  }
  return `0x${hex}`
}

/** The first account of a phrase (BIP-44, m/44'/60'/0'/0/0), or the account of a private key. */
export function accountOf(secret: VaultSecret): AccountKey {
  if (secret.kind === 'privateKey') {
    const privateKey = normalizePrivateKey(secret.privateKey)
    return { privateKey, address: privateKeyToAccount(privateKey).address }
  }
  const account = mnemonicToAccount(normalizePhrase(secret.phrase))
  const key = account.getHdKey().privateKey
  if (!key) throw new Problem('phrase_invalid')
  return { privateKey: bytesToHex(key), address: account.address }
}
