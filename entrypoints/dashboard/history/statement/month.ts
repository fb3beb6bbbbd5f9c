import { startOfMonth } from '../../../../lib/payment/budget'

/** A month of the user's calendar; milliseconds since 1970, `until` is the next one's beginning. */
export interface Month {
  since: number
  until: number
}

/** Reads `2026-11`; nothing for what is no month. */
export function monthOf(key: string): Month | undefined {
  const [, year, month] = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(key) ?? []
  return year ? monthAt(new Date(Number(year), Number(month) - 1, 1).getTime()) : undefined
}

/** The month that a moment is in. */
export function monthAt(at: number): Month {
  const since = startOfMonth(at)
  const day = new Date(since)
  return { since, until: new Date(day.getFullYear(), day.getMonth() + 1, 1).getTime() }
}

/** `2026-11`, as addresses of statements have it. */
export function monthKey(at: number): string {
  const day = new Date(at)
  return `${day.getFullYear()}-${String(day.getMonth() + 1).padStart(2, '0')}`
}
