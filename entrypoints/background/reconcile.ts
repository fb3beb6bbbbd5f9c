import { cameAnyway } from '../../lib/payment/conclude'
import { disputesOf } from '../../lib/payment/dispute'
import { LifecycleError, type Payment } from '../../lib/payment/payment'
import type { ProblemCode } from '../../lib/problem'
import { annotate, getPayment, lookedFor, move } from '../../lib/store/ledger'
import { refreshBalance } from './balances'
import { type Finding, findOnChain } from './finding'
import { isAsked, lookAgain, watchLooks } from './looks'
import { keepOwn } from './platform'
import { inOrder } from './sequence'

/** Asks the chain about every payment that it has not had the last word on, and whose turn it is. */
export async function reconcileAll(): Promise<void> {
  const open = (await lookedFor()).filter(isAsked)
  const now = Date.now()
  const due = open.filter(({ lookAt = 0 }) => lookAt <= now || lookAt > now + LONGEST_WAIT_MS)
  // First: a slow server of one network holds up no look at another.
  await watchLooks(open.filter((one) => !due.includes(one)))
  await Promise.all(due.map(({ id }) => reconcile(id)))
}

/** No look lies further ahead than an hour, unless a clock did that has been put right. */
const LONGEST_WAIT_MS = 2 * 60 * 60 * 1000

/**
 * Asks the chain whether the authorization was used. Used: the payment is settled and confirmed,
 * and the transfer itself is kept beside what the server says of it. Unused past its `validBefore`
 * by the chain's own clock: it can never be, and the budget gets it back. Else, or when the chain
 * cannot be asked: later, ever more seldom.
 */
export function reconcile(id: string): Promise<void> {
  return inOrder(`reconcile ${id}`, async () => {
    const payment = await getPayment(id)
    if (!payment || !isAsked(payment)) return
    try {
      const finding = await findOnChain(payment)
      if (finding.is === 'open') await lookAgain(payment)
      else await applyFinding(payment, finding)
    } catch (error) {
      if (error instanceof LifecycleError) return
      await lookAgain(payment)
    }
  })
}

/** We lost sight of the answer: it may well have been the content. */
const UNSEEN: ReadonlySet<ProblemCode> = new Set([
  'interrupted',
  'request_not_repeated',
  'redirected',
])

async function applyFinding(
  payment: Payment,
  finding: Exclude<Finding, { is: 'open' }>,
): Promise<void> {
  const { id, terms } = payment
  if (finding.is === 'expired')
    await move(id, 'expired', 'chain', { problem: { code: 'authorization_expired' } })
  else if (finding.is === 'cancelled') await move(id, 'cancelled', 'chain')
  else await applyUse(payment, finding)
  // Whoever still waits for this payment waits in vain.
  void keepOwn(payment)
  if (payment.authorization) await refreshBalance(terms.networkId, payment.authorization.payer)
}

async function applyUse(
  payment: Payment,
  { proof }: Extract<Finding, { is: 'used' }>,
): Promise<void> {
  const { id, state, problem, receipt } = payment
  const disputes = proof && disputesOf(receipt, proof, payment)
  const seen = {
    provenSpent: true as const,
    ...(proof && { proof, transaction: proof.transaction }),
    ...(disputes?.length && { disputes }),
  }
  if (state === 'settled') await move(id, 'confirmed', 'chain', seen)
  else if (state === 'undelivered' || state === 'confirmed') await annotate(id, seen)
  else if (problem && (UNSEEN.has(problem.code) || cameAnyway(payment))) {
    await move(id, 'settled', 'chain', seen)
    await move(id, 'confirmed', 'chain')
  }
  // Paid, but the page never got its content: the user is told so, not just "paid".
  else await move(id, 'undelivered', 'chain', { ...seen, ...(problem && { problem }) })
  if (!proof) await lookAgain({ ...payment, provenSpent: true })
}
