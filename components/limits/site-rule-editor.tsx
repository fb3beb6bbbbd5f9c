import { type FormEvent, useState } from 'react'
import { i18n } from '#i18n'
import { sendCommand } from '../../lib/messages'
import { useCommand } from '../hooks/use-command'
import { useLimits, useSiteRule } from '../hooks/use-limits'
import { hostOf } from '../payment/site'
import { ProblemNote } from '../ui/problem-note'
import { Select } from '../ui/select'
import { RuleAmounts } from './rule-amounts'
import {
  choiceOf,
  RULE_CHOICES,
  type RuleAmount,
  type RuleChoice,
  type RuleDraft,
  ruleDraftOf,
  ruleMessage,
} from './rule-choice'
import type { Faults } from './typed-amounts'

interface Draft {
  choice: RuleChoice
  typed: RuleDraft
  faults?: Faults<RuleAmount>
}

interface Props {
  site: string
  /** Offers budgets of the site's own; without it they stay as they are. */
  withBudgets?: boolean
}

/** The user's word on one site. Choices hold at once; amounts hold with Save. */
export function SiteRuleEditor({ site, withBudgets = false }: Props) {
  const stored = useSiteRule(site)
  const limits = useLimits()
  const [draft, setDraft] = useState<Draft>()
  const command = useCommand()
  if (stored === undefined || !limits) return null

  const storedDraft = ruleDraftOf(stored, limits)
  const choice = draft?.choice ?? choiceOf(stored)
  const typed = draft?.typed ?? storedDraft

  async function save(next: RuleChoice) {
    const message = ruleMessage(next, typed)
    if ('faults' in message) return setDraft({ choice: next, typed, faults: message.faults })
    const saved = await command.run(() => sendCommand('setSiteRule', { site, rule: message.rule }))
    if (saved) setDraft(undefined)
  }

  function choose(next: RuleChoice) {
    setDraft({ choice: next, typed })
    if (next !== 'auto') void save(next)
  }

  function submit(event: FormEvent) {
    event.preventDefault()
    void save('auto')
  }

  const unsaved = stored?.mode !== 'auto' || JSON.stringify(typed) !== JSON.stringify(storedDraft)
  return (
    <form onSubmit={submit} className="flex flex-col gap-2.5">
      <Select
        label={i18n.t('rule.label', [hostOf(site)])}
        quiet
        value={choice}
        choices={RULE_CHOICES.map((value) => ({ value, name: i18n.t(`rule.${value}`) }))}
        onChange={choose}
      />
      {choice === 'auto' && (
        <RuleAmounts
          host={hostOf(site)}
          typed={typed}
          faults={draft?.faults ?? {}}
          withBudgets={withBudgets}
          unsaved={unsaved}
          busy={command.busy}
          onChange={(next) => setDraft({ choice, typed: next })}
        />
      )}
      {choice === 'auto' && !limits.autoApprove && (
        <p className="text-sm text-muted">{i18n.t('rule.needsAuto')}</p>
      )}
      <ProblemNote problem={command.problem} />
    </form>
  )
}
