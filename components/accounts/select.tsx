import { ChevronDown } from 'lucide-react'
import { useId } from 'react'
import { INPUT } from '../ui/field'

interface Props {
  label: string
  labelHidden?: boolean
  value: string
  choices: readonly { value: string; name: string }[]
  onChange: (value: string) => void
}

/** One of a few, from a list that opens. */
export function Select({ label, labelHidden = false, value, choices, onChange }: Props) {
  const id = useId()
  return (
    <div className="min-w-0">
      <label
        htmlFor={id}
        className={labelHidden ? 'sr-only' : 'mb-1.5 block text-sm font-medium wrap-anywhere'}
      >
        {label}
      </label>
      <div className="relative">
        <select
          id={id}
          value={value}
          onChange={(event) => onChange(event.target.value)}
          className={`${INPUT} appearance-none pe-10 text-ellipsis`}
        >
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.name}
            </option>
          ))}
        </select>
        <ChevronDown
          aria-hidden
          className="pointer-events-none absolute top-1/2 end-3.5 size-4 -translate-y-1/2 text-muted"
        />
      </div>
    </div>
  )
}
