import { describe, expect, it } from 'vitest'
import { useFirefox } from './fixture'

/** One black pixel. */
const GIF = Buffer.from('R0lGODlhAQABAAAAACwAAAAAAQABAAA=', 'base64')

describe('Firefox: what a page is made of @firefox', () => {
  const f = useFirefox()

  it('a frame of the same site opens by itself', async () => {
    f.sell('/frame', { body: () => '<p>Paid frame' })
    await f.openPage('<iframe src=/frame></iframe>')
    const frame = await f.page.waitForFrame((frame) => frame.url().endsWith('/frame'))
    expect(await frame.$eval('p', (node) => node.textContent)).toBe('Paid frame')
    expect(await f.tuppence.spent()).toBe(10_000n)
  })

  it('a frame of another site asks, under the name of both', async () => {
    f.sell('/foreign', { body: () => '<p>Paid frame' })
    const opened = f.openPage(`<iframe src="${f.at('/foreign', 'b')}"></iframe>`)
    await f.untilAsked()
    const [question] = await f.tuppence.awaiting()
    expect(question).toMatchObject({
      site: f.world.workbench.origin('a'),
      asker: f.world.workbench.origin('b'),
      payeeOrigin: f.world.workbench.origin('b'),
    })
    await f.tuppence.payInPopup(f.page)
    await opened
    const frame = await f.page.waitForFrame((frame) => frame.url().endsWith('/foreign'))
    expect(await frame.$eval('p', (node) => node.textContent)).toBe('Paid frame')
    expect(await f.tuppence.spent()).toBe(10_000n)
  })

  it('a worker gets the paid answer', async () => {
    f.sell('/for-worker', { body: () => 'Paid data' })
    f.world.workbench.on('GET', '/worker.js', () => ({
      headers: { 'Content-Type': 'text/javascript' },
      body: "fetch('/for-worker').then((r) => r.text()).then(postMessage)",
    }))
    await f.openPage()
    const text = await f.page.evaluate(
      () =>
        new Promise((resolve) => {
          new Worker('/worker.js').onmessage = ({ data }) => resolve(data)
        }),
    )
    expect(text).toBe('Paid data')
    expect(await f.tuppence.spent()).toBe(10_000n)
  })

  it('a picture, a script and an EventSource load', async () => {
    f.sell('/picture', { type: 'image/gif', body: () => GIF })
    f.sell('/script', { type: 'text/javascript', body: () => 'window.paidScript = true' })
    f.sell('/events', { type: 'text/event-stream', body: () => 'data: Paid event\n\n' })
    await f.openPage('<img src=/picture><script src=/script></script>')
    const seen = await f.page.evaluate(
      () =>
        new Promise((resolve) => {
          const events = new EventSource('/events')
          events.onmessage = ({ data }) => {
            events.close()
            const width = document.querySelector('img')?.naturalWidth
            resolve({ data, width, script: 'paidScript' in window })
          }
        }),
    )
    expect(seen).toEqual({ data: 'Paid event', width: 1, script: true })
    expect(await f.tuppence.spent()).toBe(30_000n)
  })

  it('the icon of a page, a beacon and a prefetch are never paid for', async () => {
    for (const path of ['/icon.gif', '/later']) f.sell(path, { type: 'image/gif' })
    f.sell('/beacon', { method: 'POST' })
    await f.openPage('<link rel=icon href=/icon.gif><link rel=prefetch href=/later>')
    await f.page.evaluate(() => navigator.sendBeacon('/beacon'))
    await expect
      .poll(() => f.asked().sort())
      .toEqual(expect.arrayContaining(['GET /icon.gif', 'GET /later', 'POST /beacon']))
    // Something paid comes after them: by then they would have been.
    f.sell('/after', { body: () => 'Paid' })
    expect(await f.page.evaluate(async () => (await fetch('/after')).text())).toBe('Paid')
    expect(f.asked().filter((line) => line.endsWith('$'))).toEqual(['GET /after $'])
    expect(await f.tuppence.awaiting()).toEqual([])
    expect(await f.tuppence.spent()).toBe(10_000n)
  })

  it('what the page could not read is not paid for', async () => {
    f.sell('/opaque')
    await f.openPage()
    const type = await f.page.evaluate(
      async (url) => (await fetch(url, { mode: 'no-cors' })).type,
      f.at('/opaque', 'b'),
    )
    expect(type).toBe('opaque')
    expect(await f.tuppence.spent()).toBe(0n)
  })
})
