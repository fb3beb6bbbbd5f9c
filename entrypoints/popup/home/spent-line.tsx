import { i18n } from '#i18n'
import { useTotals } from '../../../components/hooks/use-totals'
import { formatUsd } from '../../../lib/payment/money'

/** Spent today and this month; test money only where there is any. */
export function SpentLine() {
  const totals = useTotals()
  if (!totals) return null
  return (
    <dl className="mt-3 grid grid-cols-2 gap-3 border-t border-line pt-3">
      <Spent name={i18n.t('home.spentToday')} amount={totals.real.today} test={totals.test.today} />
      <Spent name={i18n.t('home.spentMonth')} amount={totals.real.month} test={totals.test.month} />
    </dl>
  )
}

function Spent({ name, amount, test }: { name: string; amount: bigint; test: bigint }) {
  return (
    <div>
      <dt className="text-sm text-muted">{name}</dt>
      <dd className="font-medium">{formatUsd(amount)}</dd>
      {test > 0n && (
        <dd className="text-xs text-wait">{i18n.t('home.plusTest', [formatUsd(test)])}</dd>
      )}
    </div>
  )
}
