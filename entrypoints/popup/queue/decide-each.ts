import { sendCommand } from '../../../lib/messages'
import type { Payment } from '../../../lib/payment/payment'

/** Each on its own: one that was decided elsewhere meanwhile does not keep the others. */
export async function declineEach(payments: readonly Payment[]): Promise<void> {
  await Promise.allSettled(payments.map(({ id }) => sendCommand('decline', { paymentId: id })))
}

/** What was shown of one payment, and why it was not paid. */
export interface Refusal {
  paymentId: string
  problem: unknown
}

/**
 * Approves each with the digest of the terms that were shown. All of them are on their way to the
 * worker at once: closing the popup does not stop halfway. Gives those that were refused.
 */
export async function approveEach(
  approvals: readonly { paymentId: string; terms: string }[],
): Promise<Refusal[]> {
  const outcomes = await Promise.allSettled(
    approvals.map((approval) => sendCommand('approve', approval)),
  )
  return outcomes.flatMap((outcome, index) => {
    const paymentId = approvals[index]?.paymentId
    return outcome.status === 'rejected' && paymentId
      ? [{ paymentId, problem: outcome.reason }]
      : []
  })
}
