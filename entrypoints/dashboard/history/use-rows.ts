import { useLiveQuery } from 'dexie-react-hooks'
import { useRef } from 'react'
import { type Layout, lineAt } from '../../../lib/payment/history/layout'
import type { Payment } from '../../../lib/payment/payment'
import { paymentsById } from '../../../lib/store/history'

/** Lines are read in blocks, one more on either side of those on the screen. */
const BLOCK = 32

const NONE: ReadonlyMap<string, Payment> = new Map()

/**
 * The payments on some lines and around them, with what becomes of them; `kept` is there wherever
 * it stands. Before they are read a moment passes in which some may be missing.
 */
export function useRows(
  layout: Layout,
  first: number,
  last: number,
  kept: string | undefined,
): ReadonlyMap<string, Payment> {
  const ids = idsBetween(layout, first, last)
  if (kept !== undefined && !ids.includes(kept)) ids.push(kept)
  const read = useLiveQuery(() => paymentsById(ids), [ids.join()])
  const latest = useRef(NONE)
  latest.current = read ?? latest.current
  return latest.current
}

function idsBetween(layout: Layout, first: number, last: number): string[] {
  const from = (Math.floor(first / BLOCK) - 1) * BLOCK
  const to = (Math.floor(last / BLOCK) + 2) * BLOCK
  const ids: string[] = []
  for (let line = Math.max(0, from); line < to; line++) {
    const id = lineAt(layout, line)?.id
    if (id !== undefined) ids.push(id)
  }
  return ids
}
