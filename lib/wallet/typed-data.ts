import { getAddress, serializeTypedData } from 'viem/utils'
import { isPayable, networkById, tokenAt } from '../payment/networks'
import type { Authorization } from '../payment/payment'
import type { ChosenTerms } from '../payment/terms'
import { Problem } from '../problem'

/** What of the terms is signed. */
export type TransferTerms = Pick<ChosenTerms, 'networkId' | 'asset' | 'payTo' | 'amount'>

/** EIP-3009. */
const TYPES = {
  TransferWithAuthorization: [
    { name: 'from', type: 'address' },
    { name: 'to', type: 'address' },
    { name: 'value', type: 'uint256' },
    { name: 'validAfter', type: 'uint256' },
    { name: 'validBefore', type: 'uint256' },
    { name: 'nonce', type: 'bytes32' },
  ],
} as const

/** EIP-712: wallets want the type of the domain spelt out. */
const DOMAIN_TYPE = [
  { name: 'name', type: 'string' },
  { name: 'version', type: 'string' },
  { name: 'chainId', type: 'uint256' },
  { name: 'verifyingContract', type: 'address' },
]

export type TransferTypedData = ReturnType<typeof typedDataOf>

/**
 * What pays these terms, as EIP-712 typed data (EIP-3009 `TransferWithAuthorization`): amount and
 * payee from the terms, the domain from our registry, never from the server.
 * @throws {Problem} `token_unknown`, `transfer_unsupported`
 */
export function typedDataOf(terms: TransferTerms, authorization: Authorization) {
  const network = networkById(terms.networkId)
  const token = tokenAt(terms.networkId, terms.asset)
  if (!network || !token) throw new Problem('token_unknown')
  if (!isPayable(token)) throw new Problem('transfer_unsupported')
  const { validAfter, validBefore, nonce } = authorization
  return {
    domain: { ...token.eip712, chainId: network.chainId, verifyingContract: token.address },
    types: TYPES,
    primaryType: 'TransferWithAuthorization',
    message: {
      ...partiesOf(terms, authorization),
      value: terms.amount,
      validAfter: BigInt(validAfter),
      validBefore: BigInt(validBefore),
      nonce,
    },
  } as const
}

/** The typed data as JSON, for `eth_signTypedData_v4` of another wallet. */
export function typedDataJson({ domain, types, primaryType, message }: TransferTypedData): string {
  const spelt: Record<string, readonly { name: string; type: string }[]> = {
    EIP712Domain: DOMAIN_TYPE,
    ...types,
  }
  return serializeTypedData({ domain, types: spelt, primaryType, message })
}

/** The payload of the scheme `exact` (x402 scheme_exact_evm): numbers as decimal text. */
export function payloadOf(
  authorization: Authorization,
  terms: Pick<TransferTerms, 'payTo' | 'amount'>,
  signature: `0x${string}`,
): Record<string, unknown> {
  const { validAfter, validBefore, nonce } = authorization
  return {
    signature,
    authorization: {
      ...partiesOf(terms, authorization),
      value: terms.amount.toString(),
      validAfter: validAfter.toString(),
      validBefore: validBefore.toString(),
      nonce,
    },
  }
}

/** Payer and payee, with checksum however they were written. */
function partiesOf({ payTo }: Pick<TransferTerms, 'payTo'>, { payer }: Authorization) {
  return { from: getAddress(payer), to: getAddress(payTo.toLowerCase()) }
}
