import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { mnemonicToAccount } from 'viem/accounts'
import { reader } from '../../world/index'
import { expect, test } from '../fixtures'
import { launchWithTuppence } from '../launch'
import { passphrase, Tuppence } from '../tuppence'
import { askPasskey, makePasskey, withAuthenticator } from './passkey'

const secret = { kind: 'phrase', phrase: reader.phrase }
const privateKey = Buffer.from(mnemonicToAccount(reader.phrase).getHdKey().privateKey!).toString(
  'hex',
)

test.describe('The vault', { tag: '@keys' }, () => {
  test('a wallet with a passkey and no passphrase opens with that passkey', async ({
    tuppence,
  }) => {
    const page = await tuppence.openDashboard('welcome')
    await withAuthenticator(page)
    const passkey = await makePasskey(page)
    const address = await tuppence.command('createWallet', { secret, passkey, backedUp: true })
    expect(address).toBe(reader.address)
    await tuppence.command('lock')
    const prf = await askPasskey(page, passkey)
    expect(prf).toBe(passkey.prf)
    await tuppence.command('unlockWithPasskey', { prf })
    const session = await tuppence.console.evaluate(() => chrome.storage.session.get())
    expect(JSON.stringify(session)).toContain(privateKey)
  })

  test('a backup makes the same wallet in another browser', async ({ tuppence, world }) => {
    await tuppence.command('createWallet', { secret, passphrase, backedUp: true })
    const id = await tuppence.command('addAccount', { name: 'Reading' })
    await tuppence.command('setPayingAccount', { accountId: id })
    const file = await tuppence.command('exportBackup', {
      passphrase: 'for the file alone',
      credential: { passphrase },
    })
    const profile = await mkdtemp(join(tmpdir(), 'tuppence-test-'))
    const context = await launchWithTuppence({ profile })
    try {
      const other = await Tuppence.of(context, world)
      const given = { file, passphrase: 'for the file alone' }
      expect(await other.command('importBackup', given)).toEqual({ accounts: 2, payments: 0 })
      await other.command('lock')
      await other.command('unlock', { passphrase: given.passphrase })
      const second = mnemonicToAccount(reader.phrase, { addressIndex: 1 })
      expect(await other.payer()).toBe(second.address)
    } finally {
      await context.close()
      await rm(profile, { recursive: true, force: true })
    }
  })
})
