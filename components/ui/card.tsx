import type { ReactNode } from 'react'

export const CARD = 'rounded-2xl border border-line bg-surface shadow-card'

export function Card({ className = '', children }: { className?: string; children: ReactNode }) {
  return <div className={`${CARD} ${className}`}>{children}</div>
}
