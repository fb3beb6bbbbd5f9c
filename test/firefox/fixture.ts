import type { Browser, Page } from 'puppeteer-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest'
import { startWorld, type World } from '../world/index'
import { sell } from '../world/seller'
import type { WorkbenchRequest } from '../world/workbench'
import { launchFirefox } from './launch'
import { Tuppence } from './tuppence'

interface Goods {
  method?: 'GET' | 'POST'
  type?: string
  body?: (request: WorkbenchRequest) => string | Uint8Array
}

/** One Firefox with the extension, one funded wallet and one world for the tests of a file. */
export class FirefoxFixture {
  firefox!: Browser
  world!: World
  tuppence!: Tuppence
  /** A tab of its own for each test. */
  page!: Page

  /** Address on the workbench, under the name of one of its sites. */
  at(path: string, site = 'a'): string {
    return this.world.workbench.origin(site) + path
  }

  /** Sells one thing for $0.01 (v2), and counts what is asked for it. */
  sell(path: string, { method = 'GET', type = 'text/html', body = () => 'Paid' }: Goods = {}) {
    const { workbench, facilitator } = this.world
    const deliver = (request: WorkbenchRequest) => ({
      headers: { 'Content-Type': type },
      body: body(request),
    })
    sell(workbench, facilitator.url, { version: 2, method, path, deliver })
  }

  /** A free page on the workbench. */
  async openPage(html = '', path = '/'): Promise<void> {
    const headers = { 'Content-Type': 'text/html' }
    this.world.workbench.on('GET', path, () => ({
      headers,
      body: `<!doctype html><title>Bench</title><body>${html}`,
    }))
    await this.page.goto(this.at(path))
  }

  /** What the workbench was asked, by method and path; a `$` stands for a payment. */
  asked(): string[] {
    const wanted = this.world.workbench.log.filter(({ url }) => url !== '/favicon.ico')
    return wanted.map(
      ({ method, url, headers }) =>
        `${method} ${url}${headers['payment-signature'] || headers['x-payment'] ? ' $' : ''}`,
    )
  }

  /** Waits until a payment of the tab waits for the user. */
  async untilAsked(): Promise<void> {
    await expect.poll(async () => (await this.tuppence.awaiting()).length).toBe(1)
  }
}

/** Call it once in a `describe`. */
export function useFirefox(preferences: Record<string, unknown> = {}): FirefoxFixture {
  const fixture = new FirefoxFixture()
  let before: bigint

  beforeAll(async () => {
    fixture.world = await startWorld()
    fixture.firefox = await launchFirefox(preferences)
    fixture.tuppence = await Tuppence.of(fixture.firefox, fixture.world)
    await fixture.tuppence.setUpWallet()
  })
  afterAll(async () => {
    await fixture.firefox?.close()
    await fixture.world?.stop()
  })
  beforeEach(async () => {
    fixture.world.workbench.clear()
    await fixture.tuppence.allow()
    fixture.page = await fixture.firefox.newPage()
    before = await fixture.tuppence.balance()
    fixture.tuppence.spent = async () => before - (await fixture.tuppence.balance())
  })
  afterEach(async () => {
    await fixture.page.close()
  })
  return fixture
}
