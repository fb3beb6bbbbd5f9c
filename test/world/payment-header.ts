import type { IncomingHttpHeaders } from 'node:http'
import { decodeHeader } from './terms'

/** The payment header (x402 v2) of a request, as none or one. */
export function paymentIn({ headers }: { headers: IncomingHttpHeaders }): string[] {
  const value = headers['payment-signature']
  return value === undefined ? [] : [String(value)]
}

/** The EIP-3009 authorization that a payment header carries; `amount` in atomic units. */
export function authorizationIn(header: string) {
  const { payload } = decodeHeader(header) as {
    payload: { authorization: { from: `0x${string}`; nonce: string; value: string } }
  }
  const { from, nonce, value } = payload.authorization
  return { payer: from, nonce, amount: BigInt(value) }
}
