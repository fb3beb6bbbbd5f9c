import { describe, expect, it } from 'vitest'
import { useFirefox } from './fixture'

describe('Firefox: a user who takes their time @firefox', () => {
  const f = useFirefox({ 'extensions.background.idle.timeout': 6_000 })

  it('finds what was held although the browser stops idle workers', async () => {
    await f.tuppence.askAlways()
    f.sell('/patience', { body: () => 'Paid at last' })
    await f.openPage()
    const answer = f.page.evaluate(async () => (await fetch('/patience')).text())
    await f.untilAsked()
    // The time itself is what is tested: longer than the browser lets a worker be idle.
    await f.page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 9_000)))
    await f.tuppence.payInPopup(f.page)
    expect(await answer).toBe('Paid at last')
    expect(await f.tuppence.spent()).toBe(10_000n)
  })
})
