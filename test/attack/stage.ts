import { expect, type Page } from '@playwright/test'
import { html, sellGoods } from '../e2e/main/goods'
import type { Tuppence } from '../e2e/tuppence'
import type { World } from '../world/index'
import { decodeHeader } from '../world/terms'

export { html }

/** Host names of the workbench: whose page attacks, and whose goods it is after. */
export const ATTACKER = 'a'
export const VICTIM = 'b'

/** Goods for a cent at `/goods` of every host, beside a free page; the attacker's is open. */
export async function openStall(tuppence: Tuppence, world: World, page: Page): Promise<void> {
  await tuppence.setUpWallet()
  sellGoods(world, { '/goods': '10000' })
  await page.bringToFront()
  await page.goto(`${world.workbench.origin(ATTACKER)}/page`)
}

/** Every payment that reached a server, oldest first: where to, and its nonce. */
export function received({ workbench }: World) {
  return workbench.log.flatMap(({ host, url, headers }) => {
    const header = headers['payment-signature'] ?? headers['x-payment']
    if (header === undefined) return []
    const { payload } = decodeHeader(String(header)) as {
      payload: { authorization: { nonce: string } }
    }
    const { nonce } = payload.authorization
    return [{ at: `${host.split('.')[0]} ${url}`, nonce, header: String(header) }]
  })
}

/** Nothing was signed: not even a payment that was never sent. */
export async function expectNothingSigned(tuppence: Tuppence, world: World): Promise<void> {
  const signed = (await tuppence.payments()).filter(({ authorization }) => authorization)
  expect(signed).toEqual([])
  expect(await tuppence.rules()).toEqual([])
  expect(received(world)).toEqual([])
}

/** Milliseconds until the worker answers a command. */
export async function responseTime(tuppence: Tuppence): Promise<number> {
  const from = performance.now()
  await tuppence.command('refreshBalances')
  return performance.now() - from
}
