import type { PaidRequest } from '../../lib/payment/request'

/** Whether only the user can make the request again: nothing of it could be held or rebuilt. */
export function needsAnotherTry({
  kind,
  rebuilds,
}: Pick<PaidRequest, 'kind' | 'rebuilds'>): boolean {
  return kind === 'unheld' || (kind === 'form' && !rebuilds)
}
