import { Trash2 } from 'lucide-react'
import { i18n } from '#i18n'
import { LetterTile } from '../../../components/brand/letter-tile'
import { useBudgets } from '../../../components/hooks/use-budgets'
import { useCommand } from '../../../components/hooks/use-command'
import { BudgetList } from '../../../components/limits/budget-list'
import { SiteRuleEditor } from '../../../components/limits/site-rule-editor'
import { hostOf } from '../../../components/payment/site'
import { IconButton } from '../../../components/ui/icon-button'
import { ProblemNote } from '../../../components/ui/problem-note'
import { sendCommand } from '../../../lib/messages'
import type { Limits } from '../../../lib/payment/limits'

/** One site with its rule and its budgets, to change or to remove. */
export function SiteRow({ site, limits }: { site: string; limits: Limits }) {
  const removal = useCommand()
  const budgets = useBudgets(site)
  return (
    <li className="flex items-start gap-4 py-4 first:pt-0">
      <LetterTile origin={site} />
      <div className="flex min-w-0 max-w-md flex-1 flex-col gap-4">
        <SiteRuleEditor site={site} withBudgets />
        {budgets && budgets.real.length > 0 && (
          <BudgetList
            label={i18n.t('budget.ofSite', [hostOf(site)])}
            budgets={budgets}
            limits={limits}
          />
        )}
        <ProblemNote problem={removal.problem} />
      </div>
      <IconButton
        icon={Trash2}
        label={i18n.t('limits.removeRule', [hostOf(site)])}
        className="ms-auto"
        onClick={() => removal.run(() => sendCommand('setSiteRule', { site, rule: null }))}
      />
    </li>
  )
}
