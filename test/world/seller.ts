import { post } from './post'
import { decodeHeader, encodeHeader, paymentRequirementsV1, paymentRequirementsV2 } from './terms'
import type { Workbench, WorkbenchAnswer, WorkbenchRequest } from './workbench'

export interface Goods {
  /** x402 version of the terms. */
  version: 1 | 2
  method?: 'GET' | 'POST' | 'PUT'
  path: string
  /** What a paid request gets. */
  deliver: (request: WorkbenchRequest) => WorkbenchAnswer | Promise<WorkbenchAnswer>
  /** Body and headers of the 402 beside its terms. */
  unpaid?: WorkbenchAnswer
  /** Atomic units of test USDC. */
  amount?: string
}

/**
 * Sells goods on the workbench by the x402 specification, v1 or v2, verified and settled by the
 * official facilitator. Unlike the official middleware it can be told what its 402 looks like.
 */
export function sell(workbench: Workbench, facilitatorUrl: string, goods: Goods): void {
  const { version, method = 'GET', path, deliver, unpaid, amount = '10000' } = goods
  const terms =
    version === 2
      ? paymentRequirementsV2({ amount })
      : paymentRequirementsV1({ maxAmountRequired: amount })

  workbench.on(method, path, async (request) => {
    const header = request.headers[version === 2 ? 'payment-signature' : 'x-payment']
    const payment = header && decodeHeader(String(header))
    if (!payment) return demand(version, terms, request, unpaid)
    const call = { x402Version: version, paymentPayload: payment, paymentRequirements: terms }
    const verified = await post(`${facilitatorUrl}/verify`, call)
    if (!verified.isValid) return demand(version, terms, request, unpaid)
    const settled = await post(`${facilitatorUrl}/settle`, call)
    const delivered = await deliver(request)
    const receipt = version === 2 ? 'PAYMENT-RESPONSE' : 'X-PAYMENT-RESPONSE'
    return {
      ...delivered,
      headers: { ...CORS, ...delivered.headers, [receipt]: encodeHeader(settled) },
    }
  })
}

/** Any page may read the answer; no header is allowed or exposed. */
const CORS = { 'Access-Control-Allow-Origin': '*', 'Cache-Control': 'no-store' }

function demand(
  version: 1 | 2,
  terms: object,
  { host, url }: WorkbenchRequest,
  unpaid: WorkbenchAnswer = {},
): WorkbenchAnswer {
  if (version === 1) {
    const accepts = [{ ...terms, mimeType: '', resource: `http://${host}${url}` }]
    const body = JSON.stringify({ x402Version: 1, error: 'X-PAYMENT required', accepts })
    return {
      status: 402,
      headers: { ...CORS, 'Content-Type': 'application/json', ...unpaid.headers },
      body,
    }
  }
  const required = {
    x402Version: 2,
    error: 'Payment required',
    resource: { url: `http://${host}${url}`, description: 'Goods', mimeType: '' },
    accepts: [terms],
  }
  return {
    status: 402,
    headers: {
      ...CORS,
      'Content-Type': 'text/html',
      ...unpaid.headers,
      'PAYMENT-REQUIRED': encodeHeader(required),
    },
    body: unpaid.body ?? '<!doctype html><title>402</title><p>Pay first',
  }
}
