import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { expect } from 'vitest'
import { z } from 'zod'
import { readBackup } from '../../../lib/store/backup'
import { type BackupContent, backupContent } from '../../../lib/store/backup-content'
import { accountOfKey } from '../../../lib/wallet/account'
import { openBackup, sealBackup } from '../../../lib/wallet/backup'
import { base64, fromBase64, toBase64 } from '../../../lib/wallet/base64'
import { canonicalJson } from '../../../lib/wallet/canonical-json'
import { gunzip, gzip } from '../../../lib/wallet/gzip'
import { aPayment, euroTerms } from '../../unit/payment/samples'
import { runnable } from '../fuzz'
import { hostileText } from '../hostile'
import { mutatedJson, mutatedText } from '../mutations'
import { type Target, WITH_KEYS } from '../target'

const passphrase = 'correct horse battery'
/** The same in every run: a case that was found can be run again. */
const uuid = (number: number) => `00000000-0000-4000-8000-00000000000${number}`
const privateKey = `0x${'ab'.repeat(32)}` as const
const { address } = accountOfKey(privateKey)
const sealed = JSON.parse(await sealBackup({ a: 1 }, passphrase))

/** A file that somebody says is a backup. Whatever was changed in it is noticed. */
const file: Target<string, unknown> = {
  name: 'backup-file',
  share: 3,
  inputs: mutatedText(mutatedJson(sealed), true),
  act: (text) => openBackup(text, passphrase),
  check: (found) => expect(found).toEqual({ a: 1 }),
  limits: WITH_KEYS,
}

/** What only its own author can make, and no writer of JSON could write again. */
const DEEP = /\[{99}|(?:\{"a":){99}/

const key = { id: uuid(1), kind: 'privateKey', privateKey }
const account = {
  ...{ id: uuid(2), name: 'Mine', createdAt: 1, order: 0 },
  ...{ kind: 'imported', keyId: key.id },
}
const paid = aPayment({
  id: uuid(3),
  state: 'confirmed',
  spentAt: 1,
  authorization: { payer: address, nonce: '0x12', validAfter: 1, validBefore: 2 },
  receipt: { success: true, transaction: '0x34', amount: '10000' },
  proof: { transaction: '0x34', blockNumber: 7n, payer: '0x1', payTo: '0x2', amount: 10_000n },
  disputes: [{ field: 'amount', claimed: '1', found: '10000' }],
})
const good = z.encode(backupContent, {
  wallet: { address, backedUp: true },
  keyring: { keys: [key] },
  accounts: [{ ...account, address }],
  siteAccounts: [{ site: 'https://news.example', accountId: account.id }],
  siteRules: [{ site: 'https://news.example', mode: 'auto', perPayment: 1n, perDay: 2n }],
  pairRules: [{ site: 'https://a.example', payee: 'https://b.example', mode: 'never' }],
  settings: { limits: { autoApprove: true, perPayment: 1n, perDay: 2n } },
  acquaintances: [],
  payments: [paid, aPayment({ id: uuid(4), state: 'settled', terms: euroTerms() })].map(
    ({ reasons: _reasons, ...payment }) => payment,
  ),
} as unknown as BackupContent)

/** What is in such a file: taken whole and in order, or not at all. */
const content: Target<unknown, BackupContent> = {
  name: 'backup-content',
  share: 20,
  inputs: mutatedJson(good).map((text): unknown => JSON.parse(text)),
  act: readBackup,
  // A history of thousands of payments is read as a whole, and the key of each account derived.
  limits: { ms: 1_500, bytes: 32 * 2 ** 20 },
  check(read) {
    // As text: `-0` is a number that JSON can write once.
    const text = JSON.stringify(z.encode(backupContent, read))
    const again = readBackup(JSON.parse(text))
    expect(JSON.stringify(z.encode(backupContent, again))).toBe(text)
    for (const { terms, id } of read.payments) {
      expect([typeof id, typeof terms.amount, terms.amount >= 0n]).toEqual([
        'string',
        'bigint',
        true,
      ])
    }
    for (const rule of [...read.siteRules, ...read.pairRules]) {
      if (rule.mode === 'auto') expect(typeof rule.perPayment).toBe('bigint')
    }
  },
}

const packed = await gzip(new TextEncoder().encode('words '.repeat(50)))

/** The forms that bytes are kept in. */
const bytes: Target<[text: string, flip: number], { round: string; taken: boolean }> = {
  name: 'bytes',
  share: 20,
  inputs: fc.tuple(
    fc.oneof(mutatedText(fc.constantFrom(toBase64(packed), 'AAAA', 'AA==', '')), hostileText),
    fc.nat(1_000),
  ),
  async act([text, flip]) {
    const taken = base64.safeParse(text).success
    const some = taken ? fromBase64(text) : packed.slice()
    const place = flip % some.length
    some[place] = (some[place] ?? 0) ^ (flip & 7)
    await gunzip(some)
    return { round: taken ? toBase64(fromBase64(text)) : text, taken }
  },
  // Browsers throw a `TypeError`, Node an error of its own.
  allows: (error) => error instanceof Error,
  accepts: ({ taken }) => taken,
  check: ({ round }, [text]) => expect(round).toBe(text),
}

/** A file of ours is read by its schema before, and has no depth. */
const shallow = mutatedJson(sealed).filter((text) => !DEEP.test(text))

/** One text for one value, in whatever order its members were written. */
const canonical: Target<unknown, string> = {
  name: 'canonical-json',
  share: 20,
  inputs: fc.oneof(
    shallow.map((text): unknown => JSON.parse(text)),
    fc.jsonValue(),
  ),
  act: canonicalJson,
  allows: () => false,
  // A file of thousands of parts is written anew as a whole.
  limits: { ms: 200, bytes: 32 * 2 ** 20 },
  check(text, value) {
    expect(isDeepStrictEqual(JSON.parse(text), JSON.parse(JSON.stringify(value)))).toBe(true)
    expect(canonicalJson(JSON.parse(text))).toBe(text)
    expect(canonicalJson(turned(value))).toBe(text)
  },
}

/** The same with its members the other way round. */
function turned(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).reverse())
}

export const fileTargets = [runnable(file), runnable(content), runnable(bytes), runnable(canonical)]
