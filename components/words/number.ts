import { formatLanguage } from '../../lib/words/language'

let format: Intl.NumberFormat | undefined

/** `100,000`, `100.000`: how many there are of something. */
export function numberWords(count: number): string {
  format ??= new Intl.NumberFormat(formatLanguage())
  return format.format(count)
}
