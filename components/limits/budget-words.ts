import { i18n } from '#i18n'
import type { BudgetState } from '../../lib/payment/budget'
import type { Periods } from '../../lib/payment/limits'
import { dayWords } from '../words/time'

/** What a budget counts: `Today`, `Last 30 days`, `Allowance, used since Mar 4`. */
export function budgetWords({ name, since }: BudgetState, periods: Periods | undefined): string {
  const rolling = periods === 'rolling'
  switch (name) {
    case 'day':
    case 'site_day':
    case 'pair_day':
      return rolling ? i18n.t('budget.rollingDay') : i18n.t('budget.day')
    case 'month':
    case 'site_month':
    case 'pair_month':
      return rolling ? i18n.t('budget.rollingMonth') : i18n.t('budget.month')
    case 'total':
      return i18n.t('budget.total', [dayWords(since)])
  }
}
