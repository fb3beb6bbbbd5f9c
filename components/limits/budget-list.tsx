import type { ReactNode } from 'react'
import { type BudgetState, spentOf } from '../../lib/payment/budget'
import type { Limits } from '../../lib/payment/limits'
import type { Budgets } from '../../lib/store/queries'
import { BudgetMeter } from './budget-meter'
import { budgetWords } from './budget-words'

interface Props {
  label: string
  budgets: Budgets
  limits: Limits
  /** What is drawn below a budget. */
  below?: (budget: BudgetState) => ReactNode
}

/** Budgets one below the other, real and test money apart; test money only where there is any. */
export function BudgetList({ label, budgets, limits, below }: Props) {
  return (
    <ul aria-label={label} className="flex flex-col gap-5">
      {budgets.real.map((real) => {
        const name = budgetWords(real, limits.periods)
        const test = budgets.test.find((budget) => budget.name === real.name)
        return (
          <li key={real.name} className="flex flex-col gap-3">
            <BudgetMeter name={name} state={real} />
            {test && spentOf(test) > 0n && <BudgetMeter test name={name} state={test} />}
            {below?.(real)}
          </li>
        )
      })}
    </ul>
  )
}
