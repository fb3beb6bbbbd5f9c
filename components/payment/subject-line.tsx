import type { Payment } from '../../lib/payment/payment'
import { subjectOf } from './subject'

/** What a payment is for: the page's and server's own words, set apart from ours. */
export function Subject({ payment }: { payment: Payment }) {
  return (
    <p className="line-clamp-3 border-s-2 border-copper/50 ps-3 text-[0.9375rem] wrap-anywhere">
      <bdi>{subjectOf(payment)}</bdi>
    </p>
  )
}
