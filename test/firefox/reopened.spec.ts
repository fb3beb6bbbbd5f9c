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
    await f.tuppence.command('decline', { paymentId: payment?.id })
  })
  it('that another site leads to is paid for once in a minute, sandboxed or not', async () => {
    const headers = { 'Content-Type': 'text/html' }
    const sandbox = { 'Content-Security-Policy': 'sandbox allow-scripts' }
    for (const path of ['/led-1', '/led-2', '/led-3']) {
      f.sell(path, { body: () => `<title>Paid ${path}</title>` })
      const body = `<script>location = '${f.at(path)}'</script>`
      const more = path === '/led-3' ? sandbox : {}
      f.world.workbench.on('GET', `/to${path}`, () => ({ headers: { ...headers, ...more }, body }))
    }
    const stranger = f.world.workbench.origin('evil')
    // What is held has not loaded.
    const lead = (path: string) => void f.page.goto(`${stranger}/to${path}`).catch(() => undefined)
    lead('/led-1')
    await expect.poll(() => f.page.title().catch(() => '')).toBe('Paid /led-1')
    const openers = [
      ['/led-2', stranger],
      ['/led-3', 'null'],
    ] as const
    for (const [path, opener] of openers) {
      lead(path)
      await expect
        .poll(async () => (await f.tuppence.awaiting()).map(({ request }) => request.url))
        .toEqual([f.at(path)])
      const [asked] = await f.tuppence.awaiting()
      expect(asked?.reasons).toEqual([{ code: 'opened_again', opener }])
      await f.tuppence.command('decline', { paymentId: asked?.id })
    }
    expect(await f.tuppence.spent()).toBe(10_000n)
  })
})
