import { ChevronDown } from 'lucide-react'
import { i18n } from '#i18n'
import { INPUT } from '../ui/field'
import { RULE_CHOICES, type RuleChoice } from './rule-choice'

interface Props {
  id: string
  value: RuleChoice
  onChange: (choice: RuleChoice) => void
}

export function RuleSelect({ id, value, onChange }: Props) {
  return (
    <div className="relative">
      <select
        id={id}
        value={value}
        onChange={(event) => onChange(event.target.value as RuleChoice)}
        className={`${INPUT} appearance-none pe-10`}
      >
        {RULE_CHOICES.map((choice) => (
          <option key={choice} value={choice}>
            {i18n.t(`rule.${choice}`)}
          </option>
        ))}
      </select>
      <ChevronDown
        aria-hidden
        className="pointer-events-none absolute top-1/2 end-3.5 size-4 -translate-y-1/2 text-muted"
      />
    </div>
  )
}
