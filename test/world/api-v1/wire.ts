/** One entry of `accepts` (x402 v1, section 5.1.2 "PaymentRequirements"). */
export interface RequirementsV1 {
  scheme: 'exact'
  network: 'base-sepolia'
  maxAmountRequired: string
  resource: string
  description: string
  mimeType: string
  payTo: string
  maxTimeoutSeconds: number
  asset: string
  extra: Record<string, string>
}

/** What the facilitator answers to `/verify`. */
export interface VerdictV1 {
  isValid: boolean
  invalidReason?: string
  payer?: string
}

/** What the facilitator answers to `/settle`; goes out again as `X-PAYMENT-RESPONSE`. */
export interface SettlementV1 {
  success: boolean
  errorReason?: string
  transaction: string
  network: string
  payer?: string
}

export function encodeBase64Json(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64')
}

/** The payment in an `X-PAYMENT` header, or `undefined` where it is none of version 1. */
export function decodePayment(header: string): object | undefined {
  try {
    const payment: unknown = JSON.parse(Buffer.from(header, 'base64').toString('utf8'))
    if (typeof payment !== 'object' || payment === null) return undefined
    return 'x402Version' in payment && payment.x402Version === 1 ? payment : undefined
  } catch {
    return undefined
  }
}
