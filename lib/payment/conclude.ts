import type { ProblemData } from '../problem'
import type { Receipt } from '../protocols/x402/receipt'
import { contentProblem, type Delivery } from './content'
import type { Payment } from './payment'

/** What the answer to a paid request makes of the payment. */
export interface Conclusion extends Pick<Payment, 'status' | 'receipt' | 'transaction'> {
  state: 'settled' | 'undelivered' | 'unknown'
  problem?: ProblemData
}

/** The answer to a paid request, as its headers tell. */
export interface Answered extends Delivery {
  receipt?: Receipt | undefined
  /** Why the server says that it still wants payment. */
  serverError?: string | undefined
}

/**
 * Reads the answer to a paid request. Content is delivered, or the server says it was paid and
 * still delivers none, or the outcome is open and the chain has to be asked: a 402, an error or an
 * empty answer does not mean that the signature was not used.
 */
export function conclude(answered: Answered): Conclusion {
  const { status, receipt, serverError } = answered
  const known = {
    status,
    ...(receipt ? { receipt } : {}),
    ...(receipt?.success && receipt.transaction ? { transaction: receipt.transaction } : {}),
  }
  if (receipt?.success === false) {
    const reason = receipt.errorReason ?? serverError
    return { ...known, state: 'unknown', problem: because('settlement_failed', reason) }
  }
  const problem = problemOf(answered)
  if (!problem) return { ...known, state: 'settled' }
  return { ...known, state: receipt?.success ? 'undelivered' : 'unknown', problem }
}

type Kept = Pick<Payment, 'problem' | 'answer' | 'request' | 'offer'>

/**
 * Whether content came with a receipt that denies the settlement: once the chain shows it, nothing
 * is missing but a true receipt.
 */
export function cameAnyway({ problem, answer, request, offer }: Kept): boolean {
  if (problem?.code !== 'settlement_failed' || !answer || !isGood(answer.status)) return false
  const { method } = request
  return contentProblem({ ...answer, method, promised: offer.resource.mimeType }) === undefined
}

/** Why what came is not the content; nothing where it is. */
function problemOf(answered: Answered): ProblemData | undefined {
  const { status, receipt, serverError } = answered
  if (isGood(status)) return contentProblem(answered)
  if (status >= 300 && status < 400) return receipt?.success ? undefined : { code: 'redirected' }
  if (status === 402 && !receipt) return because('payment_rejected', serverError)
  return { code: 'server_error', details: { status: String(status) } }
}

function isGood(status: number): boolean {
  return status >= 200 && status < 300
}

function because(
  code: 'settlement_failed' | 'payment_rejected',
  reason: string | undefined,
): ProblemData {
  return { code, ...(reason ? { details: { reason } } : {}) }
}
