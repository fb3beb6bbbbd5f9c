import type { RequirementsV1, SettlementV1, VerdictV1 } from './wire'

/** The two calls that an x402 v1 seller makes to its facilitator. */
export interface FacilitatorClientV1 {
  verify(payment: object, requirements: RequirementsV1): Promise<VerdictV1>
  settle(payment: object, requirements: RequirementsV1): Promise<SettlementV1>
}

export function facilitatorClientV1(url: string): FacilitatorClientV1 {
  const post = async (
    path: string,
    paymentPayload: object,
    paymentRequirements: RequirementsV1,
  ) => {
    const response = await fetch(url + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ x402Version: 1, paymentPayload, paymentRequirements }),
    })
    if (!response.ok) throw new Error(`${path} answered ${response.status}`)
    return response.json()
  }
  return {
    verify: (payment, requirements) => post('/verify', payment, requirements),
    settle: (payment, requirements) => post('/settle', payment, requirements),
  }
}
