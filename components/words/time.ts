import { dateFormat } from './date-format'

const TIME = { hour: 'numeric', minute: '2-digit' } as const
const DAY = { month: 'short', day: 'numeric' } as const
const DATE = { ...DAY, year: 'numeric' } as const

/** `10:32 AM`. Times are milliseconds since 1970. */
export const timeWords = dateFormat(TIME)

const dayOfYear = dateFormat(DAY)
const date = dateFormat(DATE)
const momentOfYear = dateFormat({ ...DAY, ...TIME })
const moment = dateFormat({ ...DATE, ...TIME })

/** `Mar 4`, with the year once it is over. */
export function dayWords(at: number, now = Date.now()): string {
  return (isThisYear(at, now) ? dayOfYear : date)(at)
}

/** `10:32 AM` today, `Mar 4, 10:32 AM` before. */
export function momentWords(at: number, now = Date.now()): string {
  const today = new Date(at).toDateString() === new Date(now).toDateString()
  if (today) return timeWords(at)
  return (isThisYear(at, now) ? momentOfYear : moment)(at)
}

function isThisYear(at: number, now: number): boolean {
  return new Date(at).getFullYear() === new Date(now).getFullYear()
}
