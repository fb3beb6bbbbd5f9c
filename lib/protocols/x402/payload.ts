import type { Offer, PaymentRequirements } from '../offer'
import { encodeHeaderJson } from './codec'

/** A request header that carries a payment. Never shown to a page. */
export interface PaymentHeader {
  name: 'PAYMENT-SIGNATURE' | 'X-PAYMENT'
  value: string
}

/**
 * Wraps what a scheme signed into the header of the offer's x402 version (v2 section 5.2, v1
 * section 5.2). `accepted` and `resource` are echoed exactly as the server sent them.
 */
export function encodePaymentHeader(
  offer: Pick<Offer, 'version' | 'resource'>,
  accepted: Pick<PaymentRequirements, 'scheme' | 'network' | 'raw'>,
  payload: Record<string, unknown>,
): PaymentHeader {
  if (offer.version === 1) {
    const { scheme, network } = accepted
    return {
      name: 'X-PAYMENT',
      value: encodeHeaderJson({ x402Version: 1, scheme, network, payload }),
    }
  }
  const { raw } = offer.resource
  return {
    name: 'PAYMENT-SIGNATURE',
    value: encodeHeaderJson({
      x402Version: 2,
      ...(raw ? { resource: JSON.parse(raw) } : {}),
      accepted: JSON.parse(accepted.raw),
      payload,
    }),
  }
}
