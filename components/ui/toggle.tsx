import { Switch } from 'radix-ui'
import { useId } from 'react'

interface Props {
  label: string
  hint: string
  checked: boolean
  disabled?: boolean
  onChange: (checked: boolean) => void
}

/** A switch with its words. */
export function Toggle({ label, hint, checked, disabled = false, onChange }: Props) {
  const id = useId()
  return (
    <div className="flex items-start justify-between gap-6">
      <div>
        <label htmlFor={id} className="cursor-pointer text-lg font-semibold">
          {label}
        </label>
        <p id={`${id}-hint`} className="mt-1 text-[0.9375rem] text-muted">
          {hint}
        </p>
      </div>
      <Switch.Root
        id={id}
        checked={checked}
        disabled={disabled}
        onCheckedChange={onChange}
        aria-describedby={`${id}-hint`}
        className="relative mt-0.5 h-7 w-12 shrink-0 rounded-full bg-line-strong transition-colors data-[state=checked]:bg-copper"
      >
        <Switch.Thumb className="block size-5 translate-x-1 rounded-full bg-surface shadow-sm transition-transform data-[state=checked]:translate-x-6" />
      </Switch.Root>
    </div>
  )
}
