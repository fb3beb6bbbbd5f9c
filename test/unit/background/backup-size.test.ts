import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { exportBackup, importBackup } from '../../../entrypoints/background/backup-commands'
import { vaultInputs } from '../../../entrypoints/background/vault-inputs'
import { db } from '../../../lib/store/db'
import { getLimits, setLimits } from '../../../lib/store/settings'
import { aPayment } from '../payment/samples'
import { problemOfAsync } from '../protocols/problem-of'
import { addresses, aWallet, credential, nothingYet } from './wallets'

vi.mock(
  '../../../lib/wallet/scrypt-cost',
  async () => (await import('../wallet/cheap-scrypt')).CHEAP,
)
vi.mock('../../../lib/wallet/backup-size', () => ({ MAX_BACKUP_CHARS: 20_000 }))
vi.mock('../../../entrypoints/background/balances', () => ({ refreshBalances: async () => {} }))
vi.mock('../../../entrypoints/background/reconcile', () => ({ reconcileAll: async () => {} }))

const passphrase = 'for the backup alone'
const limits = { autoApprove: true, perPayment: 50_000n, perDay: 1_000_000n }

/** What no packing makes shorter: so many characters of it. */
function noise(length: number): string {
  const byte = () => Math.floor(Math.random() * 256)
  return btoa(String.fromCharCode(...Array.from({ length }, byte))).slice(0, length)
}

async function pay(length: number): Promise<void> {
  const id = crypto.randomUUID()
  await db.payments.put(aPayment({ id, state: 'confirmed', spentAt: 1, title: noise(length) }))
}

describe('a history that no file can hold', () => {
  beforeEach(async () => {
    await aWallet()
    await setLimits(limits)
    for (let count = 0; count < 5; count++) await pay(5_000)
  })

  it('is said before a file is made that nothing takes in', async () => {
    const { code } = await problemOfAsync(() => exportBackup(passphrase, credential))
    expect(code).toBe('backup_too_large')
  })

  it('stays behind where the user wants the rest', async () => {
    const file = await exportBackup(passphrase, credential, true)
    expect(vaultInputs.importBackup.safeParse({ file, passphrase }).success).toBe(true)
    await nothingYet()
    expect(await importBackup({ file, passphrase })).toEqual({ accounts: 1, payments: 0 })
    expect((await db.wallet.get('main'))?.address).toBe(addresses[0])
    expect(await getLimits()).toMatchObject(limits)
  })
})

it('a history that just fits is taken in again', async () => {
  await aWallet()
  let file = ''
  for (let fits = true; fits; ) {
    await pay(2_000)
    const made = await exportBackup(passphrase, credential).catch(() => undefined)
    fits = made !== undefined
    file = made ?? file
  }
  expect(file.length).toBeGreaterThan(15_000)
  const given = vaultInputs.importBackup.parse({ file, passphrase, credential })
  expect(await importBackup(given)).toEqual({ accounts: 0, payments: 0 })
})
