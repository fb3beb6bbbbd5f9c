import { useId } from 'react'

interface Props<Value extends string> {
  label: string
  value: Value
  choices: readonly { value: Value; name: string }[]
  onChange: (value: Value) => void
}

/** A few choices side by side: radio buttons that look like one bar. */
export function SegmentedChoice<Value extends string>({
  label,
  value,
  choices,
  onChange,
}: Props<Value>) {
  const name = useId()
  return (
    <fieldset>
      <legend className="mb-1.5 text-sm font-medium">{label}</legend>
      <div className="grid auto-cols-fr grid-flow-col gap-1 rounded-xl bg-sunken p-1">
        {choices.map((choice) => (
          <label
            key={choice.value}
            className="cursor-pointer rounded-lg px-3 py-2 text-center text-sm font-medium text-muted has-checked:bg-surface has-checked:text-ink has-checked:shadow-sm has-checked:ring-1 has-checked:ring-line-strong/60 has-focus-visible:outline-2 has-focus-visible:outline-copper"
          >
            <input
              type="radio"
              name={name}
              className="sr-only"
              checked={choice.value === value}
              onChange={() => onChange(choice.value)}
            />
            {choice.name}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
