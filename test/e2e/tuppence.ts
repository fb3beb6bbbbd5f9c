import type { BrowserContext, Page, Worker } from '@playwright/test'
import type { Hex, PrivateKeyAccount } from 'viem'
import { generatePrivateKey, privateKeyToAccount } from 'viem/accounts'
import { displayedTerms } from '../../lib/payment/displayed'
import type { Payment } from '../../lib/payment/payment'
import type { TotalRow } from '../../lib/payment/totals'
import type { Setting, SiteAccountRow, SiteRuleRow } from '../../lib/store/db'
import type { Account } from '../../lib/wallet/accounts'
import type { World } from '../world/index'
import { acquaintances, addAcquaintances, sitesOf } from './acquaint'
import { expect } from './expect'
import { extensionId } from './extension-id'
import { rowsIn } from './rows'
import { closeWorker, findWorker, onBrowser, stopForGood } from './worker-target'

const origin = `chrome-extension://${extensionId}`
/** A document of the extension that draws nothing. */
export const CONSOLE = `${origin}/manifest.json`
export const passphrase = 'correct horse battery'
/** What the passkey of a test's wallet makes: 32 bytes, in base64. */
const prf = Buffer.alloc(32, 'tuppence').toString('base64')
const passkey = { credentialId: 'AAAA', rpId: extensionId, salt: prf, prf }

interface WalletOptions {
  dollars?: number
  lock?: 'passkey' | 'passphrase'
}

/** What a person does with the extension, for tests. */
export class Tuppence {
  readonly context: BrowserContext
  readonly world: World
  /**
   * A document of the extension that stays open: the way to the worker and to the stores. It draws
   * nothing, so that tests do not pay for a page that nobody looks at.
   */
  readonly console: Page
  /** A key of its own for each test, so that balances are exact whatever runs beside it. */
  readonly account: PrivateKeyAccount
  readonly privateKey: Hex

  private constructor(context: BrowserContext, world: World, console: Page) {
    this.context = context
    this.world = world
    this.console = console
    this.privateKey = generatePrivateKey()
    this.account = privateKeyToAccount(this.privateKey)
  }

  /** Waits until the worker of the extension answers. */
  static async of(context: BrowserContext, world: World): Promise<Tuppence> {
    const console =
      context.pages().find((page) => page.url() === CONSOLE) ?? (await openConsole(context))
    const tuppence = new Tuppence(context, world, console)
    await expect(async () => tuppence.command('refreshBalances')).toPass()
    const first = context.pages().find((page) => page !== console)
    await first?.bringToFront()
    return tuppence
  }

  async worker(): Promise<Worker> {
    const isOurs = (worker: Worker) => worker.url().startsWith(origin)
    const running = this.context.serviceWorkers().find(isOurs)
    return running ?? this.context.waitForEvent('serviceworker', isOurs)
  }

  /** Stops the worker as the browser does at any moment; the next message starts it again. */
  async stopWorker(): Promise<void> {
    if (!(await onBrowser(this.context, closeWorker))) throw new Error('No worker')
  }

  /** The same, until it stays so. */
  stopForGood(): Promise<void> {
    return onBrowser(this.context, stopForGood)
  }

  /** The hosts whose requests the worker listens to, around payments. */
  listening(): Promise<string[]> {
    return this.console.evaluate(async () => {
      const { listening } = await chrome.storage.local.get<{ listening?: { hosts: string[] } }>()
      return listening?.hosts ?? []
    })
  }

  async isRunning(): Promise<boolean> {
    return (await onBrowser(this.context, findWorker)) !== undefined
  }

  /** Sends a command as the extension's own pages do. */
  async command(type: string, data?: unknown): Promise<unknown> {
    const answer = await this.console.evaluate(
      ([type, data]) =>
        chrome.runtime.sendMessage({ id: Math.random(), type, data, timestamp: Date.now() }),
      [type, data] as const,
    )
    if (answer?.err) throw Object.assign(new Error(answer.err.message), answer.err)
    return answer?.res
  }

  /**
   * A wallet with this many dollars of test USDC on the local chain, unlocked. A passphrase costs half
   * a second of scrypt each time: only where it matters what the lock is.
   */
  async setUpWallet({ dollars = 10, lock = 'passkey' }: WalletOptions = {}): Promise<void> {
    await this.connectLocalChain()
    await this.fund(dollars)
    await this.command('createWallet', {
      secret: { kind: 'privateKey', privateKey: this.privateKey },
      ...(lock === 'passkey' ? { passkey } : { passphrase }),
      backedUp: true,
    })
    await this.command('refreshBalances')
  }

  /** With its passkey, as `setUpWallet` made it. */
  async unlock(): Promise<void> {
    await this.command('unlockWithPasskey', { prf })
  }

  async connectLocalChain(): Promise<void> {
    await this.command('setRpcUrl', {
      networkId: 'eip155:84532',
      url: this.world.chain.rpcUrl,
    })
  }

  async fund(dollars: number): Promise<void> {
    if (dollars > 0) await this.world.chain.mint(this.account.address, microUsd(dollars))
  }

  /** Dollars on the chain, in micro-dollars (the atomic unit of USDC). */
  balance(): Promise<bigint> {
    return this.world.chain.balanceOf(this.account.address)
  }

  /** Pay without asking up to these, in dollars, on sites that have been paid before. */
  async allow(perPayment: number, perDay: number): Promise<void> {
    await this.acquaint(...sitesOf(this.world))
    await this.command('setLimits', {
      autoApprove: true,
      perPayment: String(microUsd(perPayment)),
      perDay: String(microUsd(perDay)),
    })
  }

  /** As if each of these sites had been paid once, with test money. */
  async acquaint(...sites: string[]): Promise<void> {
    await this.console.evaluate(addAcquaintances, acquaintances(sites))
  }

  /** Never pay without asking. */
  async askAlways(): Promise<void> {
    await this.command('setLimits', { autoApprove: false, perPayment: '0', perDay: '0' })
  }

  /** Approves as the popup does: with the digest of what it shows. */
  async approve(payment: Payment): Promise<void> {
    await this.command('approve', { paymentId: payment.id, terms: displayedTerms(payment) })
  }

  /** The popup as it shows for the tab of `page`. */
  async openPopup(page: Page): Promise<Page> {
    const tabId = await this.tabId(page)
    const popup = await this.context.newPage()
    await popup.setViewportSize({ width: 360, height: 600 })
    await popup.goto(`${origin}/popup.html?tab=${tabId}`)
    return popup
  }

  async openDashboard(
    path:
      | 'welcome'
      | 'overview'
      | 'shelf'
      | 'sites'
      | 'history'
      | 'limits'
      | 'wallet'
      | 'security'
      | 'settings',
  ): Promise<Page> {
    const page = await this.context.newPage()
    await page.goto(`${origin}/dashboard.html#/${path}`)
    return page
  }

  async tabId(page: Page): Promise<number> {
    await page.bringToFront()
    const worker = await this.worker()
    const id = await worker.evaluate(async () => {
      const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true })
      return tab?.id
    })
    if (id === undefined) throw new Error('No active tab')
    return id
  }

  /** The records of the ledger, oldest first. */
  async payments(): Promise<Payment[]> {
    const rows = await this.rowsOf<Payment>('payments')
    return rows.sort((a, b) => a.createdAt - b.createdAt)
  }

  /** The running totals. */
  totals(): Promise<TotalRow[]> {
    return this.rowsOf<TotalRow>('totals')
  }

  /** The account that pays. */
  async payer(): Promise<string | undefined> {
    const [wallet] = await this.rowsOf<{ address: string }>('wallet')
    return wallet?.address
  }

  /** The accounts, in the user's order. */
  async accounts(): Promise<Account[]> {
    const rows = await this.rowsOf<Account>('accounts')
    return rows.sort((a, b) => a.order - b.order)
  }

  /** The sites with an account of their own. */
  siteAccounts(): Promise<SiteAccountRow[]> {
    return this.rowsOf<SiteAccountRow>('siteAccounts')
  }

  siteRules(): Promise<SiteRuleRow[]> {
    return this.rowsOf<SiteRuleRow>('siteRules')
  }

  settings(): Promise<Setting[]> {
    return this.rowsOf<Setting>('settings')
  }

  private async rowsOf<Row>(table: string): Promise<Row[]> {
    const { [table]: rows = [] } = await rowsIn<Record<string, Row>>(this.console, table)
    return rows
  }

  /** Session rules that would put a payment on some request. */
  async rules(): Promise<unknown[]> {
    const worker = await this.worker()
    return worker.evaluate(() => chrome.declarativeNetRequest.getSessionRules())
  }
}

async function openConsole(context: BrowserContext): Promise<Page> {
  const console = await context.newPage()
  await expect(async () => {
    await console.goto(CONSOLE)
  }).toPass()
  return console
}

export function microUsd(dollars: number): bigint {
  return BigInt(Math.round(dollars * 1e6))
}
