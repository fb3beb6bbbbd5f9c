import { i18n } from '#i18n'

/** Minutes that can be chosen; `null` is until the browser closes. */
export const DURATIONS: readonly (number | null)[] = [1, 5, 15, 30, 60, 240, 480, null]

/** `15 minutes`, `1 hour`, `Only when the browser closes`. */
export function durationWords(minutes: number | null): string {
  if (minutes === null) return i18n.t('security.untilEnd')
  return minutes % 60 === 0
    ? i18n.t('security.hours', minutes / 60)
    : i18n.t('security.minutes', minutes)
}

/** That the wallet is open, and for how long. */
export function lockWords(minutes: number | null): string {
  if (minutes === null) return i18n.t('security.unlockedUntilEnd')
  return minutes % 60 === 0
    ? i18n.t('security.unlockedHours', minutes / 60)
    : i18n.t('security.unlockedFor', minutes)
}
