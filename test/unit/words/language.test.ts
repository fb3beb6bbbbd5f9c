import { expect, it } from 'vitest'
import { dateFormat } from '../../../components/words/date-format'
import { numberWords } from '../../../components/words/number'
import { dayWords, momentWords, timeWords } from '../../../components/words/time'
import { formatLanguage, markLanguage } from '../../../lib/words/language'
import { speak } from './speak'

it.each([
  ['the browser and our words agree', 'de', 'de', 'de'],
  ['the browser knows a region', 'en', 'en-GB', 'en-GB'],
  ['a region has the words of another', 'pt_BR', 'pt-PT', 'pt-PT'],
  ['we have no words in the language of the browser', 'en', 'nl', 'en'],
])('numbers and dates are in the right language where %s', async (_what, file, browsers, tag) => {
  await speak(file, browsers)
  expect(formatLanguage()).toBe(tag)
})

it.each([
  ['German', 'de', 'de', 'ltr', { lang: 'de', dir: 'ltr' }],
  ['English words in a browser from right to left', 'en', 'he', 'rtl', { lang: 'en', dir: 'ltr' }],
  ['words from right to left', 'en', 'en', 'rtl', { lang: 'en', dir: 'rtl' }],
] as const)('a page says what it is in: %s', async (_what, file, browsers, direction, marks) => {
  await speak(file, browsers, direction)
  const root = { lang: '', dir: '' }
  markLanguage(root as HTMLElement)
  expect(root).toEqual(marks)
})

it('days, moments and counts are written as in the language', async () => {
  await speak('de')
  const at = new Date(2026, 2, 4, 10, 32).getTime()
  const sameYear = new Date(2026, 10, 21).getTime()
  const nextYear = new Date(2027, 0, 1).getTime()
  expect(timeWords(at)).toBe('10:32')
  expect(dayWords(at, sameYear)).toBe('4. März')
  expect(dayWords(at, nextYear)).toBe('4. März 2026')
  expect(momentWords(at, at + 60_000)).toBe('10:32')
  expect(momentWords(at, sameYear)).toBe('4. März, 10:32')
  expect(momentWords(at, nextYear)).toBe('4. März 2026, 10:32')
  expect(numberWords(100_000)).toBe('100.000')
  await speak('en', 'en-US')
  expect(dateFormat({ month: 'short', day: 'numeric' })(at)).toBe('Mar 4')
})
