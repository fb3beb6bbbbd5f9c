import { bytesToHex } from 'viem/utils'
import type { PaymentState } from '../../lib/payment/lifecycle'
import type { Authorization, Payment } from '../../lib/payment/payment'
import { Problem } from '../../lib/problem'
import { encodePaymentHeader } from '../../lib/protocols/x402/payload'
import { db } from '../../lib/store/db'
import { getPayment, move } from '../../lib/store/ledger'
import { authorizationFor, signExact } from '../../lib/wallet/exact'
import type { ExternalAccount } from '../../lib/wallet/external'
import { payloadOf } from '../../lib/wallet/typed-data'
import { signWithExternal } from './external'

/** An account of our own, with its key. */
export interface OwnSigner {
  address: `0x${string}`
  privateKey: `0x${string}`
}

/** Signs what is reserved, and stores it before anybody can use it. */
export async function sign(payment: Payment, signer: OwnSigner): Promise<Payment> {
  const { id, terms, offer } = payment
  const authorization = newAuthorization(payment, signer.address)
  const payload = await signExact(terms, authorization, signer.privateKey)
  const header = encodePaymentHeader(offer, terms, payload)
  const payloadHash = await sha256(header.value)
  return move(id, 'signed', 'wallet', { authorization, header, payloadHash })
}

/**
 * Has another wallet sign what is reserved. The authorization is stored before it leaves: from then
 * on a signature may exist.
 * @throws {Problem} as `signWithExternal`
 */
export async function signOutside(payment: Payment, account: ExternalAccount): Promise<Payment> {
  const authorization = newAuthorization(payment, account.address)
  const asked = await move(payment.id, 'signed', 'wallet', { authorization })
  return signStored(asked, account)
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
  const change = { header, payloadHash: await sha256(header.value), updatedAt: Date.now() }
  if (!(await changeIn(id, state, change))) throw new Problem('payment_not_pending')
  return (await getPayment(id)) ?? payment
}

/** Notes it unless the payment has moved on meanwhile: what has ended keeps no signature. */
async function changeIn(id: string, state: PaymentState, change: Partial<Payment>) {
  const isStill = (payment: Payment) => payment.state === state
  return (await db.payments.where('id').equals(id).and(isStill).modify(change)) > 0
}

function newAuthorization({ terms, clockSkewSeconds }: Payment, payer: string): Authorization {
  const nonce = bytesToHex(crypto.getRandomValues(new Uint8Array(32)))
  return authorizationFor(terms, payer, nonce, Date.now(), clockSkewSeconds)
}

async function sha256(text: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  return bytesToHex(new Uint8Array(hash)).slice(2)
}
