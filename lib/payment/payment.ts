import type { ProblemData } from '../problem'
import type { Offer } from '../protocols/offer'
import type { PaymentHeader } from '../protocols/x402/payload'
import type { Receipt } from '../protocols/x402/receipt'
import { type Cause, canMove, type PaymentState } from './lifecycle'
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

/** One step in the life of a payment, with its reason; the trail is only ever appended to. */
export interface PaymentEvent {
  state: PaymentState
  /** Milliseconds since 1970. */
  at: number
  /** Absent in records of older versions. */
  by?: Cause
  problem?: ProblemData
}

/** What the chain shows of a settlement: the transfer itself, not what the server says of it. */
export interface SettlementProof {
  transaction: string
  blockNumber: bigint
  payer: string
  payTo: string
  /** Atomic units of the token. */
  amount: bigint
}

/** A line of the server's receipt that the chain contradicts. */
export interface ReceiptDispute {
  field: 'success' | 'transaction' | 'network' | 'payer' | 'amount'
  claimed: string
  found: string
}

/** What the browser saw of the answer to the paid request. */
export interface PaidAnswer {
  status: number
  /** Milliseconds since 1970. */
  at: number
  mimeType?: string
  /** Bytes of the body, where they are known. */
  length?: number
  /** SHA-256 (hex) over the header lines as received, for the evidence file. */
  headersHash?: string
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
  /** What is bought, whatever it costs: see `thingOf`. */
  thing: string
  /** The account that is to pay, as shown to the user, with checksum. Signed: `authorization`. */
  payer?: string
  /** Why the user is asked, or why it was refused. */
  reasons: Reason[]
  approvedBy?: 'user' | 'limits'
  /** When the amount was reserved: the day that it counts for. Milliseconds since 1970. */
  spentAt?: number
  authorization?: Authorization
  /** Kept until settled or expired: every retry of this purchase sends the same bytes. */
  header?: PaymentHeader
  /** SHA-256 (hex) of the header's value: stays when the header itself is no longer kept. */
  payloadHash?: string
  /** Status of the paid answer. */
  status?: number
  answer?: PaidAnswer
  receipt?: Receipt
  /** As the server claims it, until the chain has shown its own. */
  transaction?: string
  proof?: SettlementProof
  /** Where the receipt and the chain differ; the chain's word stands. */
  disputes?: ReceiptDispute[]
  /** How often the chain was asked in vain, and when it is asked next (milliseconds since 1970). */
  looks?: number
  lookAt?: number
  /** The server's clock less ours when it answered 402, seconds. */
  clockSkewSeconds?: number
  /** The transaction by which the user cancels the signature on the chain. */
  cancel?: { transaction: string; at: number }
  /** The chain has seen the authorization used: the signature can pay no more. */
  provenSpent?: true
  problem?: ProblemData
  trail: PaymentEvent[]
}

/** What spends a reservation: without a header another wallet is still to sign it. */
export type Signature = Required<Pick<Payment, 'authorization'>> &
  Pick<Payment, 'header' | 'payloadHash'>

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
  by: Cause,
  at: number,
  change: Partial<Omit<Payment, 'id' | 'state' | 'trail' | 'terms'>> = {},
): Payment {
  if (!canMove(payment.state, to)) throw new LifecycleError(payment.state, to)
  const { problem: _old, header, looks, lookAt, ...rest } = payment
  const isOpen = !ENDED.includes(to)
  const isToSign = isOpen && !header && !change.header
  return {
    ...rest,
    ...(!isToSign && withoutBulk(payment)),
    ...(isOpen && header && { header }),
    ...(isOpen && looks !== undefined && { looks }),
    ...(isOpen && lookAt !== undefined && { lookAt }),
    ...change,
    state: to,
    updatedAt: at,
    trail: [
      ...payment.trail,
      { state: to, at, by, ...(change.problem && { problem: change.problem }) },
    ],
  }
}

/** The signature is spent or worthless: it is not kept longer than it is of use, nor looked for. */
const ENDED: readonly PaymentState[] = ['declined', 'released', 'confirmed', 'expired', 'cancelled']

/**
 * What is left of the server's own words where nothing is to be signed any more: as much as a file
 * of evidence needs. Records are kept for ever, and a server can say much.
 */
function withoutBulk({ offer, terms }: Payment): Pick<Payment, 'offer' | 'terms'> {
  const { raw: _echo, ...resource } = offer.resource
  const isLong = terms.raw.length > MAX_RAW_CHARS
  return {
    offer: { ...offer, resource },
    terms: isLong ? { ...terms, extra: {}, raw: terms.raw.slice(0, MAX_RAW_CHARS) } : terms,
  }
}

const MAX_RAW_CHARS = 2048
