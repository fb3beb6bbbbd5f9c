import type { ReactNode } from 'react'
import { i18n } from '#i18n'
import { OtherMoneyLines } from '../../../components/payment/other-money'
import { CARD } from '../../../components/ui/card'
import { formatUsd } from '../../../lib/words/money'
import { NOTHING_ELSEWHERE, useMonth } from './use-month'

/**
 * Today and this month, real and test money apart, other currencies beside the dollars: these are
 * read once the list is there.
 */
export function TotalsCards({ listed }: { listed: boolean }) {
  const { totals, elsewhere } = useMonth(listed)
  if (!totals) return null
  const { real, test } = totals
  const { real: realElsewhere, test: testElsewhere } = elsewhere ?? NOTHING_ELSEWHERE
  return (
    <dl className="mb-6 grid grid-cols-2 gap-4 sm:auto-cols-fr sm:grid-flow-col sm:grid-cols-none">
      <Total name={i18n.t('history.today')} amount={real.today} pending={real.outstandingToday}>
        <OtherMoneyLines real={realElsewhere.today} test={testElsewhere.today} />
      </Total>
      <Total name={i18n.t('history.month')} amount={real.month}>
        <OtherMoneyLines real={realElsewhere.month} test={testElsewhere.month} />
      </Total>
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

interface Props {
  name: string
  amount: bigint
  pending?: bigint
  children?: ReactNode
}

function Total({ name, amount, pending = 0n, children }: Props) {
  return (
    <div className={`${CARD} px-5 py-4`}>
      <dt className="text-sm text-muted">{name}</dt>
      <dd className="mt-0.5 text-2xl font-semibold tracking-tight">{formatUsd(amount)}</dd>
      {pending > 0n && (
        <dd className="text-xs text-wait">{i18n.t('history.pending', [formatUsd(pending)])}</dd>
      )}
      {children}
    </div>
  )
}
