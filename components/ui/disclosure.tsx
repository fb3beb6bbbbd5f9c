import { ChevronDown } from 'lucide-react'
import { Collapsible } from 'radix-ui'
import type { ReactNode } from 'react'

/** A line that opens to more. */
export function Disclosure({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Collapsible.Root className="border-t border-line">
      <Collapsible.Trigger className="group flex w-full items-center justify-between px-5 py-2.5 text-sm font-medium text-muted hover:text-ink">
        {title}
        <ChevronDown
          aria-hidden
          className="size-4 transition-transform group-data-[state=open]:rotate-180"
        />
      </Collapsible.Trigger>
      <Collapsible.Content className="px-5 pb-4">{children}</Collapsible.Content>
    </Collapsible.Root>
  )
}
