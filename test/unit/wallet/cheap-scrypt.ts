/** The least that a passphrase lock may cost, for tests that derive keys by the hundred. */
export const CHEAP = { SCRYPT_COST: { N: 2 ** 14, r: 8, p: 1 } }
