import type { PaidRequest } from '../../lib/payment/request'

/** Whether only the user can make the request again: nothing of it could be held or rebuilt. */
export function needsAnotherTry({ kind, form }: Pick<PaidRequest, 'kind' | 'form'>): boolean {
  return kind === 'unheld' || (kind === 'form' && !form)
}
