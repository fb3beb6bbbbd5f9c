import 'fake-indexeddb/auto'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { accountsOf, requestSignature } from '../../../lib/wallet/external'
import { typedDataOf } from '../../../lib/wallet/typed-data'
import { reader } from '../../world/accounts'
import { someTerms } from '../payment/samples'
import { problemOfAsync } from '../protocols/problem-of'
import { aWallet } from './wallets'

vi.mock(
  '../../../lib/wallet/scrypt-cost',
  async () => (await import('../wallet/cheap-scrypt')).CHEAP,
)
vi.mock('../../../entrypoints/background/platform', () => ({}))
vi.mock('../../../entrypoints/background/external-page', () => ({
  announcedIn: async () => [{ rdns: trap, name: trap, icon: trap }, announced],
  pageOf: async () => ({}),
}))

/** No number can be made of its length: whoever compares it meets an error. */
const trap = { length: { valueOf: 1, toString: 1 } }
const announced = { rdns: 'com.wallet', name: 'A wallet' }

type Respond = (answer: { res?: unknown; err?: { code: string } }) => void
let listener: (message: unknown, sender: object, respond: Respond) => unknown = () => false
vi.stubGlobal('chrome', {
  runtime: { onMessage: { addListener: (added: typeof listener) => (listener = added) } },
})
const { registerCommands } = await import('../../../entrypoints/background/commands')
const { discoverExternal } = await import('../../../entrypoints/background/external')
const { handleReport } = await import('../../../entrypoints/background/reports')
registerCommands(Promise.resolve())

const { id } = fakeBrowser.runtime
const page = { id, url: `${fakeBrowser.runtime.getURL('/' as never)}popup.html` }

describe('an object where a text should be', () => {
  beforeAll(aWallet)

  it.each<[string, unknown]>([
    ['unlock', { passphrase: trap }],
    ['unlockWithPasskey', { prf: trap }],
    ['createWallet', { secret: { kind: 'phrase', phrase: trap }, backedUp: true }],
    ['renameAccount', { accountId: trap, name: trap }],
    ['importBackup', { file: trap, passphrase: trap }],
    ['topUpFromExternal', { account: trap }],
  ])('is refused with a word for it: %s', async (type, data) => {
    const answer = await new Promise((resolve) => {
      listener({ id: 1, type, data, timestamp: 1 }, page, resolve)
    })
    expect(answer).toMatchObject({ err: { code: 'not_allowed' } })
  })

  it('makes no report', () => {
    const held = { report: 'held-402', kind: 'fetch', url: 'https://a.example/', bodyHint: false }
    for (const ticket of [trap, { length: 3 }]) {
      expect(handleReport({ ...held, method: 'GET', ticket }, { id })).toBeUndefined()
      expect(handleReport({ report: 'gone', ticket }, { id })).toBeUndefined()
    }
    expect(handleReport({ report: 'element-402', url: trap }, { id })).toBeUndefined()
  })

  it('announces no wallet, and hides none', async () => {
    expect(await discoverExternal(1)).toEqual([announced])
  })

  it('is no answer of another wallet', async () => {
    const lies = async () => ({ result: trap })
    expect((await problemOfAsync(() => accountsOf(lies))).code).toBe('external_failed')
    const times = { validAfter: 1, validBefore: 2 }
    const authorization = { payer: reader.address, nonce: '0x12', ...times } as const
    const typedData = typedDataOf(someTerms(), authorization)
    const sign = () => requestSignature(lies, typedData, 1_000)
    expect((await problemOfAsync(sign)).code).toBe('external_failed')
  })
})
