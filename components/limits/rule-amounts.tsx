import { i18n } from '#i18n'
import { Button } from '../ui/button'
import { Field } from '../ui/field'
import { RULE_BUDGETS, type RuleAmount, type RuleDraft } from './rule-choice'
import type { Faults } from './typed-amounts'

interface Props {
  host: string
  typed: RuleDraft
  faults: Faults<RuleAmount>
  withBudgets: boolean
  unsaved: boolean
  busy: boolean
  onChange: (typed: RuleDraft) => void
}

/** The amounts of a site's rule, with Save. */
export function RuleAmounts({ host, typed, faults, withBudgets, unsaved, busy, onChange }: Props) {
  // What is wrong with an amount that is not shown here is said at the one that is.
  const unseen = withBudgets ? undefined : (faults.perDay ?? faults.perMonth)
  const fault = faults.perPayment ?? unseen
  return (
    <>
      <div className="flex items-start gap-2">
        <div className="flex-1">
          <Field
            label={i18n.t('rule.amount', [host])}
            labelHidden
            prefix="$"
            inputMode="decimal"
            value={typed.perPayment}
            error={fault && i18n.t(`limits.${fault}`)}
            onChange={(event) => onChange({ ...typed, perPayment: event.target.value })}
          />
        </div>
        <Button type="submit" className="h-[2.875rem]" inert={!unsaved || busy}>
          {unsaved ? i18n.t('common.save') : i18n.t('common.saved')}
        </Button>
      </div>
      {withBudgets && (
        <div className="grid gap-3 sm:grid-cols-2">
          {RULE_BUDGETS.map((name) => {
            const own = faults[name]
            return (
              <Field
                key={name}
                label={i18n.t(`rule.${name}`)}
                prefix="$"
                inputMode="decimal"
                placeholder={i18n.t('limits.none')}
                value={typed[name]}
                error={own && i18n.t(`limits.${own}`)}
                onChange={(event) => onChange({ ...typed, [name]: event.target.value })}
              />
            )
          })}
        </div>
      )}
    </>
  )
}
