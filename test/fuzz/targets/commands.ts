import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import type { Commands } from '../../../lib/messages'
import { addresses, aPasskey, aWallet } from '../../unit/background/wallets'
import { usdcAddress } from '../../world/test-usdc'
import { runnable } from '../fuzz'
import { mutatedJson } from '../mutations'
import { type Target, WITH_KEYS } from '../target'

const paymentId = '00000000-0000-4000-8000-000000000001'
const accountId = '00000000-0000-4000-8000-000000000002'
const credential = { passphrase: 'not the right one' }
const networkId = 'eip155:84532'
const site = 'https://news.example'
const rule = { mode: 'auto', perPayment: '10000', perDay: '1000000', perMonth: null }
const topUp = { account: addresses[0], networkId, asset: usdcAddress, amount: '10000' }
const { prf, ...passkey } = aPasskey()
const privateKey = `0x${'cd'.repeat(32)}`

/** One good input of each command. */
const SAMPLES = {
  approve: { paymentId, terms: '[]' },
  decline: { paymentId },
  choosePayer: { paymentId, accountId },
  openUnpaid: { paymentId },
  retry: { paymentId },
  cancelPayment: { paymentId },
  setLimits: { autoApprove: true, perPayment: '1', perDay: '2', total: '3', periods: 'rolling' },
  restartTotal: null,
  setSiteRule: { site, rule },
  setPairRule: { site, payee: 'https://cdn.example', rule: { mode: 'never' } },
  forgetSite: { site },
  setAttention: { openPopup: true, notifyFrom: null },
  setNetworkEnabled: { networkId, enabled: false },
  setRpcUrl: { networkId, url: 'http://localhost:8545/' },
  testRpc: { networkId, url: null },
  refreshBalances: null,
  refreshAccount: { address: addresses[0], all: false },
  discoverExternal: { tabId: 1 },
  connectExternal: { tabId: 1, rdns: 'com.wallet' },
  topUpFromExternal: { ...topUp, tabId: 1, rdns: 'com.wallet' },
  checkTopUp: { ...topUp, transaction: `0x${'ab'.repeat(32)}` },
  createWallet: {
    secret: { kind: 'privateKey', privateKey },
    passphrase: 'long enough',
    backedUp: true,
  },
  unlock: credential,
  unlockWithPasskey: { prf },
  lock: null,
  confirmBackup: null,
  addAccount: { name: 'Second' },
  importPrivateKey: { privateKey, name: 'Lone', credential },
  importPhrase: { phrase: 'test test junk', credential },
  addWatchOnly: { address: addresses[1], name: 'Watched' },
  addExternalAccount: { address: addresses[2], rdns: 'com.wallet', walletName: 'A wallet' },
  renameAccount: { accountId, name: 'Named' },
  removeAccount: { accountId, credential },
  setPayingAccount: { accountId },
  setSiteAccount: { site, accountId },
  revealSecret: { accountId, what: 'phrase', credential },
  changePassphrase: { credential, passphrase: 'another long one' },
  addPasskey: { passkey: { ...passkey, prf }, credential },
  removeLock: { lockId: accountId, credential },
  setAutoLock: { minutes: 5, onSystemLock: true },
  exportBackup: { passphrase: 'for the file alone', credential },
  importBackup: {
    file: '{"format":"tuppence-backup"}',
    passphrase: 'for the file',
    withRules: true,
  },
} satisfies Record<keyof Commands, unknown>
type Name = keyof typeof SAMPLES

type Answer = { res?: unknown; err?: { code?: unknown } } | undefined
type Listener = (message: unknown, sender: object, respond: (answer: Answer) => void) => unknown

let listener: Listener = () => false

/** Stands for the browser's messages. Before anything of the worker is loaded. */
export function installMessages(): void {
  const onMessage = { addListener: (added: Listener) => (listener = added) }
  vi.stubGlobal('chrome', { runtime: { onMessage } })
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('no network')))
}

const page = {
  id: fakeBrowser.runtime.id,
  url: `${fakeBrowser.runtime.getURL('/' as never)}popup.html`,
}
/** So many commands and the wallet is as new again. */
const FRESH_EVERY = 200
let count = 0

/** Every code that the user interface has words for. */
const problems = /^problem:\n((?: {2,}.*\n|\n)+)/m.exec(readFileSync('locales/en.yml', 'utf8'))?.[1]
const CODES = new Set([...(problems ?? '').matchAll(/^ {2}(\w+):/gm)].map(([, code]) => code))

/** Messages of our own pages to the worker. A refusal has a code, and nothing is left unanswered. */
const commands: Target<[Name, unknown], Answer> = {
  name: 'commands',
  share: 7,
  inputs: fc.constantFrom(...(Object.keys(SAMPLES) as Name[])).chain((name) =>
    fc.tuple(
      fc.constant(name),
      mutatedJson(SAMPLES[name]).map((text): unknown => JSON.parse(text)),
    ),
  ),
  async act([type, data]) {
    if (++count % FRESH_EVERY === 0) await aWallet()
    return new Promise<Answer>((resolve) => {
      listener({ id: 1, type, data, timestamp: 1 }, page, resolve)
    })
  },
  accepts: (answer) => answer !== undefined && !('err' in answer),
  check(answer) {
    if (!answer?.err) return
    // What is none of them was thrown by mistake.
    const { code } = answer.err
    if (!CODES.has(String(code)) || code === 'storage_failed') throw new Error(`refused by ${code}`)
  },
  limits: WITH_KEYS,
}

export const commandsTarget = runnable(commands)
