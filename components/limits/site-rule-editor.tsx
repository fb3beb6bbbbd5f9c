import { type FormEvent, useId, useState } from 'react'
import { i18n } from '#i18n'
import { sendCommand } from '../../lib/messages'
import { useCommand } from '../hooks/use-command'
import { useLimits, useSiteRule } from '../hooks/use-limits'
import { hostOf } from '../payment/site'
import { Button } from '../ui/button'
import { Field } from '../ui/field'
import { ProblemNote } from '../ui/problem-note'
import { choiceOf, type RuleChoice, ruleMessage } from './rule-choice'
import { RuleSelect } from './rule-select'
import { suggestedAmount } from './suggested-amount'

interface Draft {
  choice: RuleChoice
  amount: string
  fault?: string
}

/** The user's word on one site. Choices hold at once; an amount holds with Save. */
export function SiteRuleEditor({ site }: { site: string }) {
  const id = useId()
  const stored = useSiteRule(site)
  const limits = useLimits()
  const [draft, setDraft] = useState<Draft>()
  const command = useCommand()
  if (stored === undefined || !limits) return null

  const storedAmount = suggestedAmount(stored, limits)
  const choice = draft?.choice ?? choiceOf(stored)
  const amount = draft?.amount ?? storedAmount
  const host = hostOf(site)

  async function save(next: RuleChoice, text: string) {
    const message = ruleMessage(next, text)
    if ('fault' in message) {
      setDraft({ choice: next, amount: text, fault: i18n.t(`limits.${message.fault}`) })
      return
    }
    const saved = await command.run(() => sendCommand('setSiteRule', { site, rule: message.rule }))
    if (saved) setDraft(undefined)
  }

  function choose(next: RuleChoice) {
    setDraft({ choice: next, amount })
    if (next !== 'auto') void save(next, amount)
  }

  function submit(event: FormEvent) {
    event.preventDefault()
    void save('auto', amount)
  }

  const unsaved = choice === 'auto' && (stored?.mode !== 'auto' || amount !== storedAmount)
  return (
    <form onSubmit={submit} className="flex flex-col gap-2.5">
      <label htmlFor={id} className="block text-sm font-medium text-muted wrap-anywhere">
        {i18n.t('rule.label', [host])}
      </label>
      <RuleSelect id={id} value={choice} onChange={choose} />
      {choice === 'auto' && (
        <div className="flex items-start gap-2">
          <div className="flex-1">
            <Field
              label={i18n.t('rule.amount', [host])}
              labelHidden
              prefix="$"
              inputMode="decimal"
              value={amount}
              error={draft?.fault}
              onChange={(event) => setDraft({ choice, amount: event.target.value })}
            />
          </div>
          <Button type="submit" className="h-[2.875rem]" inert={!unsaved || command.busy}>
            {unsaved ? i18n.t('common.save') : i18n.t('common.saved')}
          </Button>
        </div>
      )}
      {choice === 'auto' && !limits.autoApprove && (
        <p className="text-sm text-muted">{i18n.t('rule.needsAuto')}</p>
      )}
      <ProblemNote problem={command.problem} />
    </form>
  )
}
