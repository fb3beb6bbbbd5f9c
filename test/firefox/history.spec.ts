import { describe, expect, it } from 'vitest'
import { useFirefox } from './fixture'

describe('Firefox: the history @firefox', () => {
  const f = useFirefox()

  it('lists what was paid, with what the chain says', async () => {
    await f.page.goto(`${f.world.news.url}/articles/tide-tables`)
    await f.page.goto(`${f.world.almanac.url}/almanac`)
    await expect
      .poll(async () => (await f.tuppence.payments()).map(({ state }) => state))
      .toEqual(['confirmed', 'confirmed'])
    const history = await f.tuppence.openDashboard('history')
    await history.waitForSelector('::-p-text(news.localhost)')
    await history.waitForSelector('::-p-text(almanac.localhost)')
    const text = await history.evaluate(() => document.body.textContent)
    expect(text).toContain('$0.01')
    expect(text).toContain('$0.03')
    expect(await f.tuppence.spent()).toBe(40_000n)
  })
})
