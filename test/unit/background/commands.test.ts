import 'fake-indexeddb/auto'
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { db } from '../../../lib/store/db'
import { getUnlocked } from '../../../lib/store/session'
import { setSiteRule } from '../../../lib/store/settings'
import { aWallet, credential, everythingKept } from './wallets'

vi.mock(
  '../../../lib/wallet/scrypt-cost',
  async () => (await import('../wallet/cheap-scrypt')).CHEAP,
)
vi.mock('../../../entrypoints/background/balances', () => ({
  refreshBalances: async () => {},
  refreshAccount: async () => {},
}))
vi.mock('../../../entrypoints/background/platform', () => ({}))

type Respond = (answer: { res?: unknown; err?: { code: string } }) => void
type Listener = (message: unknown, sender: object, respond: Respond) => unknown

// The messages of the browser itself: whoever sends one is named by it.
let listener: Listener = () => false
vi.stubGlobal('chrome', {
  runtime: { onMessage: { addListener: (added: Listener) => (listener = added) } },
})
const { COMMANDS, registerCommands } = await import('../../../entrypoints/background/commands')
registerCommands(Promise.resolve())

const own = fakeBrowser.runtime.getURL('/' as never)
const id = fakeBrowser.runtime.id
const page = { id, url: `${own}popup.html`, origin: own.slice(0, -1) }

function send(type: string, sender: object, data: unknown = null) {
  return new Promise<{ res?: unknown; err?: { code: string } }>((resolve) => {
    listener({ id: 1, type, data, timestamp: Date.now() }, sender, resolve)
  })
}

const strangers: [string, object][] = [
  ['a content script', { id, url: 'https://news.example/', tab: { id: 1 }, frameId: 0 }],
  ['a content script in a frame without an address', { id, url: 'about:blank', tab: { id: 1 } }],
  ['a page', { url: 'https://news.example/', origin: 'https://news.example' }],
  ['a page that names our pages', { id, url: `https://news.example/?${page.url}` }],
  ['another extension', { id: 'another', url: 'chrome-extension://another/popup.html' }],
  ['another extension that claims our address', { id: 'another', url: page.url }],
  ['somebody without an address', { id }],
  ['nobody', {}],
]

describe.each(strangers)('%s', (_who, sender) => {
  beforeAll(aWallet)

  it.each(COMMANDS)('may not send %s', async (name) => {
    for (const data of [null, credential, { ...credential, credential, file: '', accountId: '' }]) {
      expect(await send(name, sender, data)).toMatchObject({ err: { code: 'not_allowed' } })
    }
    expect(await getUnlocked()).toBeDefined()
  })
})

describe('a page of our own', () => {
  beforeEach(aWallet)

  it('may', async () => {
    expect(await send('lock', page)).not.toHaveProperty('err')
    expect(await getUnlocked()).toBeUndefined()
    expect(await send('unlock', page, credential)).not.toHaveProperty('err')
    expect(await getUnlocked()).toBeDefined()
  })

  it('locks although the records are out of reach', async () => {
    const open = vi.spyOn(db, 'isOpen').mockReturnValue(false)
    const reach = vi.spyOn(db, 'open').mockRejectedValue(new Error('out of reach'))
    expect(await send('lock', page)).not.toHaveProperty('err')
    expect(await fakeBrowser.storage.session.get()).toEqual({})
    open.mockRestore()
    reach.mockRestore()
  })

  const blocked = 'https://casino.example'
  const rule = { mode: 'auto', perPayment: '5' }
  const more = { autoApprove: true, perPayment: '5', perDay: '5' }
  it.each([
    ['setLimits', more],
    ['setLimits', { ...more, autoApprove: false }],
    ['setSiteRule', { site: blocked, rule: { mode: 'ask' } }],
    ['forgetSite', { site: blocked }],
    ['restartTotal', null],
    ['setSiteRule', { site: 'https://news.example', rule }],
    ['setSiteRule', { site: 'https://news.example', rule: null }],
    ['setPairRule', { site: 'https://news.example', payee: 'https://a.example', rule }],
    ['setSiteAccount', { site: 'https://news.example', accountId: null }],
    ['setRpcUrl', { networkId: 'eip155:8453', url: null }],
    ['setAutoLock', { minutes: null, onSystemLock: false }],
  ])('may not loosen anything while the wallet is locked: %s', async (name, data) => {
    await setSiteRule(blocked, { mode: 'never' })
    await send('lock', page)
    const before = await everythingKept()
    expect(await send(name, page, data)).toMatchObject({ err: { code: 'wallet_locked' } })
    expect(await everythingKept()).toBe(before)
  })

  it.each([
    ['setLimits', { autoApprove: false, perPayment: '0', perDay: '0' }],
    ['setSiteRule', { site: 'https://news.example', rule: { mode: 'never' } }],
    ['setSiteRule', { site: 'https://news.example', rule: { mode: 'ask' } }],
  ])('may be stricter at any time: %s', async (name, data) => {
    await send('lock', page)
    expect(await send(name, page, data)).not.toHaveProperty('err')
  })

  it.each([
    ['unlock', { passphrase: 7 }],
    ['unlock', { passphrase: 'x'.repeat(1001) }],
    ['unlockWithPasskey', { prf: 'AAAA' }],
    ['addPasskey', { credential, passkey: { credentialId: '', rpId: 'x', salt: '', prf: '' } }],
    ['revealSecret', { accountId: 'x', what: 'phrase', credential }],
    ['revealSecret', { accountId: crypto.randomUUID(), what: 'everything', credential }],
    ['removeAccount', { accountId: crypto.randomUUID(), credential: {} }],
    ['setSiteAccount', { site: 'javascript:1', accountId: null }],
    ['setAutoLock', { minutes: 0, onSystemLock: true }],
    ['importBackup', { file: 7, passphrase: 'x' }],
    ['createWallet', { secret: { kind: 'seed' }, passphrase: 'long enough', backedUp: true }],
  ])('may not send %s with anything in it: %o', async (name, data) => {
    const before = await everythingKept()
    expect(await send(name, page, data)).toMatchObject({ err: { code: 'not_allowed' } })
    expect(await everythingKept()).toBe(before)
  })
})

describe('an error', () => {
  beforeEach(aWallet)

  it('quotes nothing that was sent with the command', async () => {
    const secret = 'do not tell anybody'
    const answers = await Promise.all([
      send('unlock', page, { passphrase: secret }),
      send('importPhrase', page, { phrase: secret, credential }),
      send('importPrivateKey', page, { privateKey: secret, credential }),
      send('importBackup', page, { file: secret, passphrase: secret, credential }),
      send('unlock', page, { passphrase: [secret] }),
    ])
    for (const answer of answers) {
      expect(answer).toHaveProperty('err')
      expect(JSON.stringify(answer)).not.toContain(secret)
    }
  })
})

describe('a use of the wallet', () => {
  beforeEach(aWallet)

  const used = async () => (await fakeBrowser.storage.session.get('used')).used

  it('is a command of a person, and none that a page sends by itself', async () => {
    await fakeBrowser.storage.session.set({ used: 1 })
    await send('refreshBalances', page)
    expect(await used()).toBe(1)
    vi.useFakeTimers({ now: 1000, toFake: ['Date'] })
    await send('setNetworkEnabled', page, { networkId: 'eip155:8453', enabled: true })
    vi.useRealTimers()
    expect(await used()).toBe(1000)
  })

  it('is none where a stranger sends it', async () => {
    await fakeBrowser.storage.session.set({ used: 1 })
    await send('setNetworkEnabled', { id, url: 'https://news.example/' })
    expect(await used()).toBe(1)
  })
})
