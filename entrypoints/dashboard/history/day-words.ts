import { browser } from 'wxt/browser'
import { i18n } from '#i18n'
import { startOfDay } from '../../../lib/payment/budget'

const locale = browser.i18n.getUILanguage()
const fullDay = new Intl.DateTimeFormat(locale, { dateStyle: 'full' })
const month = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric' })
const wholeNumber = new Intl.NumberFormat(locale)

/** `Today`, `Yesterday`, `Friday, March 4, 2026`. Midnight, milliseconds since 1970. */
export function fullDayWords(start: number, now = Date.now()): string {
  const today = startOfDay(now)
  if (start === today) return i18n.t('history.today')
  if (start === startOfDay(today - 1)) return i18n.t('history.yesterday')
  return dateWords(start)
}

/** `Friday, March 4, 2026`, whatever day it is now. */
export function dateWords(at: number): string {
  return fullDay.format(at)
}

/** `March 2026` */
export function monthWords(at: number): string {
  return month.format(at)
}

/** `100,000` */
export function numberWords(value: number): string {
  return wholeNumber.format(value)
}
