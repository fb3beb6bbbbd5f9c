import { bytesToHex } from 'viem/utils'
import type { Payment } from '../../lib/payment/payment'
import type { Reason } from '../../lib/payment/policy'
import { Problem, type ProblemData, toProblemData } from '../../lib/problem'
import { encodePaymentHeader } from '../../lib/protocols/x402/payload'
import { forgetUnpaid, move, reserve } from '../../lib/store/ledger'
import { getUnlocked, type Unlocked } from '../../lib/store/session'
import { authorizationFor, signExact } from '../../lib/wallet/exact'
import { isWaiting, keepOwn, repeat, standBy } from './platform'
import { replayEvents } from './settle'

export type PayResult = { paying: Payment } | { reasons: Reason[] } | { problem: ProblemData }

/**
 * Reserves, signs, stores and only then uses: in this order a crash at any point neither loses a
 * signature that may be spent nor spends one that was not counted.
 */
export async function pay(payment: Payment, approvedBy: 'user' | 'limits'): Promise<PayResult> {
  const unlocked = await getUnlocked()
  if (!unlocked) return { problem: { code: 'wallet_locked' } }
  if (!(await isWaiting(payment))) {
    await forgetUnpaid(({ id }) => id === payment.id)
    return { problem: { code: 'page_gone' } }
  }
  const reservation = await reserve(payment.id, approvedBy)
  if ('reasons' in reservation) return reservation
  let signed: Payment
  try {
    if (!(await standBy(reservation.reserved))) throw new Problem('page_gone')
    signed = await sign(reservation.reserved, unlocked)
  } catch (error) {
    const problem = toProblemData(error, 'signing_failed')
    await move(payment.id, 'released', 'wallet', { problem })
    return { problem }
  }
  await send(signed).catch(async () => {
    // Nothing is armed, but a signature exists: only the chain can say that it is not used.
    const problem = { code: 'request_not_repeated' } as const
    await move(signed.id, 'unknown', 'page', { problem })
    await keepOwn(signed)
  })
  return { paying: signed }
}

/**
 * Sends what is signed already, for the request that waits now. Never makes a signature.
 * @throws {Problem} `authorization_expired`
 */
export async function send(payment: Payment): Promise<void> {
  if (!payment.header) throw new Problem('authorization_expired')
  await repeat(payment, payment.header, replayEvents)
}

async function sign(payment: Payment, unlocked: Unlocked): Promise<Payment> {
  const { terms, offer, clockSkewSeconds } = payment
  const nonce = bytesToHex(crypto.getRandomValues(new Uint8Array(32)))
  const authorization = authorizationFor(
    terms,
    unlocked.address,
    nonce,
    Date.now(),
    clockSkewSeconds,
  )
  const payload = await signExact(terms, authorization, unlocked.privateKey)
  const header = encodePaymentHeader(offer, terms, payload)
  const payloadHash = await sha256(header.value)
  return move(payment.id, 'signed', 'wallet', { authorization, header, payloadHash })
}

async function sha256(text: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  return bytesToHex(new Uint8Array(hash)).slice(2)
}
