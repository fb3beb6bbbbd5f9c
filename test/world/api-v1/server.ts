import type { IncomingMessage, ServerResponse } from 'node:http'
import { payees } from '../accounts'
import { type LocalServer, listen } from '../listen'
import { usdcAddress, usdcDomain } from '../test-usdc'
import { type FacilitatorClientV1, facilitatorClientV1 } from './facilitator-client'
import { type Product, products } from './products'
import { decodePayment, encodeBase64Json, type RequirementsV1, type SettlementV1 } from './wire'

/** The HTML that browsers get in place of JSON, as from the legacy package's middlewares. */
type Paywall = (accepts: RequirementsV1[]) => string

/** A seller written by the x402 v1 specification: terms in the body, payment in `X-PAYMENT`. */
export async function startApiV1(
  facilitatorUrl: string,
  port = 0,
  paywall?: Paywall,
): Promise<LocalServer> {
  const facilitator = facilitatorClientV1(facilitatorUrl)
  return listen(async (request, response) => {
    // Answers differ by origin; no preflight succeeds here, and none is needed for a plain GET.
    response.setHeader('Vary', 'Origin')
    if (request.headers.origin) {
      response.setHeader('Access-Control-Allow-Origin', request.headers.origin)
    }
    const url = new URL(request.url ?? '/', `http://${request.headers.host}`)
    const product = products[url.pathname]
    if (!product) {
      response.writeHead(404, { 'Content-Type': 'text/plain' }).end('Not found')
    } else if (request.method !== 'GET') {
      response.writeHead(405, { Allow: 'GET' }).end()
    } else {
      await sell(product, requirementsFor(product, url), facilitator, request, response, paywall)
    }
  }, port)
}

async function sell(
  product: Product,
  requirements: RequirementsV1,
  facilitator: FacilitatorClientV1,
  request: IncomingMessage,
  response: ServerResponse,
  paywall: Paywall | undefined,
): Promise<void> {
  const html = isBrowser(request) ? paywall?.([requirements]) : undefined
  const refuse = (error: string) => sendPaymentRequired(response, requirements, error, html)
  const header = request.headers['x-payment']
  if (typeof header !== 'string') return refuse('X-PAYMENT header is required')
  const payment = decodePayment(header)
  if (!payment) return refuse('Invalid or malformed payment header')

  let settlement: SettlementV1
  try {
    const verdict = await facilitator.verify(payment, requirements)
    if (!verdict.isValid) return refuse(verdict.invalidReason ?? 'invalid_payment')
    settlement = await facilitator.settle(payment, requirements)
  } catch (error) {
    return refuse(`Facilitator unreachable: ${error instanceof Error ? error.message : error}`)
  }
  if (!settlement.success) return refuse(settlement.errorReason ?? 'settlement_failed')

  response.writeHead(200, {
    'Content-Type': product.contentType,
    'Cache-Control': 'private, no-store',
    'X-PAYMENT-RESPONSE': encodeBase64Json(settlement),
  })
  for await (const part of product.content()) response.write(part)
  response.end()
}

function sendPaymentRequired(
  response: ServerResponse,
  requirements: RequirementsV1,
  error: string,
  html: string | undefined,
): void {
  const type = html === undefined ? 'application/json' : 'text/html'
  response
    .writeHead(402, { 'Content-Type': type, 'Cache-Control': 'no-store' })
    .end(html ?? JSON.stringify({ x402Version: 1, error, accepts: [requirements] }))
}

/** The test of the legacy middlewares, and of the present ones. */
function isBrowser({ headers }: IncomingMessage): boolean {
  const { accept = '', 'user-agent': agent = '' } = headers
  return accept.includes('text/html') && agent.includes('Mozilla')
}

function requirementsFor(product: Product, url: URL): RequirementsV1 {
  return {
    scheme: 'exact',
    network: 'base-sepolia',
    maxAmountRequired: product.amount,
    resource: url.href,
    description: product.description,
    mimeType: product.contentType.split(';')[0] ?? '',
    payTo: payees.almanac,
    maxTimeoutSeconds: 120,
    asset: usdcAddress,
    extra: { ...usdcDomain },
  }
}
