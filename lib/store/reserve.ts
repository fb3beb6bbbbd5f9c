import { getToKnow } from '../payment/acquaintance'
import { displayedTerms } from '../payment/displayed'
import { advance, type Payment, type Signature } from '../payment/payment'
import type { Reason } from '../payment/policy'
import { reservation } from '../payment/reservation'
import { Problem } from '../problem'
import { db } from './db'
import { DECIDING, type Facts, readFacts } from './facts'
import { writeStep } from './ledger'

/** Waits for nothing but what is at hand: the transaction would be over. */
export type Sign = (reserved: Payment) => Promise<Signature>

export type Reserved =
  | { signed: Payment }
  | { reasons: Reason[] }
  /** Limits do not pay it, by these. */
  | { facts: Facts }

/**
 * Reserves the amount, signs, and stores what spends it: every limit is checked and the payment
 * written in one transaction, so that no two payments can pass the same check, nothing is signed
 * that was refused, and no signature can leave that was not counted. What waits for the user is on
 * record already; what is within the limits is new, and may be decided on here, by `allows`. See
 * `reservation`.
 * @throws {LifecycleError} when another context moved it on first
 * @throws {Problem} `payment_not_found`, `terms_changed`, and what `sign` throws
 */
export function reserve(
  payment: Payment,
  approvedBy: 'user' | 'limits',
  sign: Sign,
  allows?: (facts: Facts) => boolean,
): Promise<Reserved> {
  return db.transaction('rw', DECIDING, async () => {
    const now = Date.now()
    const [stored, facts] = await Promise.all([asOnRecord(payment), readFacts(payment, now)])
    if (allows && !allows(facts)) return { facts }
    const { standing, same, known } = facts
    const result = reservation(stored, approvedBy, standing, same, facts, now)
    if ('reasons' in result) {
      if (approvedBy === 'user') await explain(stored, result.reasons)
      return result
    }
    const signature = await sign(result.reserved)
    const signed = advance(result.reserved, 'signed', 'wallet', now, signature)
    const [written] = await Promise.all([
      writeStep(stored, signed),
      db.acquaintances.put(getToKnow(known, payment, now)),
    ])
    return { signed: written }
  })
}

/** What has come about meanwhile is shown to the user with the rest. */
async function explain(payment: Payment, reasons: Reason[]): Promise<void> {
  const news = reasons.filter(({ code }) => !payment.reasons.some((old) => old.code === code))
  if (payment.state !== 'awaiting' || news.length === 0) return
  await db.payments.put({ ...payment, reasons: [...payment.reasons, ...news] })
}

/** What is signed has to be what is on record, where it is: nothing less was shown to the user. */
async function asOnRecord(payment: Payment): Promise<Payment> {
  const stored = await db.payments.get(payment.id)
  if (!stored && payment.state === 'offered') return payment
  if (!stored) throw new Problem('payment_not_found')
  if (displayedTerms(stored) !== displayedTerms(payment)) throw new Problem('terms_changed')
  return stored
}
