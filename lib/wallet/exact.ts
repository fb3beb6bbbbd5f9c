import { signTypedData } from 'viem/accounts'
import { CLOCK_TOLERANCE_SECONDS, trustedSkew } from '../payment/clock'
import type { Authorization } from '../payment/payment'
import type { ChosenTerms } from '../payment/terms'
import { payloadOf, type TransferTerms, typedDataOf } from './typed-data'

/** However long the server allows, a signature of ours lives no longer. Seconds. */
export const MAX_VALIDITY_SECONDS = 300

/**
 * The authorization that pays these terms; the nonce is random, so no two are ever the same. Its
 * time is the server's, whose clock is ours plus `skewSeconds`: within what a clock may be off.
 */
export function authorizationFor(
  terms: Pick<ChosenTerms, 'maxTimeoutSeconds'>,
  payer: string,
  nonce: `0x${string}`,
  nowMs: number,
  skewSeconds = 0,
): Authorization {
  const now = Math.floor(nowMs / 1000) + trustedSkew(skewSeconds)
  return {
    payer,
    nonce,
    validAfter: now - CLOCK_TOLERANCE_SECONDS,
    validBefore: now + Math.min(terms.maxTimeoutSeconds, MAX_VALIDITY_SECONDS),
  }
}

/**
 * Signs the scheme `exact` over EIP-3009 (x402 scheme_exact_evm): exactly `typedDataOf`.
 * @throws {Problem} `token_unknown`, `transfer_unsupported`
 */
export async function signExact(
  terms: TransferTerms,
  authorization: Authorization,
  privateKey: `0x${string}`,
): Promise<Record<string, unknown>> {
  const signature = await signTypedData({ privateKey, ...typedDataOf(terms, authorization) })
  return payloadOf(authorization, terms, signature)
}
