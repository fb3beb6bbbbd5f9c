import { sell } from '../../world/seller'
import { expect, test } from '../fixtures'
import type { Tuppence } from '../tuppence'

const html = { 'Content-Type': 'text/html' }

/** Addresses in which a rule that matched by pattern would match too much, or nothing. */
const ADDRESSES = [
  '/goods?a=*',
  '/goods?a=|b|',
  '/goods?a=^',
  '/goods?a=[.*+?^$()|]',
  `/goods?long=${'x'.repeat(8_000)}`,
  '/goods?q=ü&r=%C3%BC',
  '/Goods',
  '/goods?UPPER',
  '/goods?upper',
  '/goods/../goods?dots',
]

test.describe('Precision', { tag: ['@matrix', '@attack'] }, () => {
  for (const kind of ['navigation', 'fetch'] as const) {
    test(`${kind}: exactly this address, whatever characters are in it`, async ({
      tuppence,
      world,
      page,
    }) => {
      test.setTimeout(120_000)
      await tuppence.setUpWallet()
      await tuppence.allow(0.05, 5)
      world.workbench.on('GET', '/page', () => ({ headers: html, body: '<!doctype html>a' }))
      for (const path of ['/goods', '/Goods']) {
        const deliver = () => ({ headers: html, body: 'PAID' })
        sell(world.workbench, world.facilitator.url, { version: 2, path, deliver })
      }
      const origin = world.workbench.origin('a')
      await page.bringToFront()
      for (const [index, address] of ADDRESSES.entries()) {
        await test.step(address.slice(0, 40), async () => {
          await page.goto(`${origin}/page`)
          if (kind === 'fetch') {
            const got = await page.evaluate(
              (address) => fetch(address).then((response) => response.text()),
              address,
            )
            expect(got).toBe('PAID')
          } else {
            await page.goto(`${origin}${address}#part`)
            await expect(page.getByText('PAID')).toBeVisible()
            expect(page.url()).toContain('#part')
          }
          await expect
            .poll(async () => (await tuppence.payments()).map(({ state }) => state))
            .toEqual(Array.from({ length: index + 1 }, () => 'confirmed'))
          expect(await tuppence.rules()).toEqual([])
        })
      }
      const paid = world.workbench.log.filter(({ headers }) => headers['payment-signature'])
      expect(paid).toHaveLength(ADDRESSES.length)
    })
  }

  test('an international name, and a user name in the address', async ({
    tuppence,
    world,
    page,
  }) => {
    await tuppence.setUpWallet()
    await tuppence.allow(0.05, 5)
    const deliver = () => ({ headers: html, body: 'PAID' })
    sell(world.workbench, world.facilitator.url, { version: 2, path: '/goods', deliver })
    const { port } = new URL(world.workbench.origin('a'))
    await page.bringToFront()
    const hosts = [`bücher.localhost:${port}`, `user:secret@b.localhost:${port}`]
    await tuppence.acquaint(`http://xn--bcher-kva.localhost:${port}`)
    for (const [index, host] of hosts.entries()) {
      await page.goto(`http://${host}/goods`)
      await expect(page.getByText('PAID')).toBeVisible()
      await expect
        .poll(async () => (await tuppence.payments()).map(({ state }) => state))
        .toEqual(Array.from({ length: index + 1 }, () => 'confirmed'))
    }
    expect((await tuppence.payments()).map(({ site }) => site)).toEqual([
      `http://xn--bcher-kva.localhost:${port}`,
      `http://b.localhost:${port}`,
    ])
  })

  test('a look-alike address, another tab and another origin get no payment', async ({
    tuppence,
    world,
    context,
    page,
  }) => {
    await tuppence.setUpWallet()
    world.workbench.on('GET', '/page', () => ({ headers: html, body: '<!doctype html>a' }))
    const deliver = () => ({ headers: html, body: 'PAID' })
    sell(world.workbench, world.facilitator.url, { version: 2, path: '/goods', deliver })
    const origin = world.workbench.origin('a')
    const other = await context.newPage()
    await other.goto(`${origin}/page`)
    await page.goto(`${origin}/goods`)
    await expect.poll(async () => (await tuppence.payments()).length).toBe(1)
    // While the rule may be there, everything that looks alike is asked for.
    const noise = other.evaluate(
      async (origins) => {
        const around = ['/goods', '/goods?', '/goods?x', '/goods/', '/goodss', '/Goods', '/page']
        for (let round = 0; round < 20; round++) {
          await Promise.all(
            origins.flatMap((o) =>
              around.map((path) =>
                // What is held is given up again.
                fetch(o + path, { mode: 'no-cors', signal: AbortSignal.timeout(200) }).catch(
                  () => 0,
                ),
              ),
            ),
          )
        }
      },
      [origin, world.workbench.origin('b')],
    )
    await tuppence.approve((await tuppence.payments())[0]!)
    await expect(page.getByText('PAID')).toBeVisible()
    await noise
    const paid = world.workbench.log.filter(({ headers }) => headers['payment-signature'])
    expect(paid.map(({ host, url }) => [host.split('.')[0], url])).toEqual([['a', '/goods']])
  })

  test('200 fetches at once, 20 addresses, 5 tabs: each its own answer and its own payment', async ({
    tuppence,
    world,
    context,
  }) => {
    test.setTimeout(240_000)
    await tuppence.setUpWallet({ dollars: 10 })
    const origin = world.workbench.origin('a')
    world.workbench.on('GET', '/page', () => ({ headers: html, body: '<!doctype html>a' }))
    const addresses = Array.from({ length: 20 }, (_, index) => `/goods/${index}`)
    for (const path of addresses) {
      const deliver = () => ({ body: `PAID ${path}` })
      sell(world.workbench, world.facilitator.url, { version: 2, path, deliver })
    }
    const answers = []
    for (let tab = 0; tab < 5; tab++) {
      const page = await context.newPage()
      await page.goto(`${origin}/page`)
      answers.push(
        page.evaluate(
          (addresses) =>
            Promise.all(
              [...addresses, ...addresses].map(async (address) => {
                const response = await fetch(address)
                return [address, await response.text()]
              }),
            ),
          addresses,
        ),
      )
    }
    await approveAll(tuppence, 200)
    for (const answer of (await Promise.all(answers)).flat()) {
      expect(answer[1]).toBe(`PAID ${answer[0]}`)
    }
    await expect
      .poll(
        async () => (await tuppence.payments()).filter(({ state }) => state === 'confirmed').length,
        { timeout: 60_000 },
      )
      .toBe(200)
    const nonces = (await tuppence.payments()).map(({ authorization }) => authorization?.nonce)
    expect(new Set(nonces).size).toBe(200)
    expect(await tuppence.balance()).toBe(10_000_000n - 200n * 10_000n)
    expect(await tuppence.rules()).toEqual([])
  })
})

/** Approves whatever waits, until so many are paid; equal ones only one after the other. */
async function approveAll(tuppence: Tuppence, count: number): Promise<void> {
  await expect(async () => {
    const payments = await tuppence.payments()
    const waiting = payments.filter(({ state }) => state === 'awaiting')
    const first = new Map(waiting.map((payment) => [payment.purchase, payment]))
    await Promise.all(
      [...first.values()].map((payment) => tuppence.approve(payment).catch(() => undefined)),
    )
    const approved = payments.filter(({ approvedBy }) => approvedBy === 'user')
    expect(approved.length).toBe(count)
  }).toPass({ timeout: 180_000, intervals: [50] })
}
