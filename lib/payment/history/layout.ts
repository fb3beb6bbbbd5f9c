import type { Day } from './days'

/** The history as one list of lines: each day's own line, then one for each of its payments. */
export interface Layout {
  days: readonly Day[]
  /** The line that each day begins at. */
  starts: readonly number[]
  /** How many lines there are. */
  length: number
}

/** A line: of a payment where there is an id, else of the day itself. */
export interface Line {
  day: Day
  id?: string
}

export function layoutOf(days: readonly Day[]): Layout {
  const starts: number[] = []
  let length = 0
  for (const { ids } of days) {
    starts.push(length)
    length += ids.length + 1
  }
  return { days, starts, length }
}

export function lineAt({ days, starts, length }: Layout, index: number): Line | undefined {
  if (index < 0 || index >= length) return undefined
  let low = 0
  let high = starts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((starts[middle] ?? 0) <= index) low = middle
    else high = middle - 1
  }
  const day = days[low]
  const id = day?.ids[index - (starts[low] ?? 0) - 1]
  return day && (id === undefined ? { day } : { day, id })
}

/** The line of a payment, -1 where it is not in the list. */
export function lineOf({ days, starts }: Layout, id: string): number {
  for (const [index, { ids }] of days.entries()) {
    const place = ids.indexOf(id)
    if (place >= 0) return (starts[index] ?? 0) + place + 1
  }
  return -1
}

/**
 * The line of the payment that is `steps` payments further down, or up for a negative number; the
 * first or last one where there are not so many. -1 for an empty list.
 */
export function lineAfter(layout: Layout, from: number, steps: number): number {
  const step = steps < 0 ? -1 : 1
  let found = -1
  let left = Math.abs(steps)
  for (let line = from + step; left > 0; line += step) {
    const at = lineAt(layout, line)
    if (!at) break
    if (at.id === undefined) continue
    found = line
    left -= 1
  }
  return found === -1 && lineAt(layout, from)?.id !== undefined ? from : found
}
