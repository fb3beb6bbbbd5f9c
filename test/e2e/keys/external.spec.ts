import type { ExternalWallet } from '../../world/eip1193'
import { answer402V2 } from '../../world/terms'
import { expect } from '../fixtures'
import { openPage, test } from './other-wallet'

const reject = (code: string) => expect.objectContaining({ code })

test.describe('Other wallets', { tag: '@keys' }, () => {
  test('are found in a page by name, and show their accounts', async ({
    installWallet,
    tuppence,
    world,
    page,
  }) => {
    const one = await installWallet('Wallet One')
    const two = await installWallet('Wallet Two')
    const tabId = await openPage({ world, tuppence, page })
    const found = await tuppence.command('discoverExternal', { tabId })
    const shown = ({ info: { rdns, name, icon } }: ExternalWallet) => ({ rdns, name, icon })
    expect(found).toEqual([shown(one), shown(two)])
    const { rdns } = two.info
    expect(await tuppence.command('connectExternal', { tabId, rdns })).toEqual([two.address])
    expect(one.asked).toEqual([])
    expect(two.asked.map(({ method }) => method)).toEqual(['eth_requestAccounts'])
  })

  test('are none where there are none', async ({ tuppence, world, page }) => {
    const tabId = await openPage({ world, tuppence, page })
    expect(await tuppence.command('discoverExternal', { tabId })).toEqual([])
    const connect = tuppence.command('connectExternal', { tabId, rdns: 'io.metamask' })
    await expect(connect).rejects.toEqual(reject('external_missing'))
  })

  test('are not looked for in a page that nobody asked about', async ({
    installWallet,
    tuppence,
    world,
    page,
  }) => {
    await installWallet()
    await tuppence.setUpWallet()
    const count = `<script>
      asked = 0
      addEventListener('eip6963:requestProvider', () => asked++)
    </script>`
    world.workbench.on('GET', '/paid', () => answer402V2())
    const tabId = await openPage({ world, tuppence, page }, count)
    await page.evaluate(() => fetch('/page').then((answer) => answer.text()))
    await page.evaluate(() => void fetch('/paid'))
    await expect.poll(async () => (await tuppence.payments()).length).toBe(1)
    expect(await page.evaluate('asked')).toBe(0)
    await tuppence.command('discoverExternal', { tabId })
    expect(await page.evaluate('asked')).toBe(1)
  })

  test('can refuse, be silent while the page goes, or be missing', async ({
    installWallet,
    tuppence,
    world,
    page,
  }) => {
    const wallet = await installWallet()
    const tabId = await openPage({ world, tuppence, page })
    const { rdns } = wallet.info
    const connect = (change = {}) => tuppence.command('connectExternal', { tabId, rdns, ...change })

    wallet.mode = 'reject'
    await expect(connect()).rejects.toEqual(reject('external_refused'))
    await expect(connect({ rdns: 'example.none' })).rejects.toEqual(reject('external_missing'))

    wallet.mode = 'silent'
    const asked = wallet.asked.length
    const reloaded = connect()
    void reloaded.catch(() => undefined)
    await expect.poll(() => wallet.asked.length).toBe(asked + 1)
    await page.reload()
    await expect(reloaded).rejects.toEqual(reject('page_gone'))

    const closed = connect()
    void closed.catch(() => undefined)
    await expect.poll(() => wallet.asked.length).toBe(asked + 2)
    await page.close()
    await expect(closed).rejects.toEqual(reject('page_gone'))
    await expect(connect()).rejects.toEqual(reject('page_gone'))
  })

  test('are out of reach where no page is that scripts run in', async ({
    installWallet,
    tuppence,
    world,
    page,
  }) => {
    await installWallet()
    const discover = async () =>
      tuppence.command('discoverExternal', { tabId: await tuppence.tabId(page) })
    await page.goto('about:blank')
    await expect(discover()).rejects.toEqual(reject('external_no_page'))
    await page.goto(tuppence.console.url())
    await expect(discover()).rejects.toEqual(reject('external_no_page'))
    world.workbench.on('GET', '/empty', () => ({ ...answer402V2(), body: '' }))
    await page.goto(`${world.workbench.origin('a')}/empty`).catch(() => undefined)
    await expect(discover()).rejects.toEqual(reject('external_no_page'))
  })

  test('of a hostile page are shown only as what can be shown', async ({
    tuppence,
    world,
    page,
  }) => {
    const tabId = await openPage(
      { world, tuppence, page },
      `<script>
        const say = (info) => dispatchEvent(
          new CustomEvent('eip6963:announceProvider', { detail: { info, provider: { request } } })
        )
        const request = () => 'x'.repeat(1e6)
        addEventListener('eip6963:requestProvider', () => {
          dispatchEvent(new CustomEvent('eip6963:announceProvider'))
          say(null)
          say({ rdns: 'a.b', name: { toString: () => 'x' } })
          say({ rdns: '<img src=x>', name: 'Markup' })
          say({ rdns: 'io.tracker', name: 'Tracker', icon: 'https://tracker.example/pixel' })
          say({ rdns: 'io.tracker', name: 'Tracker again' })
          say({ get rdns() { throw new Error('trap') }, name: 'Trap' })
          for (let i = 0; i < 500; i++) say({ rdns: 'flood.n' + i, name: 'Flood' })
        })
      </script>`,
    )
    const found = (await tuppence.command('discoverExternal', { tabId })) as object[]
    expect(found).toHaveLength(20)
    expect(found[0]).toEqual({ rdns: 'io.tracker', name: 'Tracker' })
    const connect = tuppence.command('connectExternal', { tabId, rdns: 'io.tracker' })
    await expect(connect).rejects.toEqual(reject('external_failed'))
  })
})
