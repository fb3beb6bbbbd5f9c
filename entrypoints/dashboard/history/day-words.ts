import { i18n } from '#i18n'
import { dateFormat } from '../../../components/words/date-format'
import { startOfDay } from '../../../lib/payment/budget'

/** `Today`, `Yesterday`, `Friday, March 4, 2026`. Midnight, milliseconds since 1970. */
export function fullDayWords(start: number, now = Date.now()): string {
  const today = startOfDay(now)
  if (start === today) return i18n.t('history.today')
  if (start === startOfDay(today - 1)) return i18n.t('history.yesterday')
  return dateWords(start)
}

/** `Friday, March 4, 2026`, whatever day it is now. */
export const dateWords = dateFormat({ dateStyle: 'full' })

/** `March 2026` */
export const monthWords = dateFormat({ month: 'long', year: 'numeric' })
