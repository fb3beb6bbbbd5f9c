import {
  HTTPFacilitatorClient,
  x402HTTPResourceServer,
  x402ResourceServer,
} from '@x402/core/server'
import { ExactEvmScheme } from '@x402/evm/exact/server'
import {
  paymentMiddlewareFromHTTPServer,
  type x402HTTPResourceServer as Server,
} from '@x402/express'
import type { RequestHandler } from 'express'
import { payees } from '../accounts'
import { paywallPage } from './article-page'
import { articles, description } from './articles'

const network = 'eip155:84532'
type Routes = ConstructorParameters<typeof Server>[1]

/** The official x402 middleware with the paper's prices; the facilitator must be up. */
export async function paywall(facilitatorUrl: string): Promise<RequestHandler> {
  const facilitator = new HTTPFacilitatorClient({ url: facilitatorUrl, timeoutMs: 5_000 })
  const resources = new x402ResourceServer(facilitator).register(network, new ExactEvmScheme())
  const server = new x402HTTPResourceServer(resources, routes())
  // Asked for now: a middleware that loads the supported kinds later fails if they cannot be had.
  await server.initialize()
  return paymentMiddlewareFromHTTPServer(server, undefined, undefined, false)
}

function routes(): Routes {
  const accepts = (price: string) =>
    ({ scheme: 'exact', network, payTo: payees.news, price }) as const
  const articleRoutes = articles.map((article) => [
    `GET /articles/${article.slug}`,
    {
      accepts: accepts(article.price),
      description: description(article),
      mimeType: 'text/html',
      customPaywallHtml: paywallPage(article),
    },
  ])
  return {
    ...Object.fromEntries(articleRoutes),
    'GET /api/forecast': {
      accepts: accepts('$0.02'),
      description: 'Shipping forecast — The Harbour Gazette',
      mimeType: 'application/json',
    },
  }
}
