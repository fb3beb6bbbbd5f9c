import { type ComponentProps, useId } from 'react'
import { FieldError, INPUT } from './field'

interface Props extends Omit<ComponentProps<'textarea'>, 'id'> {
  label: string
  hint: string
  error: string | undefined
}

/** A labelled field of several lines. Spell checkers, which may send the text away, are off. */
export function TextArea({ label, hint, error, ...area }: Props) {
  const id = useId()
  return (
    <div>
      <label htmlFor={id} className="mb-1.5 block text-sm font-medium text-ink">
        {label}
      </label>
      <textarea
        id={id}
        rows={3}
        autoComplete="off"
        autoCapitalize="none"
        autoCorrect="off"
        spellCheck={false}
        aria-invalid={error ? true : undefined}
        aria-describedby={`${id}-hint ${id}-error`}
        className={INPUT}
        {...area}
      />
      <p id={`${id}-hint`} className="mt-1 text-sm text-muted">
        {hint}
      </p>
      <FieldError id={`${id}-error`} error={error} />
    </div>
  )
}
