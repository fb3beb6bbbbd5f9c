import { ChevronDown } from 'lucide-react'
import { useId } from 'react'
import { INPUT } from './field'

interface Props<Value extends string> {
  label: string
  /** The label steps back behind what is chosen. */
  quiet?: boolean
  value: Value
  choices: readonly { value: Value; name: string }[]
  onChange: (value: Value) => void
}

/** One of a few, from a list that opens. */
export function Select<Value extends string>(props: Props<Value>) {
  const { label, quiet = false, value, choices, onChange } = props
  const id = useId()
  return (
    <div className="min-w-0">
      <label
        htmlFor={id}
        className={`block text-sm font-medium wrap-anywhere ${quiet ? 'mb-2.5 text-muted' : 'mb-1.5'}`}
      >
        {label}
      </label>
      <div className="relative">
        <select
          id={id}
          value={value}
          onChange={(event) => onChange(event.target.value as Value)}
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
