import type { Page } from '@playwright/test'
import { expect, test } from '../e2e/fixtures'
import { expectNothingSigned, openStall, received, responseTime, VICTIM } from './stage'

test.describe('A page that has taken over the channel of its own frame', { tag: '@attack' }, () => {
  test('gets nothing for what the browser has not seen, however it asks', async ({
    tuppence,
    world,
    page,
  }) => {
    await openStall(tuppence, world, page)
    await tuppence.allow(1, 5)
    await takeOver(page)
    const own = `${new URL(page.url()).origin}/goods?never-asked-for`
    const other = `${world.workbench.origin(VICTIM)}/goods`
    const answers = await page.evaluate(
      async (urls) => {
        const asks = urls.flatMap((url) => ['fetch', 'xhr'].map((kind) => ({ kind, url })))
        return Promise.all(asks.map((ask) => window.ask({ method: 'GET', bodyHint: true, ...ask })))
      },
      [own, other],
    )
    expect(answers).toEqual(Array(4).fill({ verdict: 'keep' }))
    await page.evaluate(() => window.forge())
    expect(await responseTime(tuppence)).toBeLessThan(15_000)
    const later = { kind: 'fetch', url: own, method: 'GET', bodyHint: true }
    expect(await page.evaluate((later) => window.ask(later), later)).toEqual({ verdict: 'keep' })
    expect(await tuppence.payments()).toEqual([])
    await expectNothingSigned(tuppence, world)
  })

  test('spends what its site may, once for each request, and nothing of another', async ({
    tuppence,
    world,
    page,
  }) => {
    await openStall(tuppence, world, page)
    await tuppence.allow(1, 5)
    await takeOver(page)
    const own = `${new URL(page.url()).origin}/goods`
    const other = `${world.workbench.origin(VICTIM)}/goods`
    // A 402 that the browser has seen for this document, claimed by the page in its own words.
    const bought = await page.evaluate(async (url) => {
      const unpaid = window.ask402(url)
      const verdict = await window.ask({ kind: 'fetch', url, method: 'GET', bodyHint: true })
      const paid = `${url}#${verdict.fragment}`
      return [unpaid, window.ask402(paid), window.ask402(paid)]
    }, own)
    expect(bought).toEqual([402, 200, 402])
    expect(received(world).map(({ at }) => at)).toEqual(['a /goods'])

    await page.evaluate((url) => {
      window.ask402(url)
      void window.ask({ kind: 'fetch', url, method: 'GET', bodyHint: true })
    }, other)
    const waiting = async () =>
      (await tuppence.payments()).filter(({ state }) => state === 'awaiting')
    await expect.poll(async () => (await waiting()).length).toBe(1)
    const codes = (await waiting()).flatMap(({ reasons }) => reasons.map(({ code }) => code))
    expect(codes).toContain('other_payee')
    expect(received(world)).toHaveLength(1)
  })
})

declare global {
  interface Window {
    /** Makes a request of the frame that nothing can hold, and gives its status. */
    ask402(url: string): number
    /** Asks the wallet in the name of the page script. */
    ask(question: object): Promise<{ verdict: string; fragment?: string }>
    /** Says everything else to the wallet that can be said. */
    forge(): void
  }
}

/** Gets hold of the element on which page script and relay of a same-origin frame talk. */
async function takeOver(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const frame = document.createElement('iframe')
    frame.src = '/page?frame'
    document.body.append(frame)
    const blank = frame.contentDocument
    const element = await new Promise<EventTarget>((resolve) => {
      const turn = new MessageChannel()
      turn.port1.onmessage = () => {
        const inner = frame.contentDocument
        if (inner && inner !== blank) {
          inner.fonts.addEventListener(
            'tuppence:channel',
            (event) => resolve((event as MouseEvent).relatedTarget!),
            { capture: true, once: true },
          )
          inner.fonts.dispatchEvent(new Event('tuppence:hello'))
        }
        turn.port2.postMessage(0)
      }
      turn.port2.postMessage(0)
    })
    const say = (detail: unknown) => element.dispatchEvent(new CustomEvent('ask', { detail }))
    let count = 0
    const { XMLHttpRequest } = frame.contentWindow as typeof globalThis & Window
    window.ask402 = (url) => {
      const xhr = new XMLHttpRequest()
      xhr.open('GET', url, false)
      xhr.send()
      return xhr.status
    }
    window.ask = (question) => {
      const ticket = `stolen-${++count}`
      return new Promise((resolve) => {
        setTimeout(resolve, 20_000, { verdict: 'none in time' })
        element.addEventListener('answer', (event) => {
          const answer = JSON.parse((event as CustomEvent).detail)
          if (answer.ticket === ticket) resolve(answer.verdict)
        })
        say(JSON.stringify({ ticket, ...question }))
      })
    }
    window.forge = () => {
      const url = `${location.origin}/goods`
      const good = { kind: 'fetch', ticket: 'x', url, method: 'GET', bodyHint: true }
      for (const detail of [null, 0, {}, [], 'x', '{', 'null', '[]', '{"ticket":{}}']) say(detail)
      say({
        toString: () => {
          throw new Error('trap')
        },
      })
      for (const odd of [
        { kind: 'approve', paymentId: 'x', terms: '' },
        { kind: 'lock' },
        { report: 'document-402' },
        { url: 'javascript:alert(1)' },
        { url: 'x'.repeat(100_000) },
        { ticket: 'x'.repeat(100_000) },
        { method: { toString: 1 } },
        { again: 'yes' },
        { __proto__: { admin: true }, constructor: 1 },
      ]) {
        say(JSON.stringify({ ...good, ...odd }))
      }
      for (let n = 0; n < 3_000; n++) say(JSON.stringify({ ...good, ticket: `flood-${n}` }))
    }
  })
}
