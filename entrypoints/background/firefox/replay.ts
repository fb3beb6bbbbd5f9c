import type { Payment } from '../../../lib/payment/payment'
import type { PaymentHeader } from '../../../lib/protocols/x402/payload'
import { forgetUnpaid } from '../../../lib/store/ledger'
import type { ReplayEvents } from '../replay'
import type { AnswerDetails } from '../replay/watch'
import { type Held, heldBy, leaveWith, letGo, restart } from './held'

/** Whether the held request that the payment is for still waits. */
export async function isWaiting({ request }: Payment): Promise<boolean> {
  const held = heldBy(request.ticket)
  return held?.phase === 'held' || held?.phase === 'ready'
}

/** Brings the request to where only the payment is missing, before anything is signed. */
export async function standBy({ request }: Payment): Promise<boolean> {
  const held = heldBy(request.ticket)
  if (!held || !(await restart(held))) return false
  if (request.kind !== 'fetch' || !isUnreadable(held)) return true
  letGo(held)
  return false
}

/** What a page asks for without CORS it can show, but a script cannot read. */
function isUnreadable({ requestHeaders }: Held): boolean {
  return requestHeaders.some(
    ({ name, value }) => name.toLowerCase() === 'sec-fetch-mode' && value === 'no-cors',
  )
}

/** Lets the held request leave again, with the payment on it: the same one, body and all. */
export async function repeat(
  payment: Payment,
  header: PaymentHeader,
  events: ReplayEvents,
): Promise<void> {
  const held = heldBy(payment.request.ticket)
  if (held?.phase === 'paid') return
  if (!held || !(await restart(held))) return events.onNotRepeated(payment)
  held.onAnswered = (details) => events.onAnswered(payment, details as unknown as AnswerDetails)
  held.onFailed = (error) => events.onFailed(payment, error)
  events.onSent(payment)
  leaveWith(held, header)
}

/** Has the request made again as it was: what was bought before may open without a payment. */
export async function repeatUnpaid({ request }: Payment): Promise<void> {
  const held = heldBy(request.ticket)
  if (held && (await restart(held))) letGo(held)
}

/** Gives a held request its own 402 back. */
export async function keepOwn({ request }: Payment): Promise<void> {
  const held = heldBy(request.ticket)
  if (held) letGo(held)
}

/** A new worker holds nothing: what an earlier one held has gone to its page. */
export async function resetReplay(): Promise<void> {
  await forgetUnpaid(() => true)
}
