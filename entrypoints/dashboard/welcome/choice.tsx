import type { LucideIcon } from 'lucide-react'

interface Props {
  icon: LucideIcon
  name: string
  hint: string
  busy?: boolean
  onClick: () => void
}

/** One of a few ways to go on. */
export function Choice({ icon: Icon, name, hint, busy = false, onClick }: Props) {
  return (
    <button
      type="button"
      aria-disabled={busy || undefined}
      onClick={() => {
        if (!busy) onClick()
      }}
      className="flex items-center gap-4 rounded-2xl border border-line-strong/60 p-4 text-start transition-colors hover:border-copper hover:bg-copper-soft/40 aria-disabled:opacity-60"
    >
      <span className="flex size-11 shrink-0 items-center justify-center rounded-xl bg-copper-soft text-copper">
        <Icon aria-hidden className="size-5" />
      </span>
      <span>
        <span className="block font-semibold">{name}</span>
        <span className="block text-sm text-muted">{hint}</span>
      </span>
    </button>
  )
}
