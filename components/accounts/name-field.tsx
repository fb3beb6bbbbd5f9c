import { i18n } from '#i18n'
import { Field } from '../ui/field'

/** As long as a name is kept. */
const MAX_LENGTH = 60

interface Props {
  label?: string
  name: string
  onChange: (name: string) => void
}

/** What the user calls something. */
export function NameField({ label, name, onChange }: Props) {
  return (
    <Field
      label={label ?? i18n.t('accounts.nameOptional')}
      maxLength={MAX_LENGTH}
      value={name}
      onChange={(event) => onChange(event.target.value)}
    />
  )
}
