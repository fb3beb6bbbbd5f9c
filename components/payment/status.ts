import type { PaymentState } from '../../lib/payment/lifecycle'
import type { Payment } from '../../lib/payment/payment'

/** What a person needs to know of a state; the words are in the locale files, `status.<status>`. */
export type Status =
  | 'waiting'
  | 'paying'
  | 'paid'
  | 'confirmed'
  | 'checking'
  | 'undelivered'
  | 'expired'
  | 'cancelled'
  | 'failed'
  | 'declined'

export type Tone = 'good' | 'wait' | 'bad' | 'quiet'

const STATUS: Record<PaymentState, Status> = {
  offered: 'waiting',
  awaiting: 'waiting',
  declined: 'declined',
  reserved: 'paying',
  released: 'failed',
  signed: 'paying',
  sent: 'paying',
  unknown: 'checking',
  settled: 'paid',
  undelivered: 'undelivered',
  confirmed: 'confirmed',
  expired: 'expired',
  cancelled: 'cancelled',
}

const TONE: Record<Status, Tone> = {
  waiting: 'wait',
  paying: 'wait',
  paid: 'good',
  confirmed: 'good',
  checking: 'wait',
  undelivered: 'bad',
  expired: 'quiet',
  cancelled: 'quiet',
  failed: 'quiet',
  declined: 'quiet',
}

export function statusOf(state: PaymentState): Status {
  return STATUS[state]
}

/** The states that a person calls by that name. */
export function statesOf(status: Status): PaymentState[] {
  return (Object.keys(STATUS) as PaymentState[]).filter((state) => STATUS[state] === status)
}

/** What a payment in the history may be, as a choice of filters shows it. */
export const HISTORY_STATUSES = [
  'confirmed',
  'paid',
  'paying',
  'checking',
  'undelivered',
  'expired',
  'cancelled',
] as const satisfies readonly Status[]

export function toneOf(status: Status): Tone {
  return TONE[status]
}

/** When the payment last changed for the user; the chain's later confirmation is no news. */
export function endedAt(payment: Pick<Payment, 'trail' | 'updatedAt'>): number {
  const last = payment.trail.findLast(({ state }) => state !== 'confirmed')
  return last?.at ?? payment.updatedAt
}
