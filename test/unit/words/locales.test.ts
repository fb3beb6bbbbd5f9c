import { parseMessagesText } from '@wxt-dev/i18n/build'
import { describe, expect, it } from 'vitest'
import { checkLocales, faultsOf } from '../../../locales/check'

const ENGLISH = `
app:
  name: Tuppence
  language: en
  description: Pay
popup:
  pay: Pay $1 to $2
  why: Why
  count:
    1: 1 payment of $2
    n: $1 payments of $2
`

const GERMAN = `
app:
  name: Tuppence
  language: de
  description: Zahle
popup:
  pay: Zahle $2 $1
  why: Warum
  count:
    1: Eine Zahlung von $2
    n: $1 Zahlungen von $2
`

/** What is found in a German (or other) file with one line changed. */
function faultsWith(line: string, changed: string, language = 'de'): string[] {
  const text = GERMAN.replace(line, changed)
  expect(text).not.toBe(GERMAN)
  return faultsOf(
    new Map([
      ['en', parseMessagesText(ENGLISH, 'YAML')],
      [language, parseMessagesText(text, 'YAML')],
    ]),
  )
}

describe('the check of the locale files', () => {
  it('lets pass what says the same, in whatever order', () => {
    expect(faultsWith('Warum', 'Wieso')).toEqual([])
  })

  it.each([
    ['a missing key', '  why: Warum\n', '', 'popup.why is missing'],
    [
      'a superfluous key',
      '  why: Warum',
      '  why: Warum\n  how: Wie',
      'popup.how is not in the English file',
    ],
    ['an empty text', 'Warum', '""', 'popup.why is empty'],
    ['a missing placeholder', 'Zahle $2 $1', 'Zahle $1', 'popup.pay has $1 instead of $1 $2'],
    ['another placeholder', 'Warum', 'Warum $1', 'popup.why has $1 instead of no placeholder'],
    ['a placeholder twice', 'Zahle $2 $1', '$1 $1 $2', 'popup.pay has $1 $1 $2 instead of $1 $2'],
    [
      'a missing form',
      '    1: Eine Zahlung von $2\n',
      '',
      'popup.count has the plural forms n instead of 1, n',
    ],
    [
      'a form too many',
      '    1: Eine',
      '    0: Keine von $2\n    1: Eine',
      'popup.count has the plural forms 0, 1, n instead of 1, n',
    ],
    [
      'a form without its number',
      '$1 Zahlungen',
      'Zahlungen',
      'popup.count (n) has $2 instead of $1 $2',
    ],
    [
      'a form without its other placeholder',
      'Eine Zahlung von $2',
      'Eine Zahlung',
      'popup.count (1) has no placeholder instead of $2',
    ],
    [
      'a bar inside a form',
      'Eine Zahlung',
      'Eine | Zahlung',
      'popup.count (1) has a |, which parts plural forms',
    ],
    [
      'forms where there are none',
      'why: Warum',
      'why: { 1: Warum, n: Warum }',
      'popup.why is not plain text, as in English',
    ],
    [
      'another language than its name',
      'language: de',
      'language: fr',
      'app.language must be de, as the file is named',
    ],
    [
      'a description that browsers refuse',
      'description: Zahle',
      `description: ${'a'.repeat(133)}`,
      'app.description is longer than 132 characters',
    ],
  ])('names language and key of %s', (_what, line, changed, fault) => {
    expect(faultsWith(line, changed)).toEqual([`de: ${fault}`])
  })

  it('wants a form for none where a language counts it as one', () => {
    const zero = '    0: Keine von $2\n    1: Eine'
    expect(faultsWith('language: de', 'language: fr', 'fr')).toEqual([
      'fr: popup.count has the plural forms 1, n instead of 0, 1, n',
    ])
    expect(faultsWith('    1: Eine', zero, 'fr')).toEqual([
      'fr: app.language must be fr, as the file is named',
    ])
  })

  it('finds nothing in the files of this project', async () => {
    await expect(checkLocales('locales')).resolves.toBeUndefined()
  })
})
