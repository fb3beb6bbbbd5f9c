import { describe, expect, it } from 'vitest'
import { phrasesOf, secretsOf } from '../../../components/accounts/account-words'
import { backupName } from '../../../components/accounts/backup-name'
import { locksOf } from '../../../components/accounts/locks'
import { worthOf } from '../../../components/accounts/worth'
import { mainToken, networkById, type Token } from '../../../lib/payment/networks'
import type { WalletRow } from '../../../lib/store/db'
import type { Holding } from '../../../lib/store/holdings'
import type { Account } from '../../../lib/wallet/accounts'

const base = 'eip155:8453'
const test = 'eip155:84532'

function holding(network: string, amount: bigint | undefined, token = mainToken(network)): Holding {
  const found = networkById(network)
  if (!found || !token) throw new Error(network)
  const row = amount === undefined ? undefined : { key: '', amount, at: 1 }
  return { network: found, token, row }
}

describe('worthOf', () => {
  it('adds up what is known, real and test money apart', () => {
    const polygon = holding('eip155:137', 2_500_000n)
    expect(worthOf([holding(base, 1n), polygon, holding(test, 7n)])).toEqual({
      real: 2_500_001n,
      test: 7n,
    })
  })

  it('is unknown where no chain was asked, which is not the same as nothing', () => {
    expect(worthOf([holding(base, undefined), holding(test, 0n)])).toEqual({
      real: undefined,
      test: 0n,
    })
  })

  it('leaves out money that is not in dollars', () => {
    const euros = { ...(mainToken(base) as Token), currency: 'EUR' as const }
    expect(worthOf([holding(base, 5n, euros)]).real).toBeUndefined()
  })
})

describe('locksOf', () => {
  it('knows that a vault of the first version has a passphrase', () => {
    const vault = { version: 1 } as unknown as WalletRow['vault']
    expect(locksOf(vault)).toEqual({ passphrase: true, passkeys: [] })
  })

  it('names the passkeys by their locks', () => {
    const passkey = { credentialId: 'AA==', rpId: 'x', salt: 'AA==' }
    const locks = [{ id: 'one', kind: 'passkey', passkey }]
    expect(locksOf({ version: 2, locks } as unknown as WalletRow['vault'])).toEqual({
      passphrase: false,
      passkeys: [{ id: 'one', parameters: passkey }],
    })
  })

  it('names the lock of the passphrase only where another one is left', () => {
    const passkey = { credentialId: 'AA==', rpId: 'x', salt: 'AA==' }
    const words = { id: 'words', kind: 'passphrase' }
    const idWith = (...locks: object[]) =>
      locksOf({ version: 2, locks } as unknown as WalletRow['vault']).passphraseId
    expect(idWith(words)).toBeUndefined()
    expect(idWith({ id: 'one', kind: 'passkey', passkey })).toBeUndefined()
    expect(idWith(words, { id: 'one', kind: 'passkey', passkey })).toBe('words')
  })
})

describe('accounts', () => {
  const derived = (keyId: string) => ({ kind: 'derived', keyId }) as Account

  it('have phrases in the order of their first accounts', () => {
    const all = [derived('b'), { kind: 'imported', keyId: 'c' } as Account, derived('a')]
    expect(phrasesOf([...all, derived('b')])).toEqual(['b', 'a'])
  })

  it.each([
    ['derived', ['phrase', 'privateKey']],
    ['imported', ['privateKey']],
    ['watch', []],
    ['external', []],
  ] as const)('%s can show %j', (kind, secrets) => {
    expect(secretsOf({ kind } as Account)).toEqual(secrets)
  })
})

it('a backup is named after the day', () => {
  expect(backupName(new Date(2026, 0, 9, 23, 59))).toBe('tuppence-backup-2026-01-09.json')
})
