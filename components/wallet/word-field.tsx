import { i18n } from '#i18n'
import { Field } from '../ui/field'

interface Props {
  /** From 1. */
  position: number
  typed: string
  wrong: boolean
  autoFocus?: boolean
  onChange: (typed: string) => void
}

/** One word of the wallet; neither the browser nor a password manager keeps it. */
export function WordField({ position, typed, wrong, autoFocus = false, onChange }: Props) {
  return (
    <Field
      label={i18n.t('unlock.word', [position])}
      value={typed}
      autoFocus={autoFocus}
      autoCapitalize="none"
      autoCorrect="off"
      data-1p-ignore
      data-lpignore="true"
      error={wrong ? i18n.t('unlock.wordWrong', [position]) : undefined}
      onChange={(event) => onChange(event.target.value)}
    />
  )
}
