import { beforeEach, describe, expect, it } from 'vitest'
import { ExternalWallet } from '../world/eip1193'
import { announceWallet } from '../world/eip1193-page'
import { useFirefox } from './fixture'

describe('@keys other wallets in Firefox', () => {
  const fixture = useFirefox()
  const handleName = 'askOtherWallet'
  let wallet: ExternalWallet
  let tabId: number

  beforeEach(async () => {
    wallet = new ExternalWallet(fixture.world.chain)
    const { page, tuppence } = fixture
    await page.exposeFunction(handleName, (method: string, params: unknown[]) =>
      wallet.handle(method, params),
    )
    await page.evaluateOnNewDocument(announceWallet, { info: wallet.info, handleName })
    await fixture.openPage()
    await page.bringToFront()
    tabId = await tuppence.console.evaluate(async () => {
      const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true })
      return tab?.id ?? -1
    })
  })

  const connect = (rdns = wallet.info.rdns) =>
    fixture.tuppence.command('connectExternal', { tabId, rdns })

  it('are found in a page by name, and show their accounts', async () => {
    const { rdns, name, icon } = wallet.info
    const found = await fixture.tuppence.command('discoverExternal', { tabId })
    expect(found).toEqual([{ rdns, name, icon }])
    expect(await connect()).toEqual([wallet.address])
  })

  it('can refuse or be missing', async () => {
    wallet.mode = 'reject'
    await expect(connect()).rejects.toMatchObject({ code: 'external_refused' })
    await expect(connect('example.none')).rejects.toMatchObject({ code: 'external_missing' })
  })

  it('are given up when their page goes', async () => {
    wallet.mode = 'silent'
    const connecting = expect(connect()).rejects.toMatchObject({ code: 'page_gone' })
    await expect.poll(() => wallet.asked.length).toBe(1)
    await fixture.page.reload()
    await connecting
  })
})

declare const browser: {
  tabs: { query(query: object): Promise<{ id: number }[]> }
}
