import { browser } from 'wxt/browser'
import { z } from 'zod'
import { type Commands, onCommand } from '../../lib/messages'
import { periods, type SiteRule } from '../../lib/payment/limits'
import { Problem, type ProblemCode, toProblemData } from '../../lib/problem'
import { tryRead } from '../../lib/protocols/read-as'
import { setAttention } from '../../lib/store/attention'
import { db } from '../../lib/store/db'
import { mustReachRecords } from '../../lib/store/health'
import { choosePayer } from '../../lib/store/payer'
import { isUnlocked, noteUse } from '../../lib/store/session'
import {
  getPairRule,
  getSiteRule,
  setNetworkEnabled,
  setPairRule,
  setSiteRule,
} from '../../lib/store/settings'
import { forgetSite } from '../../lib/store/sites'
import { approve, decline, openUnpaid, retry } from './approve'
import { refreshAccount, refreshBalances } from './balances'
import { cancelPayment } from './cancel'
import { connectExternal, discoverExternal } from './external'
import { checkTopUp, topUpFromExternal } from './external-top-up'
import { changeLimits, isOnlySwitchedOff, restartTotal, toSiteRule } from './limits-commands'
import { lock } from './lock'
import { setCheckedRpcUrl, testRpc } from './rpc'
import { webOrigin } from './urls'
import { vaultHandlers } from './vault-commands'
import { vaultInputs } from './vault-inputs'

const microUsd = z.string().regex(/^\d{1,15}$/)
const payment = z.object({ paymentId: z.uuid() })
const origin = z.string().refine((site) => webOrigin(site) === site)
const rule = z
  .discriminatedUnion('mode', [
    z.object({ mode: z.enum(['ask', 'never']) }),
    z.object({
      mode: z.literal('auto'),
      perPayment: microUsd,
      perDay: microUsd.nullish(),
      perMonth: microUsd.nullish(),
      testOnly: z.literal(true).optional(),
    }),
  ])
  .nullable()
const tab = z.object({ tabId: z.number().int().nonnegative() })
const otherWallet = tab.extend({ rdns: z.string().max(100) })
const topUp = z.object({
  account: z.string().max(64),
  networkId: z.string().max(64),
  asset: z.string().max(64),
  amount: z.string().regex(/^[1-9]\d{0,30}$/),
})
const transaction = z.templateLiteral(['0x', z.string().regex(/^[0-9a-fA-F]{64}$/)])
const rpc = z.object({ networkId: z.string().max(64), url: z.string().max(500).nullable() })

/** The shape of every command's input: nothing reaches a handler unchecked. */
const inputs = {
  ...vaultInputs,
  approve: payment.extend({ terms: z.string().max(4000) }),
  decline: payment,
  choosePayer: payment.extend({ accountId: z.uuid() }),
  openUnpaid: payment,
  cancelPayment: payment,
  retry: payment,
  setLimits: z.object({
    autoApprove: z.boolean(),
    perPayment: microUsd,
    perDay: microUsd,
    perMonth: microUsd.nullish(),
    perSiteDay: microUsd.nullish(),
    total: microUsd.nullish(),
    periods: periods.optional(),
  }),
  restartTotal: z.undefined().or(z.null()),
  setSiteRule: z.object({
    site: origin,
    rule,
  }),
  setPairRule: z.object({ site: origin, payee: origin, rule }),
  forgetSite: z.object({ site: origin }),
  setAttention: z.object({ openPopup: z.boolean(), notifyFrom: microUsd.nullable() }),
  setNetworkEnabled: z.object({ networkId: z.string().max(64), enabled: z.boolean() }),
  setRpcUrl: rpc,
  testRpc: rpc,
  refreshBalances: z.undefined().or(z.null()),
  refreshAccount: z.object({
    address: z.templateLiteral(['0x', z.string().regex(/^[0-9a-fA-F]{40}$/)]),
    all: z.boolean(),
  }),
  discoverExternal: tab,
  connectExternal: otherWallet,
  topUpFromExternal: topUp.extend(otherWallet.shape),
  checkTopUp: topUp.extend({ transaction }),
} satisfies Record<keyof Commands, z.ZodType>

type Inputs = { [K in keyof Commands]: z.output<(typeof inputs)[K]> }
type Handlers = {
  [K in keyof Commands]: (input: Inputs[K]) => Promise<ReturnType<Commands[K]>>
}

const handlers: Handlers = {
  ...vaultHandlers,
  approve: ({ paymentId, terms }) => approve(paymentId, terms),
  decline: ({ paymentId }) => decline(paymentId),
  choosePayer: ({ paymentId, accountId }) => choosePayer(paymentId, accountId),
  openUnpaid: ({ paymentId }) => openUnpaid(paymentId),
  retry: ({ paymentId }) => retry(paymentId),
  cancelPayment: ({ paymentId }) => cancelPayment(paymentId),
  setLimits: changeLimits,
  restartTotal,
  setPairRule: ({ site, payee, rule }) =>
    setPairRule(site, payee, rule ? toSiteRule(rule) : undefined),
  setSiteRule: ({ site, rule }) => setSiteRule(site, rule ? toSiteRule(rule) : undefined),
  forgetSite: ({ site }) => forgetSite(site),
  setAttention: ({ openPopup, notifyFrom }) =>
    setAttention({ openPopup, notifyFrom: notifyFrom === null ? null : BigInt(notifyFrom) }),
  setNetworkEnabled: ({ networkId, enabled }) => setNetworkEnabled(networkId, enabled),
  setRpcUrl: ({ networkId, url }) => setCheckedRpcUrl(networkId, url),
  testRpc: ({ networkId, url }) => testRpc(networkId, url),
  refreshBalances,
  refreshAccount: ({ address, all }) => refreshAccount(address, all),
  discoverExternal: ({ tabId }) => discoverExternal(tabId),
  connectExternal: ({ tabId, rdns }) => connectExternal(tabId, rdns),
  topUpFromExternal: ({ tabId, rdns, ...topUp }) => topUpFromExternal(topUp, tabId, rdns),
  checkTopUp: ({ transaction, ...topUp }) => checkTopUp(topUp, transaction),
}

export const COMMANDS = Object.keys(handlers) as (keyof Commands)[]

/** Registers every command; each waits until the worker is ready. */
export function registerCommands(ready: Promise<void>): void {
  for (const name of COMMANDS) register(name, ready)
}

function register<K extends keyof Commands>(name: K, ready: Promise<void>): void {
  const listen = onCommand as (
    type: K,
    handler: (message: { data: unknown; sender: Sender }) => Promise<unknown>,
  ) => void
  listen(name, async ({ data, sender }) => {
    if (!isExtensionPage(sender)) throw new Problem('not_allowed')
    // Nothing may stand in its way: not the records, and not what goes on at a start.
    if (name === 'lock') return lock()
    const input = tryRead(inputs[name], data)
    if (!input?.success) throw new Problem(INVALID[name] ?? 'not_allowed')
    await ready
    try {
      await mustReachRecords()
      if (await loosens(name, input.data)) await mustBeOpen()
      if (!BY_THEMSELVES.has(name)) await noteUse()
      return await handlers[name](input.data as Inputs[K])
    } catch (error) {
      const { code, details } = toProblemData(error, 'storage_failed')
      throw new Problem(code, details)
    }
  })
}

/** What pages ask without anybody there: no use of the wallet, so that it can lock. */
const BY_THEMSELVES: ReadonlySet<keyof Commands> = new Set(['refreshBalances', 'checkTopUp'])

/**
 * What lets more go through without a question, or through other hands: not for whoever finds the
 * wallet locked, to work once its owner has unlocked it.
 */
async function loosens(name: keyof Commands, data: unknown): Promise<boolean> {
  switch (name) {
    case 'setLimits':
      return !(await isOnlySwitchedOff(data as Inputs['setLimits']))
    case 'setSiteRule': {
      const { site, rule } = data as Inputs['setSiteRule']
      return isLooser(await getSiteRule(site), rule)
    }
    case 'setPairRule': {
      const { site, payee, rule } = data as Inputs['setPairRule']
      return isLooser(await getPairRule(site, payee), rule)
    }
    default:
      return LOOSENING.has(name)
  }
}

/** To block is never looser; to be asked is, where all was blocked. */
function isLooser(before: SiteRule | undefined, after: { mode: string } | null): boolean {
  return after?.mode !== 'never' && (after?.mode !== 'ask' || before?.mode === 'never')
}

const LOOSENING: ReadonlySet<keyof Commands> = new Set([
  'forgetSite',
  'restartTotal',
  'setRpcUrl',
  'setPayingAccount',
  'setSiteAccount',
  'setAutoLock',
])

/** @throws {Problem} `wallet_locked` */
async function mustBeOpen(): Promise<void> {
  if ((await db.wallet.get('main')) && !(await isUnlocked())) throw new Problem('wallet_locked')
}

type Sender = { id?: string; url?: string; origin?: string }

/** Content scripts run under the page's URL; only our own pages run under ours. */
function isExtensionPage({ id, url }: Sender): boolean {
  return id === browser.runtime.id && url?.startsWith(browser.runtime.getURL('/')) === true
}

/** What a person can have typed wrong. */
const INVALID: Partial<Record<keyof Commands, ProblemCode>> = {
  setLimits: 'amount_invalid',
  setSiteRule: 'amount_invalid',
  setPairRule: 'amount_invalid',
  setRpcUrl: 'url_invalid',
  testRpc: 'url_invalid',
}
