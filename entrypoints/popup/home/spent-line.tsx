import { i18n } from '#i18n'
import { useTotals } from '../../../components/hooks/use-totals'
import { formatUsd } from '../../../lib/payment/money'
import type { Totals } from '../../../lib/store/queries'

/** Spent today and this month; test money only where there is any. */
export function SpentLine() {
  const totals = useTotals()
  if (!totals) return null
  return (
    <dl className="mt-3 grid grid-cols-[auto_1fr_auto] gap-x-3 border-t border-line pt-3 text-sm">
      <Spent totals={totals.real} />
      {totals.test.month > 0n && <Spent totals={totals.test} test />}
    </dl>
  )
}

function Spent({ totals, test = false }: { totals: Totals; test?: boolean }) {
  const suffix = test ? ` · ${i18n.t('common.testMoney')}` : ''
  return (
    <>
      <div className="col-span-3 flex justify-between py-0.5">
        <dt className="text-muted">{i18n.t('home.spentToday') + suffix}</dt>
        <dd className="font-medium">{formatUsd(totals.today)}</dd>
      </div>
      <div className="col-span-3 flex justify-between py-0.5">
        <dt className="text-muted">{i18n.t('home.spentMonth') + suffix}</dt>
        <dd className="font-medium">{formatUsd(totals.month)}</dd>
      </div>
    </>
  )
}
