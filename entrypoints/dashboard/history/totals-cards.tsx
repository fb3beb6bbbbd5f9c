import { i18n } from '#i18n'
import { useTotals } from '../../../components/hooks/use-totals'
import { CARD } from '../../../components/ui/card'
import { formatUsd } from '../../../lib/payment/money'

/** Today and this month, real and test money apart; test money only where there is any. */
export function TotalsCards() {
  const totals = useTotals()
  if (!totals) return null
  const { real, test } = totals
  return (
    <dl className="mb-6 grid grid-cols-2 gap-4 sm:auto-cols-fr sm:grid-flow-col sm:grid-cols-none">
      <Total name={i18n.t('history.today')} amount={real.today} pending={real.outstandingToday} />
      <Total name={i18n.t('history.month')} amount={real.month} />
      {test.month > 0n && (
        <>
          <Total
            name={i18n.t('history.testToday')}
            amount={test.today}
            pending={test.outstandingToday}
          />
          <Total name={i18n.t('history.testMonth')} amount={test.month} />
        </>
      )}
    </dl>
  )
}

function Total({ name, amount, pending = 0n }: { name: string; amount: bigint; pending?: bigint }) {
  return (
    <div className={`${CARD} px-5 py-4`}>
      <dt className="text-sm text-muted">{name}</dt>
      <dd className="mt-0.5 text-2xl font-semibold tracking-tight">{formatUsd(amount)}</dd>
      {pending > 0n && (
        <dd className="text-xs text-wait">{i18n.t('history.pending', [formatUsd(pending)])}</dd>
      )}
    </div>
  )
}
