import { signTypedData } from 'viem/accounts'
import { getAddress } from 'viem/utils'
import { isPayable, networkById, tokenAt } from '../payment/networks'
import type { Authorization } from '../payment/payment'
import type { ChosenTerms } from '../payment/terms'
import { Problem } from '../problem'

/** However long the server allows, a signature of ours lives no longer. Seconds. */
export const MAX_VALIDITY_SECONDS = 300
/** Chain and local clocks may differ by this much. Seconds. */
const CLOCK_TOLERANCE_SECONDS = 600

/** EIP-3009. */
const TRANSFER_WITH_AUTHORIZATION = {
  TransferWithAuthorization: [
    { name: 'from', type: 'address' },
    { name: 'to', type: 'address' },
    { name: 'value', type: 'uint256' },
    { name: 'validAfter', type: 'uint256' },
    { name: 'validBefore', type: 'uint256' },
    { name: 'nonce', type: 'bytes32' },
  ],
} as const

/** The authorization that pays these terms; the nonce is random, so no two are ever the same. */
export function authorizationFor(
  terms: Pick<ChosenTerms, 'maxTimeoutSeconds'>,
  payer: string,
  nonce: `0x${string}`,
  nowMs: number,
): Authorization {
  const now = Math.floor(nowMs / 1000)
  return {
    payer,
    nonce,
    validAfter: now - CLOCK_TOLERANCE_SECONDS,
    validBefore: now + Math.min(terms.maxTimeoutSeconds, MAX_VALIDITY_SECONDS),
  }
}

/**
 * Signs the scheme `exact` over EIP-3009 (x402 scheme_exact_evm): amount and payee from the terms,
 * the EIP-712 domain from our registry, never from the server.
 * @throws {Problem} `token_unknown`, `transfer_unsupported`
 */
export async function signExact(
  terms: Pick<ChosenTerms, 'networkId' | 'asset' | 'payTo' | 'amount'>,
  authorization: Authorization,
  privateKey: `0x${string}`,
): Promise<Record<string, unknown>> {
  const network = networkById(terms.networkId)
  const token = tokenAt(terms.networkId, terms.asset)
  if (!network || !token) throw new Problem('token_unknown')
  if (!isPayable(token)) throw new Problem('transfer_unsupported')
  const { payer, nonce, validAfter, validBefore } = authorization
  const from = getAddress(payer)
  const to = getAddress(terms.payTo.toLowerCase())
  const signature = await signTypedData({
    privateKey,
    domain: { ...token.eip712, chainId: network.chainId, verifyingContract: token.address },
    types: TRANSFER_WITH_AUTHORIZATION,
    primaryType: 'TransferWithAuthorization',
    message: {
      from,
      to,
      value: terms.amount,
      validAfter: BigInt(validAfter),
      validBefore: BigInt(validBefore),
      nonce,
    },
  })
  return {
    signature,
    authorization: {
      from,
      to,
      value: terms.amount.toString(),
      validAfter: validAfter.toString(),
      validBefore: validBefore.toString(),
      nonce,
    },
  }
}
