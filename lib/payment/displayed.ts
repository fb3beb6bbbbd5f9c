import type { Payment } from './payment'

/**
 * Digest of everything about a payment that the user decides on. The popup sends back the digest
 * of what it showed; the worker compares it with the stored record: what is displayed is what is
 * signed.
 */
export function displayedTerms(
  payment: Pick<Payment, 'id' | 'site' | 'asker' | 'payeeOrigin' | 'payer' | 'terms'>,
): string {
  const { amount, symbol, decimals, currency, microUsd, asset, payTo, networkId } = payment.terms
  return JSON.stringify([
    payment.id,
    payment.site,
    payment.asker,
    payment.payeeOrigin,
    payment.payer,
    amount.toString(),
    microUsd?.toString(),
    currency,
    symbol,
    decimals,
    asset,
    payTo,
    networkId,
    payment.terms.maxTimeoutSeconds,
  ])
}
