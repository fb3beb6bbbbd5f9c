import type { ProblemData } from '../problem'
import type { Offer } from '../protocols/offer'
import type { PaymentHeader } from '../protocols/x402/payload'
import type { Receipt } from '../protocols/x402/receipt'
import { canMove, type PaymentState } from './lifecycle'
import type { Reason } from './policy'
import type { PaidRequest } from './request'
import type { ChosenTerms } from './terms'

/** An EIP-3009 authorization as signed. Seconds since 1970. */
export interface Authorization {
  payer: string
  nonce: `0x${string}`
  validAfter: number
  validBefore: number
}

/** One step in the life of a payment; the trail is only ever appended to. */
export interface PaymentEvent {
  state: PaymentState
  /** Milliseconds since 1970. */
  at: number
  problem?: ProblemData
}

/** Our record of one purchase. Amounts are `bigint` at rest in IndexedDB. */
export interface Payment {
  id: string
  state: PaymentState
  /** Milliseconds since 1970. */
  createdAt: number
  updatedAt: number
  /** Top-level origin: whose page asks. */
  site: string
  /** Origin of the document that asked, where it is another than the site: a frame in its page. */
  asker?: string
  /** Origin that answered 402: who is paid. */
  payeeOrigin: string
  title?: string
  request: PaidRequest
  offer: Pick<Offer, 'protocol' | 'version' | 'resource'>
  terms: ChosenTerms
  /** The same purchase has the same key: see `purchaseKey`. */
  purchase: string
  /** Why the user is asked, or why it was refused. */
  reasons: Reason[]
  approvedBy?: 'user' | 'limits'
  /** When the amount was reserved: the day that it counts for. Milliseconds since 1970. */
  spentAt?: number
  authorization?: Authorization
  /** Kept until settled or expired: every retry of this purchase sends the same bytes. */
  header?: PaymentHeader
  /** Status of the paid answer. */
  status?: number
  receipt?: Receipt
  transaction?: string
  /** The chain has seen the authorization used: the signature can pay no more. */
  provenSpent?: true
  problem?: ProblemData
  trail: PaymentEvent[]
}

/** Thrown when a step does not fit the state: some other context was faster. */
export class LifecycleError extends Error {
  readonly from: PaymentState
  readonly to: PaymentState

  constructor(from: PaymentState, to: PaymentState) {
    super(`A payment cannot go from ${from} to ${to}`)
    this.name = 'LifecycleError'
    this.from = from
    this.to = to
  }
}

/**
 * The payment one step on, with the step in its trail. Pure.
 * @throws {LifecycleError} when the machine has no such step
 */
export function advance(
  payment: Payment,
  to: PaymentState,
  at: number,
  change: Partial<Omit<Payment, 'id' | 'state' | 'trail' | 'terms'>> = {},
): Payment {
  if (!canMove(payment.state, to)) throw new LifecycleError(payment.state, to)
  const { problem: _old, header, ...rest } = payment
  return {
    ...rest,
    ...(header && !ENDED.includes(to) && { header }),
    ...change,
    state: to,
    updatedAt: at,
    trail: [
      ...payment.trail,
      { state: to, at, ...(change.problem && { problem: change.problem }) },
    ],
  }
}

/** The signature is spent or worthless: it is not kept longer than it is of use. */
const ENDED: readonly PaymentState[] = ['confirmed', 'expired']
