import { i18n } from '#i18n'
import { type BudgetState, leftOf, spentOf } from '../../lib/payment/budget'
import { formatUsd } from '../../lib/words/money'

interface Props {
  /** What it counts. */
  name: string
  state: BudgetState
  test?: boolean
}

/** What is spent, outstanding and left of one budget. */
export function BudgetMeter({ name, state, test = false }: Props) {
  const spent = spentOf(state)
  return (
    <div className="text-[0.9375rem]">
      <p className="flex flex-wrap items-baseline justify-between gap-x-4">
        <span className="font-medium">
          {name}
          {test && <span className="text-wait"> · {i18n.t('common.testMoney')}</span>}
        </span>
        <span>
          <span className="font-semibold">{i18n.t('budget.left', [formatUsd(leftOf(state))])}</span>{' '}
          <span className="text-muted">{i18n.t('budget.of', [formatUsd(state.limit)])}</span>
        </span>
      </p>
      <Bar state={state} test={test} />
      {spent > 0n && (
        <p className="mt-1 text-sm text-muted">
          {i18n.t('budget.spent', [formatUsd(spent)])}
          {state.outstanding > 0n && (
            <span className="text-wait">
              {' · '}
              {i18n.t('history.pending', [formatUsd(state.outstanding)])}
            </span>
          )}
        </p>
      )}
    </div>
  )
}

/** The words say it all; the bar shows it at a glance, what is not settled yet paler. */
function Bar({ state, test }: { state: BudgetState; test: boolean }) {
  const colour = test ? 'bg-wait' : 'bg-copper'
  const settled = percent(state.settled, state.limit)
  const all = percent(spentOf(state), state.limit)
  return (
    <div aria-hidden className="mt-1.5 flex h-2 overflow-hidden rounded-full bg-sunken">
      <div className={`h-full ${colour}`} style={{ width: `${settled}%` }} />
      <div className={`h-full opacity-50 ${colour}`} style={{ width: `${all - settled}%` }} />
    </div>
  )
}

function percent(part: bigint, whole: bigint): number {
  return part >= whole ? 100 : Number((part * 100n) / whole)
}
