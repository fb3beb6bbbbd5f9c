import type { TotalRow } from '../payment/totals'
import { db } from './db'

/** Running totals of a scope by the quarter of an hour, oldest first. Milliseconds since 1970. */
export function quarters(
  scope: string,
  from: number,
  before = Number.POSITIVE_INFINITY,
): Promise<TotalRow[]> {
  return db.totals
    .where('[scope+grain+start]')
    .between([scope, 'quarter', from], [scope, 'quarter', before], true, false)
    .toArray()
}
