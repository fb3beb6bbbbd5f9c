import { browser } from 'wxt/browser'

/** Times are milliseconds since 1970, in the user's language and time zone. */
const locale = browser.i18n.getUILanguage()
const time = new Intl.DateTimeFormat(locale, { timeStyle: 'short' })
const dayOfYear = new Intl.DateTimeFormat(locale, { month: 'short', day: 'numeric' })
const date = new Intl.DateTimeFormat(locale, { dateStyle: 'medium' })

/** `10:32 AM` */
export function timeWords(at: number): string {
  return time.format(at)
}

/** `Mar 4`, with the year once it is over. */
export function dayWords(at: number, now = Date.now()): string {
  const thisYear = new Date(at).getFullYear() === new Date(now).getFullYear()
  return (thisYear ? dayOfYear : date).format(at)
}

/** `10:32 AM` today, `Mar 4, 10:32 AM` before. */
export function momentWords(at: number, now = Date.now()): string {
  const today = new Date(at).toDateString() === new Date(now).toDateString()
  return today ? timeWords(at) : `${dayWords(at, now)}, ${timeWords(at)}`
}
