import { i18n } from '#i18n'
import {
  type LimitName,
  type LimitsDraft,
  OPTIONAL_LIMITS,
  REQUIRED_LIMITS,
  suggestedDraft,
} from '../../../components/limits/limits-draft'
import type { Faults } from '../../../components/limits/typed-amounts'
import { Field } from '../../../components/ui/field'
import { SegmentedChoice } from '../../../components/ui/segmented-choice'
import { periods } from '../../../lib/payment/limits'

interface Props {
  draft: LimitsDraft
  faults: Faults<LimitName>
  onChange: (draft: LimitsDraft) => void
}

/** The amounts that are needed, those that may be set beside them, and how time is counted. */
export function LimitFields({ draft, faults, onChange }: Props) {
  const fieldOf = (name: LimitName, placeholder: string) => {
    const fault = faults[name]
    return (
      <Field
        key={name}
        label={i18n.t(`limits.${name}`)}
        prefix="$"
        inputMode="decimal"
        placeholder={placeholder}
        value={draft[name]}
        hint={name === 'total' ? i18n.t('limits.totalHint') : undefined}
        error={fault && i18n.t(`limits.${fault}`)}
        onChange={(event) => onChange({ ...draft, [name]: event.target.value })}
      />
    )
  }
  return (
    <div className="flex max-w-xl flex-col gap-5">
      <div className="grid gap-4 sm:grid-cols-2">
        {REQUIRED_LIMITS.map((name) => fieldOf(name, suggestedDraft()[name]))}
      </div>
      <fieldset>
        <legend className="font-semibold">{i18n.t('limits.more')}</legend>
        <p className="mt-0.5 text-sm text-muted">{i18n.t('limits.moreText')}</p>
        <div className="mt-3 grid gap-4 sm:grid-cols-3">
          {OPTIONAL_LIMITS.map((name) => fieldOf(name, i18n.t('limits.none')))}
        </div>
      </fieldset>
      <SegmentedChoice
        label={i18n.t('limits.periods')}
        value={draft.periods}
        choices={periods.options.map((value) => ({ value, name: i18n.t(`limits.${value}`) }))}
        onChange={(value) => onChange({ ...draft, periods: value })}
      />
    </div>
  )
}
