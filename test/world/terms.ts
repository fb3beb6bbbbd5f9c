import type { PaymentRequired, PaymentRequirements } from '@x402/core/types'
import type { PaymentRequiredV1, PaymentRequirementsV1 } from '@x402/core/types/v1'
import { payees } from './accounts'
import { usdcAddress, usdcDomain } from './test-usdc'

/** A 402 ready to be served, for instance by the workbench. */
export interface Answer402 {
  status: 402
  headers: Record<string, string | string[]>
  body: string
}

/** One good v2 entry of `accepts`: $0.01 in test USDC on Base Sepolia. */
export function paymentRequirementsV2(
  overrides: Partial<PaymentRequirements> = {},
): PaymentRequirements {
  return {
    scheme: 'exact',
    network: 'eip155:84532',
    amount: '10000',
    asset: usdcAddress,
    payTo: payees.workbench,
    maxTimeoutSeconds: 300,
    extra: { ...usdcDomain },
    ...overrides,
  }
}

/** Good v2 terms; give `accepts` to change what is asked. */
export function paymentRequiredV2(overrides: Partial<PaymentRequired> = {}): PaymentRequired {
  return {
    x402Version: 2,
    error: 'Payment required',
    resource: {
      url: 'http://a.localhost/paid',
      description: 'A page on the workbench',
      mimeType: 'text/plain',
    },
    accepts: [paymentRequirementsV2()],
    ...overrides,
  }
}

/** One good v1 entry of `accepts`: $0.01 in test USDC on Base Sepolia. */
export function paymentRequirementsV1(
  overrides: Partial<PaymentRequirementsV1> = {},
): Omit<PaymentRequirementsV1, 'outputSchema'> {
  return {
    scheme: 'exact',
    // The SDK types v1 names, wrongly, as CAIP-2 identifiers.
    network: 'base-sepolia' as PaymentRequirementsV1['network'],
    maxAmountRequired: '10000',
    resource: 'http://a.localhost/paid',
    description: 'A page on the workbench',
    mimeType: 'text/plain',
    payTo: payees.workbench,
    maxTimeoutSeconds: 300,
    asset: usdcAddress,
    extra: { ...usdcDomain },
    ...overrides,
  }
}

/** Good v1 terms. */
export function paymentRequiredV1(overrides: Partial<PaymentRequiredV1> = {}) {
  return {
    x402Version: 1,
    error: 'X-PAYMENT header is required',
    accepts: [paymentRequirementsV1()],
    ...overrides,
  }
}

/** Base64 of the JSON (UTF-8), as all x402 headers are written. */
export function encodeHeader(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64')
}

/** The reverse of `encodeHeader`, for reading what servers and wallets sent. */
export function decodeHeader(header: string): unknown {
  return JSON.parse(Buffer.from(header, 'base64').toString('utf8'))
}

/** A v2 answer: terms in the header, a plain body. */
export function answer402V2(terms: unknown = paymentRequiredV2(), body = 'Pay first'): Answer402 {
  return {
    status: 402,
    headers: { 'PAYMENT-REQUIRED': encodeHeader(terms), 'Content-Type': 'text/plain' },
    body,
  }
}

/** A v1 answer: terms in a JSON body. */
export function answer402V1(terms: unknown = paymentRequiredV1()): Answer402 {
  const headers = { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' }
  return { status: 402, headers, body: JSON.stringify(terms) }
}
