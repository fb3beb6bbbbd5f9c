import type { ProblemData } from '../problem'
import type { Receipt } from '../protocols/x402/receipt'
import type { Payment } from './payment'

/** What the answer to a paid request makes of the payment. */
export interface Conclusion extends Pick<Payment, 'status' | 'receipt' | 'transaction'> {
  state: 'settled' | 'undelivered' | 'unknown'
  problem?: ProblemData
}

/**
 * Reads the answer to a paid request. Content is delivered, or the server says it was paid and
 * still delivers none, or the outcome is open and the chain has to be asked: a 402 or an error
 * does not mean that the signature was not used.
 */
export function conclude(
  status: number,
  receipt: Receipt | undefined,
  serverError: string | undefined,
): Conclusion {
  const known = {
    status,
    ...(receipt ? { receipt } : {}),
    ...(receipt?.success && receipt.transaction ? { transaction: receipt.transaction } : {}),
  }
  const delivered = status >= 200 && status < 300
  const moved = status >= 300 && status < 400 && receipt?.success === true
  if (receipt?.success === false) {
    return unknown(known, 'settlement_failed', receipt.errorReason ?? serverError)
  }
  if (delivered || moved) return { ...known, state: 'settled' }
  if (status >= 300 && status < 400)
    return { ...known, state: 'unknown', problem: { code: 'redirected' } }
  const failure = { code: 'server_error', details: { status: String(status) } } as const
  if (receipt?.success) return { ...known, state: 'undelivered', problem: failure }
  if (status === 402) return unknown(known, 'payment_rejected', serverError)
  return { ...known, state: 'unknown', problem: failure }
}

function unknown(
  known: Omit<Conclusion, 'state'>,
  code: 'settlement_failed' | 'payment_rejected',
  reason: string | undefined,
): Conclusion {
  return {
    ...known,
    state: 'unknown',
    problem: { code, ...(reason ? { details: { reason } } : {}) },
  }
}
