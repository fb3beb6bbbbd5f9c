import type { ComponentProps } from 'react'

const LOOK = {
  primary:
    'bg-copper text-on-copper shadow-sm hover:bg-copper-deep aria-disabled:bg-copper/45 aria-disabled:shadow-none',
  secondary: 'border border-line-strong/60 bg-surface text-ink hover:bg-sunken',
  quiet: 'text-copper hover:bg-copper-soft',
} as const

const SIZE = {
  large: 'min-h-12 px-5 py-2 text-base font-semibold',
  medium: 'min-h-10 px-4 py-1.5 text-sm font-medium',
  small: 'min-h-8 px-2.5 py-1 text-sm font-medium',
} as const

interface Props extends ComponentProps<'button'> {
  look?: keyof typeof LOOK
  size?: keyof typeof SIZE
  /** Stays reachable by keyboard and says that it is off; clicks do nothing. */
  inert?: boolean
}

export function Button({
  look = 'secondary',
  size = 'medium',
  inert = false,
  className = '',
  onClick,
  ...rest
}: Props) {
  return (
    <button
      type="button"
      aria-disabled={inert || undefined}
      onClick={(event) => {
        if (inert) event.preventDefault()
        else onClick?.(event)
      }}
      className={`inline-flex items-center justify-center gap-2 rounded-xl text-balance transition-colors duration-150 ${LOOK[look]} ${SIZE[size]} ${className}`}
      {...rest}
    />
  )
}
