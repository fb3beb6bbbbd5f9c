import { describe, expect, it } from 'vitest'
import { useFirefox } from './fixture'

describe('Firefox: a request of a script that costs @firefox', () => {
  const f = useFirefox()

  it('fetch: the promise that the page has gets the paid answer', async () => {
    f.sell('/data', { body: () => 'Paid data' })
    await f.openPage()
    const answer = await f.page.evaluate(async () => {
      const response = await fetch('/data')
      return { status: response.status, url: response.url, text: await response.text() }
    })
    expect(answer).toEqual({ status: 200, url: f.at('/data'), text: 'Paid data' })
    expect(await f.tuppence.spent()).toBe(10_000n)
  })

  it('fetch across origins asks; its preflight is the one of the page', async () => {
    f.sell('/echo', { method: 'POST', body: ({ body }) => `Paid ${body}` })
    f.world.workbench.on('OPTIONS', '/echo', () => ({
      headers: {
        'Access-Control-Allow-Origin': '*',
        'Access-Control-Allow-Headers': 'content-type',
      },
    }))
    await f.openPage()
    const answer = f.page.evaluate(
      async (url) => {
        const headers = { 'content-type': 'application/json' }
        const response = await fetch(url, { method: 'POST', headers, body: '{"a":1}' })
        return response.text()
      },
      f.at('/echo', 'b'),
    )
    await f.untilAsked()
    const [question] = await f.tuppence.awaiting()
    expect(question?.reasons.map(({ code }) => code)).toContain('other_payee')
    await f.tuppence.payInPopup(f.page)
    expect(await answer).toBe('Paid {"a":1}')
    expect(f.asked().slice(1)).toEqual(['OPTIONS /echo', 'POST /echo', 'POST /echo $'])
    expect(await f.tuppence.spent()).toBe(10_000n)
  })

  it('fetch: concurrent requests are each paid by their own payment', async () => {
    for (const path of ['/one', '/two', '/three']) f.sell(path, { body: () => path })
    await f.openPage()
    const texts = await f.page.evaluate(() =>
      Promise.all(['/one', '/two', '/three'].map(async (path) => (await fetch(path)).text())),
    )
    expect(texts).toEqual(['/one', '/two', '/three'])
    expect(await f.tuppence.spent()).toBe(30_000n)
  })

  it('fetch: one that the page gives up is not paid', async () => {
    await f.tuppence.askAlways()
    f.sell('/given-up')
    await f.openPage()
    const outcome = f.page.evaluate(() => {
      const controller = new AbortController()
      Object.assign(window, { controller })
      return fetch('/given-up', { signal: controller.signal }).catch(({ name }) => name)
    })
    await f.untilAsked()
    await f.page.evaluate('controller.abort()')
    expect(await outcome).toBe('AbortError')
    // The browser keeps that from us until we let go: nothing is signed before it has left again.
    const popup = await f.tuppence.payInPopup(f.page)
    await popup.waitForSelector('::-p-text(The page that asked)')
    // Neither reserved nor signed: nothing of it is left on record.
    expect(await f.tuppence.awaiting()).toEqual([])
    expect((await f.tuppence.lastPayment())?.request.url).not.toContain('/given-up')
    expect(f.asked()).toEqual(['GET /', 'GET /given-up'])
    expect(await f.tuppence.spent()).toBe(0n)
  })

  it('fetch: the next page of the tab ends the wait', async () => {
    await f.tuppence.askAlways()
    f.sell('/left-behind')
    await f.openPage()
    await f.page.evaluate(() => void fetch('/left-behind').catch(() => undefined))
    await f.untilAsked()
    await f.openPage('', '/next')
    await expect.poll(() => f.tuppence.awaiting()).toEqual([])
    expect(f.asked()).toEqual(['GET /', 'GET /left-behind', 'GET /next'])
  })

  it.each([true, false])('XMLHttpRequest, asynchronous: %s, sees one clean run', async (async) => {
    const path = `/xhr-${async}`
    f.sell(path, { body: () => 'Paid data' })
    await f.openPage()
    const seen = await f.page.evaluate(
      (path, async) =>
        new Promise((resolve) => {
          const xhr = new XMLHttpRequest()
          const states: number[] = []
          xhr.onreadystatechange = () => states.push(xhr.readyState)
          xhr.onloadend = () => resolve({ states, status: xhr.status, text: xhr.responseText })
          xhr.open('GET', path, async)
          xhr.send()
        }),
      path,
      async,
    )
    const states = async ? [1, 2, 3, 4] : [1, 4]
    expect(seen).toEqual({ states, status: 200, text: 'Paid data' })
    expect(await f.tuppence.spent()).toBe(10_000n)
  })

  it('v1 across origins, from an API that allows and exposes no header', async () => {
    f.world.almanac.log.length = 0
    const opened = f.page.goto(`${f.world.news.url}/weather-v1?auto=1`)
    await f.untilAsked()
    await f.tuppence.payInPopup(f.page, '$0.02')
    await opened
    await f.page.waitForSelector('#forecast ::-p-text(Wind)')
    expect(f.world.almanac.log.filter(({ method }) => method === 'OPTIONS')).toEqual([])
    expect(await f.tuppence.spent()).toBe(20_000n)
  })

  it.each(['manual', 'error'] as const)('redirect: %s keeps its 402', async (redirect) => {
    f.sell('/no-redirect')
    await f.openPage()
    const answers = await f.page.evaluate(async (redirect) => {
      const request = new Request('/no-redirect', { redirect })
      const responses = [await fetch('/no-redirect', { redirect }), await fetch(request)]
      return responses.map(({ status, url }) => ({ status, url }))
    }, redirect)
    const own = { status: 402, url: f.at('/no-redirect') }
    expect(answers).toEqual([own, own])
    expect(await f.tuppence.awaiting()).toEqual([])
    expect(await f.tuppence.spent()).toBe(0n)
  })
})
