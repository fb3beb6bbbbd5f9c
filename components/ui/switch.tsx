import { Switch as Control } from 'radix-ui'
import type { ComponentProps } from 'react'

/** On or off, at once. Whoever uses it gives it a name. */
export function Switch(props: Omit<ComponentProps<typeof Control.Root>, 'className'>) {
  return (
    <Control.Root
      {...props}
      className="relative h-7 w-12 shrink-0 rounded-full bg-line-strong transition-colors data-[state=checked]:bg-copper"
    >
      <Control.Thumb className="block size-5 translate-x-1 rtl:-translate-x-1 rounded-full bg-surface shadow-sm transition-transform data-[state=checked]:translate-x-6 rtl:data-[state=checked]:-translate-x-6" />
    </Control.Root>
  )
}
