import { formatLanguage } from '../../lib/words/language'

/** Writes times (milliseconds since 1970) in the user's language and time zone. */
export function dateFormat(options: Intl.DateTimeFormatOptions): (at: number) => string {
  let format: Intl.DateTimeFormat | undefined
  return (at) => {
    format ??= new Intl.DateTimeFormat(formatLanguage(), options)
    return format.format(at)
  }
}
