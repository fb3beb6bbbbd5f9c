import { type ComponentProps, type ReactNode, useId } from 'react'

export const INPUT =
  'w-full rounded-xl border border-line-strong bg-surface px-3.5 py-2.5 text-ink placeholder:text-muted aria-invalid:border-bad'

interface Props extends Omit<ComponentProps<'input'>, 'id'> {
  label: string
  hint?: string | undefined
  error?: string | undefined
  /** Drawn before the text, for example a currency sign. */
  prefix?: string
  /** Drawn at the end, inside the frame. */
  trailing?: ReactNode
  labelHidden?: boolean
}

/** A labelled text field; its error is announced and tied to it. */
export function Field({ label, hint, error, prefix, trailing, labelHidden, ...input }: Props) {
  const id = useId()
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')
  return (
    <div>
      <label
        htmlFor={id}
        className={labelHidden ? 'sr-only' : 'mb-1.5 block text-sm font-medium text-ink'}
      >
        {label}
      </label>
      <div className="relative">
        {prefix && (
          <span aria-hidden className="absolute inset-y-0 start-3.5 flex items-center text-muted">
            {prefix}
          </span>
        )}
        <input
          id={id}
          autoComplete="off"
          spellCheck={false}
          aria-invalid={error ? true : undefined}
          aria-describedby={described || undefined}
          {...input}
          className={`${INPUT} ${prefix ? 'ps-7' : ''} ${trailing ? 'pe-11' : ''} ${input.className ?? ''}`}
        />
        {trailing && <div className="absolute inset-y-0 end-1 flex items-center">{trailing}</div>}
      </div>
      {hint && (
        <p id={`${id}-hint`} className="mt-1.5 text-sm text-muted">
          {hint}
        </p>
      )}
      <FieldError id={`${id}-error`} error={error} />
    </div>
  )
}

/** Always in the page, so that an error that comes later is announced. */
export function FieldError({ id, error }: { id: string; error: string | undefined }) {
  return (
    <p id={id} role="alert" className={error ? 'mt-1.5 text-sm font-medium text-bad' : 'sr-only'}>
      {error}
    </p>
  )
}
