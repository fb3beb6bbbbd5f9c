import { i18n } from '#i18n'
import {
  type LimitsDraft,
  type LimitsFault,
  SUGGESTED_DRAFT,
} from '../../../components/limits/limits-draft'
import { Field } from '../../../components/ui/field'

interface Props {
  draft: LimitsDraft
  faults: Partial<Record<keyof LimitsDraft, LimitsFault>>
  onChange: (draft: LimitsDraft) => void
}

const FIELDS = ['perPayment', 'perDay'] as const

export function LimitFields({ draft, faults, onChange }: Props) {
  return (
    <div className="grid max-w-md gap-4 sm:grid-cols-2">
      {FIELDS.map((field) => {
        const fault = faults[field]
        return (
          <Field
            key={field}
            label={i18n.t(`limits.${field}`)}
            prefix="$"
            inputMode="decimal"
            placeholder={SUGGESTED_DRAFT[field]}
            value={draft[field]}
            error={fault && i18n.t(`limits.${fault}`)}
            onChange={(event) => onChange({ ...draft, [field]: event.target.value })}
          />
        )
      })}
    </div>
  )
}
