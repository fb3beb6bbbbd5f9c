import { performance } from 'node:perf_hooks'
import type { World } from '../world/index'
import { sell } from '../world/seller'

/** When the server answered 402, and when the paid request came, milliseconds. */
export interface Sale {
  asked: number
  paid: number
}

const html = { 'Content-Type': 'text/html' }

/** Sells at `path`, settled by the official facilitator, and notes the times of every sale by URL. */
export function sellTimed({ workbench, facilitator }: World, path: string): Map<string, Sale> {
  const sales = new Map<string, Sale>()
  const timed: Pick<typeof workbench, 'on'> = {
    on: (method, at, handler) =>
      workbench.on(method, at, async (request) => {
        const now = performance.now()
        if (request.headers['payment-signature']) {
          const sale = sales.get(request.url)
          if (sale) sale.paid = now
          return handler(request)
        }
        const answer = await handler(request)
        sales.set(request.url, { asked: performance.now(), paid: Number.NaN })
        return answer
      }),
  }
  const deliver = () => ({ headers: html, body: '<!doctype html><title>Paid</title>PAID' })
  sell({ ...workbench, ...timed }, facilitator.url, { version: 2, path, deliver })
  return sales
}

/** A free page that the shop's customers start from. */
export function openShop({ workbench }: World, body: string): void {
  workbench.on('GET', '/shop', () => ({ headers: html, body }))
}
