/** How hard a passphrase is to guess: 0 is known to everybody, 4 is out of reach. */
export type Strength = 0 | 1 | 2 | 3 | 4

/** Nobody's passphrase gets stronger or weaker after so much of it. */
const LOOKED_AT = 100

/** Estimates on this machine how many guesses a passphrase takes (zxcvbn). Nothing leaves it. */
export async function strengthOf(passphrase: string): Promise<Strength> {
  const { guesser } = await import('./strength-library')
  return guesser.check(passphrase.slice(0, LOOKED_AT)).score
}
