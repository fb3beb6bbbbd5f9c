import { wordlist } from '@scure/bip39/wordlists/english'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkPhrase, newPhrase, normalizePhrase, suggestionsFor } from '../../../lib/wallet/phrase'

const legal = 'legal winner thank year wave sausage worth useful legal winner thank yellow'
const words = legal.split(' ')

describe('words as they are typed', () => {
  it.each([
    ['nothing', '', 0, 'length'],
    ['one', 'legal', 1, 'length'],
    ['eleven', words.slice(1).join(' '), 11, 'length'],
    ['fifteen', [...words, 'abandon', 'abandon', 'abandon'].join(' '), 15, 'length'],
    ['in another order', [...words].reverse().join(' '), 12, 'checksum'],
    ['with one exchanged', legal.replace('sausage', 'abandon'), 12, 'checksum'],
    ['with one misspelt', legal.replace('sausage', 'sossage'), 12, 'word_unknown'],
    ['with one half typed', 'legal winner tha', 3, 'word_unknown'],
  ])('are no phrase yet: %s', (_what, text, count, fault) => {
    const check = checkPhrase(text)
    expect(check.words).toHaveLength(count)
    expect(check).toMatchObject({ fault })
    expect(check).not.toHaveProperty('phrase')
  })

  it('are right or wrong one by one, with what they could become', () => {
    expect(checkPhrase('legal winer saus').words).toEqual([
      { text: 'legal', isKnown: true, suggestions: [] },
      { text: 'winer', isKnown: false, suggestions: [] },
      { text: 'saus', isKnown: false, suggestions: ['sausage'] },
    ])
  })
})

describe('suggestions', () => {
  it('are words of the list that begin so, at most five', () => {
    expect(suggestionsFor('ab')).toEqual(['abandon', 'ability', 'able', 'about', 'above'])
    expect(suggestionsFor('zo')).toEqual(['zone', 'zoo'])
    expect(suggestionsFor('')).toEqual([])
    expect(suggestionsFor('xq')).toEqual([])
  })

  it('are one for any four letters that name a word', () => {
    for (const word of wordlist.filter(({ length }) => length > 4)) {
      expect(suggestionsFor(word.slice(0, 4))).toContain(word)
    }
  })
})

describe('words as they are pasted', () => {
  const numbered = (point: string) => words.map((word, i) => `${i + 1}${point}${word}`)
  it.each([
    ['as written', legal],
    ['with numbers and points', numbered('. ').join('\n')],
    ['with numbers and brackets', numbered(') ').join('  ')],
    ['with numbers and blanks', numbered(' ').join(' ')],
    ['with numbers right before them', numbered('.').join(' ')],
    ['with commas', words.join(', ')],
    ['from a table', numbered('\t').join('\r\n')],
    ['with blanks that do not break', words.join('\u00a0')],
    ['in capitals', `  ${legal.toUpperCase()}\n`],
  ])('are the same phrase: %s', (_what, text) => {
    expect(checkPhrase(text)).toMatchObject({ phrase: legal })
    expect(normalizePhrase(text)).toBe(legal)
  })
})

it('a new phrase of either length is one, and none comes twice', () => {
  const phrases = [12, 12, 24, 24].map((length) => newPhrase(length as 12 | 24))
  expect(phrases.map((phrase) => phrase.split(' ').length)).toEqual([12, 12, 24, 24])
  for (const phrase of phrases) expect(checkPhrase(phrase)).toMatchObject({ phrase })
  expect(new Set(phrases).size).toBe(4)
})

it('one word exchanged for another is noticed as a rule, and never makes a wrong word right', () => {
  fc.assert(
    fc.property(fc.nat(11), fc.constantFrom(...wordlist), (at, word) => {
      const text = words.map((one, index) => (index === at ? word : one)).join(' ')
      const { phrase } = checkPhrase(text)
      if (phrase !== undefined) expect(phrase).toBe(text)
    }),
  )
})
