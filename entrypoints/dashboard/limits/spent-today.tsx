import { i18n } from '#i18n'
import { useTotals } from '../../../components/hooks/use-totals'
import { formatUsd } from '../../../lib/payment/money'

/** How much of the day's budget is gone. */
export function SpentToday({ perDay }: { perDay: bigint }) {
  const totals = useTotals()
  if (!totals) return null
  const { real, test } = totals
  return (
    <div className="mt-6 border-t border-line pt-4 text-[0.9375rem]">
      <p>
        <span className="text-muted">{i18n.t('limits.spentToday')}</span>{' '}
        <span className="font-semibold">{formatUsd(real.today)}</span>{' '}
        {perDay > 0n && (
          <span className="text-muted">{i18n.t('limits.ofDay', [formatUsd(perDay)])}</span>
        )}
      </p>
      {perDay > 0n && <Bar spent={real.today} perDay={perDay} />}
      {test.today > 0n && (
        <p className="mt-2 text-sm text-wait">
          {i18n.t('limits.testToday', [formatUsd(test.today)])}
        </p>
      )}
    </div>
  )
}

function Bar({ spent, perDay }: { spent: bigint; perDay: bigint }) {
  const percent = spent >= perDay ? 100 : Number((spent * 100n) / perDay)
  return (
    <div aria-hidden className="mt-2 h-2 max-w-md overflow-hidden rounded-full bg-sunken">
      <div className="h-full rounded-full bg-copper" style={{ width: `${percent}%` }} />
    </div>
  )
}
