/**
 * What it costs to try a passphrase: scrypt over 128 MiB, about half a second. Stored with each lock,
 * so that it can rise later: a lock that is cheaper than this is made anew when it is opened.
 *
 * scrypt and not Argon2id: in plain JavaScript Argon2id, which counts in 64 bits, takes several times
 * as long for the same memory, so that we could only afford a weaker setting than its attacker; as
 * WebAssembly it would need 'wasm-unsafe-eval' in our content security policy. N = 2^17, r = 8, p = 1
 * is what OWASP's Password Storage Cheat Sheet asks of scrypt.
 */
export const SCRYPT_COST = { N: 2 ** 17, r: 8, p: 1 }
