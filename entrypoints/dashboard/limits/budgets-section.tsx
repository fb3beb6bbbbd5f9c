import { i18n } from '#i18n'
import { useBudgets } from '../../../components/hooks/use-budgets'
import { BudgetList } from '../../../components/limits/budget-list'
import type { Limits } from '../../../lib/payment/limits'
import { Section } from '../section'
import { RestartTotal } from './restart-total'

/** What is spent and what is left, whoever approved it; nothing before limits were set. */
export function BudgetsSection({ limits }: { limits: Limits }) {
  const budgets = useBudgets()
  if (!budgets || limits.perDay === 0n) return null
  const title = i18n.t('limits.budgets')
  return (
    <Section title={title} text={i18n.t('limits.budgetsText')}>
      <div className="max-w-xl">
        <BudgetList
          label={title}
          budgets={budgets}
          limits={limits}
          below={({ name }) => name === 'total' && <RestartTotal />}
        />
      </div>
    </Section>
  )
}
