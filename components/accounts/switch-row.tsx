import { useId } from 'react'
import { Switch } from '../ui/switch'

interface Props {
  label: string
  hint: string
  checked: boolean
  onChange: (checked: boolean) => void
}

/** A small switch with its words, one of several in a form. */
export function SwitchRow({ label, hint, checked, onChange }: Props) {
  const id = useId()
  return (
    <div className="flex items-start justify-between gap-4">
      <div>
        <label htmlFor={id} className="cursor-pointer text-sm font-medium">
          {label}
        </label>
        <p id={`${id}-hint`} className="text-sm text-muted">
          {hint}
        </p>
      </div>
      <Switch
        id={id}
        checked={checked}
        onCheckedChange={onChange}
        aria-describedby={`${id}-hint`}
      />
    </div>
  )
}
