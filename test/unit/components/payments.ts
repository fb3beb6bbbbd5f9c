import type { PaymentState } from '../../../lib/payment/lifecycle'
import type { Payment, PaymentEvent } from '../../../lib/payment/payment'

interface Sample {
  id?: string
  state?: PaymentState
  tabId?: number
  createdAt?: number
  updatedAt?: number
  problem?: Payment['problem']
  trail?: PaymentEvent[]
}

/** A payment with only what the tests of the popup's order look at. */
export function samplePayment({ tabId = 1, ...sample }: Sample = {}): Payment {
  const at = sample.createdAt ?? 0
  const state = sample.state ?? 'awaiting'
  return {
    id: 'a',
    createdAt: at,
    updatedAt: at,
    trail: [{ state, at: sample.updatedAt ?? at }],
    request: { tabId },
    ...sample,
    state,
  } as unknown as Payment
}
