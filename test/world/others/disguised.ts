import { post } from '../post'
import { decodeHeader, encodeHeader, paymentRequirementsV1, paymentRequirementsV2 } from '../terms'
import type { Workbench, WorkbenchAnswer, WorkbenchRequest } from '../workbench'

/** What the unpaid get: the terms in any disguise. */
export type Demand = (request: WorkbenchRequest) => WorkbenchAnswer

/**
 * Sells `path` of the workbench for $0.01 to whoever pays by either version of x402, settled by
 * the official facilitator; `demand` is the 402 in whatever shape it is to have.
 */
export function sellDisguised(
  workbench: Workbench,
  facilitatorUrl: string,
  path: string,
  demand: Demand,
): void {
  workbench.on('GET', path, async (request) => {
    const { 'payment-signature': v2, 'x-payment': v1 } = request.headers
    const header = v2 ?? v1
    if (header === undefined) return demand(request)
    const settlement = await post(`${facilitatorUrl}/settle`, {
      x402Version: v2 ? 2 : 1,
      paymentPayload: decodeHeader(String(header)),
      paymentRequirements: v2 ? paymentRequirementsV2() : paymentRequirementsV1(),
    })
    if (!settlement.success) return demand(request)
    return {
      headers: {
        'Content-Type': 'text/plain',
        'Cache-Control': 'no-store',
        [v2 ? 'PAYMENT-RESPONSE' : 'X-PAYMENT-RESPONSE']: encodeHeader(settlement),
      },
      body: `Paid for ${path}`,
    }
  })
}
