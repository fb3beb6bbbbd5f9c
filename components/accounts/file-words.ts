import { i18n } from '#i18n'
import { plainText } from '../payment/plain-text'
import { dayWords } from '../words/time'

/** Name and day of a file. */
export function fileWords({ name, lastModified }: File): string {
  return i18n.t('backup.chosen', [plainText(name, 80), dayWords(lastModified)])
}
