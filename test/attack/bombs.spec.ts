import { expect, test } from '../e2e/fixtures'
import { paymentRequiredV1, paymentRequirementsV1 } from '../world/terms'
import { expectNothingSigned, openStall, responseTime } from './stage'

const MEGABYTE = 1024 * 1024
const many = { accepts: Array.from({ length: 10_000 }, () => paymentRequirementsV1()) }

/** Bodies of a 402 that are far more than terms. */
const BOMBS: Record<string, { body: () => string; type?: string }> = {
  'JSON of 30 MB': { body: () => `{"x402Version":1,"pad":"${'x'.repeat(30 * MEGABYTE)}"}` },
  'JSON of 30 MB that is no x402': { body: () => `["${'x'.repeat(30 * MEGABYTE)}"]` },
  '10,000 entries': { body: () => JSON.stringify({ ...paymentRequiredV1(), ...many }) },
  'JSON a million levels deep': { body: () => '['.repeat(MEGABYTE) },
  'a paywall of 30 MB': {
    body: () => `<script>${'{"x402":'.repeat(4 * MEGABYTE)}`,
    type: 'text/html',
  },
}

test.describe('A 402 that is a bomb', { tag: '@attack' }, () => {
  test('of many megabytes: the page has all of its own answer, the wallet goes on', async ({
    tuppence,
    world,
    page,
  }) => {
    await openStall(tuppence, world, page)
    await tuppence.allow(1000, 100_000)
    for (const [name, { body, type = 'application/json' }] of Object.entries(BOMBS)) {
      await test.step(name, async () => {
        const text = body()
        world.workbench.on('GET', '/bomb', () => ({
          status: 402,
          headers: { 'Content-Type': type },
          body: text,
        }))
        const got = await page.evaluate(async () => {
          const from = performance.now()
          const answer = await fetch('/bomb')
          return [answer.status, (await answer.text()).length, performance.now() - from] as const
        })
        expect(got.slice(0, 2)).toEqual([402, text.length])
        expect(got[2]).toBeLessThan(10_000)
        expect(await responseTime(tuppence)).toBeLessThan(15_000)
      })
    }
    await expectNothingSigned(tuppence, world)
  })

  test('without an end: the page has its answer at once, the wallet reads no more than it must', async ({
    tuppence,
    world,
    page,
  }) => {
    await openStall(tuppence, world, page)
    let sent = 0
    let open = 0
    world.workbench.on('GET', '/endless', () => {
      async function* body() {
        open++
        try {
          for (;;) {
            sent += 1024
            yield 'x'.repeat(1024)
            await new Promise((resolve) => setTimeout(resolve, 500))
          }
        } finally {
          open--
        }
      }
      return { status: 402, headers: { 'Content-Type': 'application/json' }, body: body() }
    })
    const got = await page.evaluate(async () => {
      const answer = await fetch('/endless')
      const reader = answer.body!.getReader()
      const { value } = await reader.read()
      await reader.cancel()
      return [answer.status, value?.length]
    })
    expect(got[0]).toBe(402)
    expect(got[1]).toBeGreaterThan(0)
    expect(sent).toBeLessThan(MEGABYTE)
    expect(await responseTime(tuppence)).toBeLessThan(15_000)
    await expectNothingSigned(tuppence, world)
    expect(open).toBeLessThanOrEqual(2)
  })
})
