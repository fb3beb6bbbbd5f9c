import { i18n } from '#i18n'
import type { PaymentState } from '../../lib/payment/lifecycle'
import { Badge } from '../ui/badge'
import { statusOf, toneOf } from './status'

export function StatusBadge({ state }: { state: PaymentState }) {
  const status = statusOf(state)
  return <Badge tone={toneOf(status)}>{i18n.t(`status.${status}`)}</Badge>
}
