import { MIN_PASSPHRASE_LENGTH } from '../../lib/wallet/vault'

export type PassphraseFault = 'short' | 'differs'

/** What is wrong with a new passphrase and its repetition, if anything. */
export function passphraseFault(passphrase: string, again: string): PassphraseFault | undefined {
  if (passphrase.length < MIN_PASSPHRASE_LENGTH) return 'short'
  return passphrase === again ? undefined : 'differs'
}
