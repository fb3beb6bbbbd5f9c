import { i18n } from '#i18n'
import { Meter } from '../../../components/charts/meter'
import { CARD } from '../../../components/ui/card'
import { type OtherMoney, spentOf } from '../../../lib/payment/budget'
import type { Period } from '../../../lib/store/overview'
import { formatMicro, formatUsd } from '../../../lib/words/money'

interface Props {
  name: string
  period: Period
  /** What was spent in other currencies. */
  other: readonly OtherMoney[]
  test: boolean
}

/** What a period took, and what its limit leaves. */
export function PeriodCard({ name, period, other, test }: Props) {
  const { limit, settled, outstanding } = period
  const spent = spentOf(period)
  return (
    <div className={`${CARD} flex flex-col px-5 py-4`}>
      <dt className="text-sm text-muted">
        {name}
        {test && <span className="text-wait"> · {i18n.t('common.testMoney')}</span>}
      </dt>
      <dd className="mt-0.5 text-2xl font-semibold tracking-tight">{formatUsd(spent)}</dd>
      {limit !== undefined && (
        <dd className="mt-1 text-sm text-muted">
          {leftWords(spent, limit)}
          <span className="mt-2 block">
            <Meter done={settled} open={outstanding} whole={limit} test={test} />
          </span>
        </dd>
      )}
      {outstanding > 0n && (
        <dd className="mt-1 text-sm text-wait">
          {i18n.t('overview.pending', [formatUsd(outstanding)])}
        </dd>
      )}
      {other.map(({ currency, micro }) => (
        <dd key={currency} className="mt-1 text-sm text-muted">
          + {formatMicro(micro, currency)}
        </dd>
      ))}
    </div>
  )
}

function leftWords(spent: bigint, limit: bigint): string {
  return spent > limit
    ? i18n.t('overview.over', [formatUsd(limit), formatUsd(spent - limit)])
    : i18n.t('overview.left', [formatUsd(limit), formatUsd(limit - spent)])
}
