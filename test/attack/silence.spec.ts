import { NETWORKS } from '../../lib/payment/networks'
import { testInOwnBrowser as base, expect } from '../e2e/fixtures'
import { launchWithTuppence } from '../e2e/launch'
import { article } from '../e2e/main/story'
import { passphrase, Tuppence } from '../e2e/tuppence'
import { reader } from '../world/index'
import { type Sent, startProxy } from './proxy'

/** A browser whose every request goes through a proxy that writes it down. */
const test = base.extend<{ wire: Awaited<ReturnType<typeof startProxy>> }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures from the pattern
  wire: async ({}, use) => {
    const wire = await startProxy()
    await use(wire)
    await wire.stop()
  },
  context: async ({ profile, wire }, use) => {
    const context = await launchWithTuppence({ profile, proxy: wire.url })
    await use(context)
    await context.close()
  },
})

const PAGES = ['overview', 'sites', 'history', 'limits', 'wallet', 'security', 'settings'] as const

/** What Chromium asks for itself, with any extension or none. */
const OF_THE_BROWSER =
  /^(update|clients\d|www|content-autofill|optimizationguide-pa)\.googleapis\.com|^(accounts|clients\d|www)\.google\.com/

const hostsOf = (sent: Sent[]) => [
  ...new Set(sent.map(({ host }) => host).filter((host) => !OF_THE_BROWSER.test(host))),
]

/** The public servers of the networks, as the settings page names them. */
const chains = NETWORKS.map(({ rpcUrl }) => {
  const { hostname, port } = new URL(rpcUrl)
  return `${hostname}:${port || 443}`
})

test.describe('What leaves the browser', { tag: '@attack' }, () => {
  test('goes to the site and to the chain, to nobody else, and holds no secret', async ({
    context,
    world,
    page,
    wire,
  }) => {
    const said: string[] = []
    context.on('console', (message) => said.push(message.text()))
    context.on('weberror', (error) => said.push(String(error.error().stack)))
    for (const worker of context.serviceWorkers()) {
      worker.on('console', (message) => said.push(message.text()))
    }
    world.workbench.clear()
    const tuppence = await Tuppence.of(context, world)
    const welcome = await tuppence.openDashboard('welcome')
    await expect(welcome.getByRole('heading', { level: 1 })).toBeVisible()
    // Nobody is called home to, and no chain is asked, before there is a wallet.
    expect(hostsOf(wire.sent)).toEqual([])

    await tuppence.connectLocalChain()
    await world.chain.mint(reader.address, 1_000_000n)
    const secret = { kind: 'phrase', phrase: reader.phrase }
    await tuppence.command('createWallet', { secret, passphrase, backedUp: true })
    await tuppence.command('lock')
    const wrong = 'a wrong passphrase that nobody may read'
    await expect(tuppence.command('unlock', { passphrase: wrong })).rejects.toThrow()
    await tuppence.command('unlock', { passphrase })
    await page.bringToFront()
    await page.goto(world.news.url + article.fiveCents.path)
    const popup = await tuppence.openPopup(page)
    await popup.getByRole('button', { name: 'Pay $0.05' }).click()
    await expect(popup.getByText('Paid $0.05 to news.localhost')).toBeVisible()
    for (const name of PAGES) {
      const dashboard = await tuppence.openDashboard(name)
      await expect(dashboard.getByRole('heading').first()).toBeVisible()
      await dashboard.close()
    }
    await expect.poll(async () => (await tuppence.payments())[0]?.state).toBe('confirmed')

    const site = new URL(world.news.url).host
    const chosen = new URL(world.chain.rpcUrl).host
    const hosts = hostsOf(wire.sent)
    expect(hosts).toEqual(expect.arrayContaining([site, chosen]))
    expect(hosts.filter((host) => ![site, chosen, ...chains].includes(host))).toEqual([])

    const session = await tuppence.console.evaluate(() => chrome.storage.session.get())
    const keys = JSON.stringify(session).match(/[0-9a-f]{64}|xprv\w+/g) ?? []
    expect(keys.length).toBeGreaterThanOrEqual(2)
    const secrets = [passphrase, wrong, reader.phrase, ...keys]
    const written = [...wire.sent.map(({ text }) => text), ...said].join('\n')
    for (const one of secrets) expect(written).not.toContain(one)
    // The one signature went to the one who is paid, once, and is in no log.
    const [signature] = world.news.log.flatMap(({ headers }) => headers['payment-signature'] ?? [])
    if (!signature) throw new Error('Nothing was paid')
    const carriers = wire.sent.filter(({ text }) => text.includes(String(signature)))
    expect(carriers.map(({ host }) => host)).toEqual([site])
    expect(said.join('\n')).not.toContain(signature)
  })
})
