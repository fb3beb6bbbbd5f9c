/**
 * The life cycle of a payment, one persisted machine:
 *
 *   offered ─► awaiting ─► reserved ─► signed ─► sent ─► settled ─► confirmed
 *                 │           │          │        │         └─► undelivered ─► settled (same payload)
 *                 ▼           ▼          ▼        ▼
 *              declined    released    unknown ◄──┘     unknown ─► sent (same payload)
 *                                                       unknown ─► settled | expired | cancelled
 *                                                                  (by the chain)
 *
 * `reserved` and `signed` are one write; `released` is what an earlier version left between them.
 * `settled` is what the server says, `confirmed` what the chain says. A settlement that the chain
 * never saw ends as `expired`, one that the user cancelled there as `cancelled`.
 */
export type PaymentState =
  | 'offered'
  | 'awaiting'
  | 'declined'
  | 'reserved'
  | 'released'
  | 'signed'
  | 'sent'
  | 'unknown'
  | 'settled'
  | 'undelivered'
  | 'confirmed'
  | 'expired'
  | 'cancelled'

const NEXT: Record<PaymentState, readonly PaymentState[]> = {
  offered: ['awaiting', 'reserved'],
  awaiting: ['declined', 'reserved'],
  declined: [],
  reserved: ['signed', 'released'],
  released: [],
  signed: ['sent', 'unknown'],
  sent: ['settled', 'undelivered', 'unknown'],
  unknown: ['sent', 'settled', 'undelivered', 'expired', 'cancelled'],
  settled: ['confirmed', 'undelivered', 'expired', 'cancelled'],
  undelivered: ['sent', 'settled', 'confirmed', 'expired', 'cancelled'],
  confirmed: [],
  expired: [],
  cancelled: [],
}

/** Who or what moved a payment on: the first half of every step's reason. */
export type Cause = 'page' | 'user' | 'limits' | 'wallet' | 'server' | 'chain' | 'restart'

export function canMove(from: PaymentState, to: PaymentState): boolean {
  return NEXT[from].includes(to)
}

/** Money that is spent, or that may be: it counts against every budget until proven unspent. */
export function countsAsSpent(state: PaymentState): boolean {
  return SPENT.has(state)
}

/** The server may still turn the signature into a transfer. */
export function isOutstanding(state: PaymentState): boolean {
  return state === 'reserved' || state === 'signed' || state === 'sent' || state === 'unknown'
}

/** Shown as a payment in the history: something was signed. */
export function wasSigned(state: PaymentState): boolean {
  return SPENT.has(state) ? state !== 'reserved' : state === 'expired' || state === 'cancelled'
}

const SPENT: ReadonlySet<PaymentState> = new Set<PaymentState>([
  'reserved',
  'signed',
  'sent',
  'unknown',
  'settled',
  'undelivered',
  'confirmed',
])
