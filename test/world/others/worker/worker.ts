import { HTTPFacilitatorClient, x402ResourceServer } from '@x402/core/server'
import { ExactEvmScheme } from '@x402/evm/exact/server'
import { paymentMiddleware } from '@x402/hono'
import { Hono } from 'hono'
import { goods, routes } from '../routes'

const app = new Hono<{ Bindings: { FACILITATOR: string } }>()

app.use(async (context, next) => {
  // Built for each request: a Worker may not wait for what another request has begun, and the
  // middleware keeps the facilitator's answer of its first request as a promise.
  const facilitator = new HTTPFacilitatorClient({ url: context.env.FACILITATOR })
  const server = new x402ResourceServer(facilitator).register('eip155:84532', new ExactEvmScheme())
  return paymentMiddleware(routes, server)(context, next)
})
app.get('/', (context) => context.html('<!doctype html><title>Shop</title>'))
app.get(goods.page.path, (context) => context.html(`<p>${goods.page.says}`))
app.get(goods.data.path, (context) => context.text(goods.data.says))

export default app
