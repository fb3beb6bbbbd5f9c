import { describe, expect, it } from 'vitest'
import { payees } from '../world/index'
import { answer402V2 } from '../world/terms'
import { useFirefox } from './fixture'
import { click, passphrase } from './tuppence'

describe('Firefox: a page that costs @firefox', () => {
  const f = useFirefox()

  it('opens by itself within the limits, at its own address', async () => {
    const url = `${f.world.news.url}/articles/tide-tables`
    f.world.news.log.length = 0
    await f.page.goto(f.world.news.url)
    await f.page.goto(url)
    expect(f.page.url()).toBe(url)
    expect(await f.page.title()).toMatch(/Tide Table/)
    expect(await f.page.evaluate(() => history.length)).toBe(2)
    expect(await f.tuppence.spent()).toBe(10_000n)
    const paid = f.world.news.log.filter(({ headers }) => headers['payment-signature'])
    expect(paid.map(({ status }) => status)).toEqual([200])
  })

  it('waits for the click in the popup, and Back leads back', async () => {
    await f.tuppence.askAlways()
    const url = `${f.world.news.url}/articles/lighthouse-keeper`
    await f.page.goto(f.world.news.url)
    const opened = f.page.goto(url)
    await f.untilAsked()
    expect(await f.tuppence.spent()).toBe(0n)
    const popup = await f.tuppence.payInPopup(f.page, '$0.05')
    await opened
    expect(await f.page.evaluate(() => document.body.textContent)).toContain('Donal Pike')
    await popup.waitForSelector('::-p-text(Paid $0.05)')
    expect(await f.tuppence.spent()).toBe(50_000n)
    const [transfer] = (await f.world.chain.transfers()).slice(-1)
    expect(transfer?.to).toBe(payees.news)
    await f.page.evaluate(() => history.back())
    await expect.poll(() => f.page.evaluate(() => location.pathname)).toBe('/')
    expect(await f.tuppence.spent()).toBe(50_000n)
  })

  it('shows its own 402 when the user declines', async () => {
    await f.tuppence.askAlways()
    const opened = f.page.goto(`${f.world.news.url}/articles/lighthouse-keeper?again`)
    await f.untilAsked()
    const popup = await f.tuppence.openPopup(f.page)
    await click(popup, 'Not now')
    await opened
    expect(await f.page.evaluate(() => document.body.textContent)).toContain('costs $0.05')
    const payment = await f.tuppence.lastPayment()
    expect(payment?.state).toBe('declined')
    expect(payment).not.toHaveProperty('authorization')
    expect(await f.tuppence.spent()).toBe(0n)
  })

  it('v1: the terms are read from the payee itself', async () => {
    await f.page.goto(`${f.world.almanac.url}/almanac`)
    expect(await f.page.$('h1')).not.toBeNull()
    expect(await f.tuppence.spent()).toBe(30_000n)
  })

  it('a tab that is closed while it waits is not paid for', async () => {
    await f.tuppence.askAlways()
    f.sell('/closed')
    const tab = await f.firefox.newPage()
    const opened = tab.goto(f.at('/closed')).catch(() => undefined)
    await f.untilAsked()
    await tab.close()
    await opened
    await expect.poll(() => f.tuppence.awaiting()).toEqual([])
    expect(await f.tuppence.spent()).toBe(0n)
    expect(f.asked()).toEqual(['GET /closed'])
  })

  it('a redirect does not carry the payment to another site', async () => {
    const { workbench } = f.world
    const elsewhere = workbench.origin('b')
    workbench.on('GET', '/moved', ({ headers }) =>
      headers['payment-signature']
        ? { status: 302, headers: { Location: `${elsewhere}/landing` } }
        : answer402V2(),
    )
    workbench.on('GET', '/landing', () => ({ body: 'Landed' }))
    await f.page.goto(f.at('/moved'))
    expect(f.page.url()).toBe(`${elsewhere}/landing`)
    expect(f.asked()).toEqual(['GET /moved', 'GET /moved $', 'GET /landing'])
  })

  it('a locked wallet is unlocked in the popup, then pays', async () => {
    await f.tuppence.command('lock')
    const opened = f.page.goto(`${f.world.news.url}/articles/tide-tables?locked`)
    await f.untilAsked()
    const popup = await f.tuppence.openPopup(f.page)
    await popup.locator('input[type=password]').fill(passphrase)
    await click(popup, 'Unlock')
    await click(popup, 'Pay $0.01')
    await opened
    expect(await f.page.title()).toMatch(/Tide Table/)
    expect(await f.tuppence.spent()).toBe(10_000n)
  })
})
