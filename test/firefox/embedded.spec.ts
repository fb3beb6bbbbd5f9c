import { describe, expect, it } from 'vitest'
import { answer402V2 } from '../world/terms'
import { useFirefox } from './fixture'

/** One black pixel. */
const GIF = Buffer.from('R0lGODlhAQABAAAAACwAAAAAAQABAAA=', 'base64')

describe('Firefox: what a page is made of @firefox', () => {
  const f = useFirefox()

  it('a frame of the same site asks: nobody knows whether it is in view', async () => {
    f.sell('/frame', { body: () => '<p>Paid frame' })
    const opened = f.openPage('<iframe src=/frame hidden></iframe>')
    await f.untilAsked()
    const [question] = await f.tuppence.awaiting()
    const asker = f.world.workbench.origin('a')
    expect(question?.reasons).toEqual([{ code: 'frame_asks', asker }])
    await f.tuppence.payInPopup(f.page)
    await opened
    const frame = await f.page.waitForFrame((frame) => frame.url().endsWith('/frame'))
    expect(await frame.$eval('p', (node) => node.textContent)).toBe('Paid frame')
    expect(await f.tuppence.spent()).toBe(10_000n)
  })

  it('a frame of the site in the frame of a stranger asks, under the name of the stranger', async () => {
    f.sell('/inner')
    const headers = { 'Content-Type': 'text/html' }
    const body = `An ad <iframe src="${f.at('/inner')}"></iframe>`
    f.world.workbench.on('GET', '/ad', () => ({ headers, body }))
    const opened = f.openPage(`<iframe src="${f.at('/ad', 'evil')}"></iframe>`)
    await f.untilAsked()
    const [question] = await f.tuppence.awaiting()
    const asker = f.world.workbench.origin('evil')
    expect(question).toMatchObject({ site: f.at(''), asker, payeeOrigin: f.at('') })
    expect(question?.reasons).toContainEqual({ code: 'frame_asks', asker })
    await f.tuppence.command('decline', { paymentId: question?.id })
    await opened
    expect(await f.tuppence.spent()).toBe(0n)
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
    f.world.workbench.on('GET', '/opaque', () => answer402V2())
    await f.openPage()
    const type = await f.page.evaluate(
      async (url) => (await fetch(url, { mode: 'no-cors' })).type,
      f.at('/opaque', 'b'),
    )
    expect(type).toBe('opaque')
    expect(await f.tuppence.spent()).toBe(0n)
  })

  describe('behind a service worker of the page', () => {
    const script = `
      addEventListener('activate', (event) => event.waitUntil(clients.claim()))
      addEventListener('fetch', (event) => event.respondWith(fetch(event.request)))`

    it('a request asks, a document keeps its own 402', async () => {
      f.sell('/passed-on', { body: () => 'Paid data' })
      f.sell('/document')
      f.world.workbench.on('GET', '/service.js', () => ({
        headers: { 'Content-Type': 'text/javascript' },
        body: script,
      }))
      await f.openPage()
      await f.page.evaluate(async () => {
        const { serviceWorker } = navigator
        const controlled = new Promise((resolve) => {
          serviceWorker.oncontrollerchange = resolve
        })
        await serviceWorker.register('/service.js')
        await controlled
      })
      const answer = f.page.evaluate(async () => (await fetch('/passed-on')).text())
      await f.untilAsked()
      await f.tuppence.payInPopup(f.page)
      expect(await answer).toBe('Paid data')
      expect(await f.tuppence.spent()).toBe(10_000n)

      await f.page.goto(f.at('/document'))
      expect(await f.page.title()).toBe('402')
      expect(await f.tuppence.awaiting()).toEqual([])
      expect(f.asked().filter((line) => line.includes('/document'))).toEqual(['GET /document'])
      expect(await f.tuppence.spent()).toBe(10_000n)
    })
  })
})
