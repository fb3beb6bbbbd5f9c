import { i18n } from '#i18n'
import { Field } from '../../../components/ui/field'
import { isFaulty } from './query'
import { useDraft } from './use-draft'

interface Props {
  label: string
  value: string
  onChange: (text: string) => void
}

/** One end of a range of amounts, in whatever currency a payment is. */
export function AmountFilter({ label, value, onChange }: Props) {
  const [text, setText] = useDraft(value, onChange)
  return (
    <Field
      label={label}
      inputMode="decimal"
      placeholder="0.00"
      value={text}
      error={isFaulty(value) ? i18n.t('history.amountInvalid') : undefined}
      onChange={(event) => setText(event.target.value)}
    />
  )
}
