import type { World } from '../world/index'
import { authorizationIn } from '../world/payment-header'
import { post } from '../world/post'
import {
  decodeHeader,
  encodeHeader,
  paymentRequirementsV1,
  paymentRequirementsV2,
} from '../world/terms'
import type { WorkbenchAnswer, WorkbenchRequest } from '../world/workbench'
import { contentOf, pathOf, priceOf, type Visit } from './plan'

/** Short, so that what was never settled ends while somebody looks. Seconds. */
export const VALID_SECONDS = 60
const SLOW_MS = 2_500

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
const OPEN = { 'Access-Control-Allow-Origin': '*', 'Cache-Control': 'no-store' }

/** The free page of every site: `/shop`. */
export function openShops({ workbench }: World): void {
  const headers = { 'Content-Type': 'text/html' }
  workbench.on('GET', '/shop', () => ({ headers, body: '<!doctype html><title>Shop</title>Shop' }))
}

/** Puts one thing up for sale, settled by the official facilitator; its fault strikes once. */
export function offer(world: World, visit: Visit): void {
  const { workbench, facilitator } = world
  const { version } = visit
  let { fault } = visit
  const settled = new Map<string, object>()
  const amount = String(priceOf(visit))
  const terms =
    version === 2
      ? paymentRequirementsV2({ amount, maxTimeoutSeconds: VALID_SECONDS })
      : paymentRequirementsV1({ maxAmountRequired: amount, maxTimeoutSeconds: VALID_SECONDS })

  workbench.on('GET', pathOf(visit), async (request) => {
    const header = request.headers[version === 2 ? 'payment-signature' : 'x-payment']
    if (header === undefined) return demand(request)
    const strikes = fault
    fault = undefined
    if (strikes === 'drops before paying') return { drop: true }
    const receipt = await settle(String(header), strikes).catch(() => undefined)
    if (!receipt) return demand(request)
    if (strikes === 'drops after paying') return { drop: true }
    if (strikes === 'breaks after paying') return { status: 500, headers: OPEN, body: 'Broken' }
    if (strikes === 'asks again after paying') return demand(request)
    const name = version === 2 ? 'PAYMENT-RESPONSE' : 'X-PAYMENT-RESPONSE'
    return deliver(visit, { [name]: encodeHeader(receipt) })
  })

  async function settle(header: string, strikes: Visit['fault']): Promise<object | undefined> {
    const { nonce } = authorizationIn(header)
    const known = settled.get(nonce)
    if (known) return known
    const call = { x402Version: version, paymentPayload: decodeHeader(header) }
    const body = { ...call, paymentRequirements: terms }
    const verified = await post(`${facilitator.url}/verify`, body)
    if (!verified.isValid) return undefined
    if (strikes === 'settles slowly') await new Promise((end) => setTimeout(end, SLOW_MS))
    const receipt = await post(`${facilitator.url}/settle`, body)
    if (receipt.success) settled.set(nonce, receipt)
    return receipt.success ? receipt : undefined
  }

  function demand({ host, url }: WorkbenchRequest): WorkbenchAnswer {
    const resource = { url: `http://${host}${url}`, description: 'Goods', mimeType: '' }
    if (version === 1) {
      const accepts = [{ ...terms, ...resource, resource: resource.url }]
      const body = JSON.stringify({ x402Version: 1, error: 'X-PAYMENT required', accepts })
      return { status: 402, headers: { ...OPEN, 'Content-Type': 'application/json' }, body }
    }
    const required = { x402Version: 2, error: 'Payment required', resource, accepts: [terms] }
    // The browser hides the answers to images of other origins where they are documents.
    const type = visit.kind === 'image' ? 'text/plain' : 'text/html'
    const headers = { ...OPEN, 'Content-Type': type, 'PAYMENT-REQUIRED': encodeHeader(required) }
    return { status: 402, headers, body: 'Pay first' }
  }
}

function deliver(visit: Visit, receipt: Record<string, string>): WorkbenchAnswer {
  const isImage = visit.kind === 'image'
  return {
    headers: { ...OPEN, ...receipt, 'Content-Type': isImage ? 'image/png' : 'text/html' },
    body: isImage ? PNG : `<!doctype html><p>${contentOf(visit)}`,
  }
}
