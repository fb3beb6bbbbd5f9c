import { bytesToHex, sha256, stringToBytes } from 'viem/utils'
import type { PaymentState } from '../../lib/payment/lifecycle'
import type { Authorization, Payment, Signature } from '../../lib/payment/payment'
import { Problem } from '../../lib/problem'
import { encodePaymentHeader, type PaymentHeader } from '../../lib/protocols/x402/payload'
import { db } from '../../lib/store/db'
import { getPayment } from '../../lib/store/ledger'
import { authorizationFor, signExact } from '../../lib/wallet/exact'
import type { ExternalAccount } from '../../lib/wallet/external'
import { payloadOf } from '../../lib/wallet/typed-data'
import { signWithExternal } from './external'

/** An account of our own, with its key. */
export interface OwnSigner {
  address: `0x${string}`
  privateKey: `0x${string}`
}

/** Signs what is reserved. Waits for nothing, so that it can be stored with its reservation. */
export async function sign(payment: Payment, signer: OwnSigner): Promise<Signature> {
  const { terms, offer } = payment
  const authorization = newAuthorization(payment, signer.address)
  const payload = await signExact(terms, authorization, signer.privateKey)
  const header = encodePaymentHeader(offer, terms, payload)
  return { authorization, header, payloadHash: hashOf(header) }
}

/**
 * Has another wallet sign the authorization that is stored, for the first time or again: its nonce
 * pays once.
 * @throws {Problem} `payment_not_pending`, and as `signWithExternal`
 */
export async function signStored(payment: Payment, account: ExternalAccount): Promise<Payment> {
  const { id, terms, offer, authorization, state } = payment
  if (!authorization) throw new Problem('payment_not_pending')
  const signature = await signWithExternal(payment, authorization, account)
  const header = encodePaymentHeader(offer, terms, payloadOf(authorization, terms, signature))
  const change = { header, payloadHash: hashOf(header), updatedAt: Date.now() }
  if (!(await changeIn(id, state, change))) throw new Problem('payment_not_pending')
  return (await getPayment(id)) ?? payment
}

/** Notes it unless the payment has moved on meanwhile: what has ended keeps no signature. */
async function changeIn(id: string, state: PaymentState, change: Partial<Payment>) {
  const isStill = (payment: Payment) => payment.state === state
  return (await db.payments.where('id').equals(id).and(isStill).modify(change)) > 0
}

/** What another wallet or our own key is to sign: its nonce is new. */
export function newAuthorization(
  { terms, clockSkewSeconds }: Payment,
  payer: string,
): Authorization {
  const nonce = bytesToHex(crypto.getRandomValues(new Uint8Array(32)))
  return authorizationFor(terms, payer, nonce, Date.now(), clockSkewSeconds)
}

function hashOf({ value }: PaymentHeader): string {
  return sha256(stringToBytes(value)).slice(2)
}
