import { describe, expect, it } from 'vitest'
import { useFirefox } from './fixture'
import { origin } from './launch'

describe('Firefox: a page that is opened again @firefox', () => {
  const f = useFirefox()

  it('from a page of ours is known to be: what was bought asks before it is paid again', async () => {
    await f.tuppence.askAlways()
    f.sell('/again')
    const dashboard = await f.tuppence.openDashboard('shelf')
    await dashboard.evaluate((url) => {
      const link = document.createElement('a')
      Object.assign(link, { href: url, target: '_blank', rel: 'noreferrer' })
      document.body.append(link)
      link.click()
    }, f.at('/again'))
    await f.untilAsked()
    const [payment] = await f.tuppence.awaiting()
    expect(payment?.request.openedBy).toBe(origin)
  })
})
