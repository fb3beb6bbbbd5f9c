import { expect } from '@playwright/test'
import type { World } from '../world/index'
import type { LoggedRequest } from '../world/request-log'
import { decodeHeader } from '../world/terms'
import type { Tuppence } from './tuppence'

/**
 * Every payment that any server of the world has received was meant for exactly that request: the
 * same address, the same method. Looked at after each test, whatever the test was about.
 */
export async function expectNoLeak(world: World, tuppence: Tuppence): Promise<void> {
  const received = [world.news, world.almanac, world.workbench]
    .flatMap(({ log }) => log)
    .filter((request) => paymentOf(request) !== undefined)
  if (received.length === 0) return
  const payments = await tuppence.payments()
  for (const request of received) {
    const nonce = nonceOf(request)
    const meant = payments.find(({ authorization }) => authorization?.nonce === nonce)
    const address = `http://${request.host}${request.url}`
    expect([meant?.request.method, meant?.request.url]).toEqual([request.method, address])
  }
}

function paymentOf({ headers }: LoggedRequest): string | undefined {
  const value = headers['payment-signature'] ?? headers['x-payment']
  return value === undefined ? undefined : String(value)
}

function nonceOf(request: LoggedRequest): string | undefined {
  const payload = decodeHeader(paymentOf(request) ?? '') as {
    payload?: { authorization?: { nonce?: string } }
  }
  return payload.payload?.authorization?.nonce
}
