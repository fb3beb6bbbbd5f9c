import { useId } from 'react'
import { Switch } from './switch'

const LOOK = {
  small: { gap: 'gap-4', label: 'text-sm font-medium', hint: 'text-sm' },
  large: { gap: 'gap-6', label: 'text-lg font-semibold', hint: 'mt-1 text-[0.9375rem]' },
} as const

interface Props {
  /** Small where it is one of several in a form. */
  size?: keyof typeof LOOK
  label: string
  hint: string
  checked: boolean
  onChange: (checked: boolean) => void
}

/** A switch with its words. */
export function Toggle({ size = 'small', label, hint, checked, onChange }: Props) {
  const id = useId()
  const look = LOOK[size]
  return (
    <div className={`flex items-start justify-between ${look.gap}`}>
      <div>
        <label htmlFor={id} className={`cursor-pointer ${look.label}`}>
          {label}
        </label>
        <p id={`${id}-hint`} className={`${look.hint} text-muted`}>
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
