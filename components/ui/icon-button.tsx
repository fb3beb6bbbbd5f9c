import type { LucideIcon } from 'lucide-react'
import type { ComponentProps } from 'react'

export const ICON_BUTTON =
  'inline-flex size-9 items-center justify-center rounded-lg text-muted transition-colors hover:bg-sunken hover:text-ink aria-disabled:opacity-40'

interface Props extends ComponentProps<'button'> {
  icon: LucideIcon
  label: string
}

/** A button that is only a picture; its label is its name and its tooltip. */
export function IconButton({ icon: Icon, label, className = '', ...rest }: Props) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      className={`${ICON_BUTTON} ${className}`}
      {...rest}
    >
      <Icon aria-hidden className="size-[1.125rem]" />
    </button>
  )
}
