import type { ReactNode } from 'react'

/** One row of a list of facts (`<dl>`). */
export function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="flex items-baseline justify-between gap-4 py-1 text-sm">
      <dt className="shrink-0 text-muted">{name}</dt>
      <dd className="min-w-0 text-end text-ink">{children}</dd>
    </div>
  )
}
