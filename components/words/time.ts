import { browser } from 'wxt/browser'

const locale = browser.i18n.getUILanguage()
const time = new Intl.DateTimeFormat(locale, { timeStyle: 'short' })
const dateTime = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' })

/** `10:32` today, with the date otherwise. Milliseconds since 1970. */
export function timeWords(at: number, now = Date.now()): string {
  const today = new Date(at).toDateString() === new Date(now).toDateString()
  return (today ? time : dateTime).format(at)
}

export function dateTimeWords(at: number): string {
  return dateTime.format(at)
}
