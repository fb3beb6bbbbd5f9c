import { getRequestListener } from '@hono/node-server'
import { HTTPFacilitatorClient, x402ResourceServer } from '@x402/core/server'
import { ExactEvmScheme } from '@x402/evm/exact/server'
import { paymentMiddleware } from '@x402/hono'
import { Hono } from 'hono'
import { type LocalServer, listen } from '../listen'
import { goods, routes } from './routes'

/** `@x402/hono` on `@hono/node-server`, as their manuals put them together. */
export function startHono(facilitatorUrl: string): Promise<LocalServer> {
  const facilitator = new HTTPFacilitatorClient({ url: facilitatorUrl })
  const server = new x402ResourceServer(facilitator).register('eip155:84532', new ExactEvmScheme())
  const app = new Hono()
  app.use(paymentMiddleware(routes, server))
  app.get('/', (context) => context.html('<!doctype html><title>Shop</title>'))
  app.get(goods.page.path, (context) => context.html(`<p>${goods.page.says}`))
  app.all(goods.data.path, async (context) =>
    context.json({
      says: goods.data.says,
      method: context.req.method,
      body: await context.req.text(),
      custom: context.req.header('custom-header') ?? null,
      accept: context.req.header('accept') ?? null,
    }),
  )
  return listen(getRequestListener(app.fetch))
}
