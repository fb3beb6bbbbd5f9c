import { i18n } from '#i18n'
import { Field } from '../../../components/ui/field'
import { fieldText } from '../../../lib/words/money'
import { faultOf } from './query'
import { useDraft } from './use-draft'

interface Props {
  label: string
  value: string
  onChange: (text: string) => void
}

const WORDS = {
  amountInvalid: 'history.amountInvalid',
  amountGrouped: 'limits.amountGrouped',
} as const

/** One end of a range of amounts, in whatever currency a payment is. */
export function AmountFilter({ label, value, onChange }: Props) {
  const [text, setText] = useDraft(value, onChange)
  const fault = faultOf(value)
  return (
    <Field
      label={label}
      inputMode="decimal"
      placeholder={fieldText(0n)}
      value={text}
      error={fault && i18n.t(WORDS[fault])}
      onChange={(event) => setText(event.target.value)}
    />
  )
}
