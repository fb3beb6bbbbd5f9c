import type { ReactNode } from 'react'
import { i18n } from '#i18n'
import { useTotals } from '../../../components/hooks/use-totals'
import { OtherMoneyLines } from '../../../components/payment/other-money'
import { formatUsd } from '../../../lib/words/money'

/** Spent today and this month; test money and other currencies only where there are any. */
export function SpentLine() {
  const totals = useTotals()
  if (!totals) return null
  const { real, test, realElsewhere, testElsewhere } = totals
  return (
    <dl className="mt-3 grid grid-cols-2 gap-3 border-t border-line pt-3">
      <Spent name={i18n.t('home.spentToday')} amount={real.today} test={test.today}>
        <OtherMoneyLines real={realElsewhere.today} test={testElsewhere.today} />
      </Spent>
      <Spent name={i18n.t('home.spentMonth')} amount={real.month} test={test.month}>
        <OtherMoneyLines real={realElsewhere.month} test={testElsewhere.month} />
      </Spent>
    </dl>
  )
}

interface Props {
  name: string
  amount: bigint
  test: bigint
  children: ReactNode
}

function Spent({ name, amount, test, children }: Props) {
  return (
    <div>
      <dt className="text-sm text-muted">{name}</dt>
      <dd className="font-medium">{formatUsd(amount)}</dd>
      {test > 0n && (
        <dd className="text-xs text-wait">{i18n.t('home.plusTest', [formatUsd(test)])}</dd>
      )}
      {children}
    </div>
  )
}
