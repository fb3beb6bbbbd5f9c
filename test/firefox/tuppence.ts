import type { Browser, Page } from 'puppeteer-core'
import type { Hex } from 'viem'
import { generatePrivateKey, privateKeyToAccount } from 'viem/accounts'
import type { Payment } from '../../lib/payment/payment'
import { acquaintances, addAcquaintances, sitesOf } from '../e2e/acquaint'
import type { World } from '../world/index'
import { origin } from './launch'

export const passphrase = 'correct horse battery'

declare const browser: {
  runtime: { sendMessage(message: unknown): Promise<{ res?: unknown; err?: { message: string } }> }
  tabs: { query(query: object): Promise<{ id: number }[]> }
}

/** What a person does with the extension in Firefox, for tests. */
export class Tuppence {
  readonly firefox: Browser
  readonly world: World
  /** An extension page that stays open: the way to the worker and to the stores. */
  readonly console: Page
  readonly privateKey: Hex = generatePrivateKey()
  readonly account = privateKeyToAccount(this.privateKey)

  private constructor(firefox: Browser, world: World, console: Page) {
    this.firefox = firefox
    this.world = world
    this.console = console
  }

  static async of(firefox: Browser, world: World): Promise<Tuppence> {
    const tuppence = new Tuppence(firefox, world, await openOwnPage(firefox, 'popup.html'))
    await until(() => tuppence.command('refreshBalances'))
    return tuppence
  }

  /** What left the wallet on the chain since the test began, in atomic units. */
  spent: () => Promise<bigint> = async () => 0n

  /** On the chain, in atomic units of test USDC. */
  balance(): Promise<bigint> {
    return this.world.chain.balanceOf(this.account.address)
  }

  /** Sends a command as the extension's own pages do. */
  async command(type: string, data: unknown = null): Promise<unknown> {
    const answer = await this.console.evaluate(
      (type, data) =>
        browser.runtime.sendMessage({ id: Math.random(), type, data, timestamp: Date.now() }),
      type,
      data,
    )
    if (answer?.err) throw Object.assign(new Error(answer.err.message), answer.err)
    return answer?.res
  }

  /** A wallet with this many dollars of test USDC on the local chain, unlocked. */
  async setUpWallet(dollars = 10): Promise<void> {
    const { chain } = this.world
    await this.command('setRpcUrl', { networkId: 'eip155:84532', url: chain.rpcUrl })
    await chain.mint(this.account.address, microUsd(dollars))
    await this.command('createWallet', {
      secret: { kind: 'privateKey', privateKey: this.privateKey },
      passphrase,
      backedUp: true,
    })
    await this.command('refreshBalances')
  }

  /** Pays without asking up to these, in dollars; nothing asks for every payment. */
  async allow(perPayment = 0.1, perDay = 5): Promise<void> {
    await this.console.evaluate(addAcquaintances, acquaintances(sitesOf(this.world)))
    await this.command('setLimits', {
      autoApprove: true,
      perPayment: String(microUsd(perPayment)),
      perDay: String(microUsd(perDay)),
    })
  }

  async askAlways(): Promise<void> {
    await this.command('setLimits', { autoApprove: false, perPayment: '0', perDay: '0' })
  }

  /** The popup as it shows for the tab of `page`. */
  async openPopup(page: Page): Promise<Page> {
    await page.bringToFront()
    const [tab] = await this.console.evaluate(() =>
      browser.tabs.query({ active: true, lastFocusedWindow: true }),
    )
    return openOwnPage(this.firefox, `popup.html?tab=${tab?.id}`)
  }

  openDashboard(path: string): Promise<Page> {
    return openOwnPage(this.firefox, `dashboard.html#/${path}`)
  }

  /** Clicks Pay in the popup of a tab, as soon as it is armed. */
  async payInPopup(page: Page, price = '$0.01'): Promise<Page> {
    const popup = await this.openPopup(page)
    await click(popup, `Pay ${price}`)
    return popup
  }

  async awaiting(): Promise<Payment[]> {
    return (await this.payments()).filter(({ state }) => state === 'awaiting')
  }

  async lastPayment(): Promise<Payment | undefined> {
    return (await this.payments()).at(-1)
  }

  /** The records of the ledger, oldest first; amounts as decimal strings. */
  async payments(): Promise<Payment[]> {
    const rows = await this.console.evaluate(
      () =>
        new Promise<string>((resolve, reject) => {
          const open = indexedDB.open('tuppence')
          open.onerror = () => reject(open.error)
          open.onsuccess = () => {
            const all = open.result.transaction('payments').objectStore('payments').getAll()
            all.onsuccess = () =>
              resolve(
                JSON.stringify(all.result, (_, value) =>
                  typeof value === 'bigint' ? String(value) : value,
                ),
              )
            all.onerror = () => reject(all.error)
          }
        }),
    )
    return (JSON.parse(rows) as Payment[]).sort((a, b) => a.createdAt - b.createdAt)
  }
}

/** Clicks the button with exactly this name, once it is there. */
export async function click(page: Page, name: string): Promise<void> {
  const selector = `::-p-aria([name="${name}"][role="button"])`
  // Puppeteer waits for `disabled` only; an approval that is not armed yet says `aria-disabled`.
  await until(async () => {
    const button = await page.waitForSelector(selector)
    const unarmed = await button?.evaluate((one) => one.getAttribute('aria-disabled') === 'true')
    if (unarmed !== false) throw new Error(`${name} is not armed`)
  })
  await page.locator(selector).click()
}

/** Opens a page of the extension. The protocol never reports these as loaded. */
async function openOwnPage(firefox: Browser, path: string): Promise<Page> {
  const page = await firefox.newPage()
  await page.goto(`${origin}/${path}`, { waitUntil: [] })
  await page.waitForFunction(
    () => typeof browser === 'object' && document.readyState === 'complete',
  )
  return page
}

/** Tries again until it does not throw. */
export async function until<T>(task: () => Promise<T>, timeoutMs = 10_000): Promise<T> {
  const end = Date.now() + timeoutMs
  for (;;) {
    try {
      return await task()
    } catch (error) {
      if (Date.now() > end) throw error
    }
  }
}

export function microUsd(dollars: number): bigint {
  return BigInt(Math.round(dollars * 1e6))
}
