import { generateMnemonic, validateMnemonic } from '@scure/bip39'
import { wordlist } from '@scure/bip39/wordlists/english'
import { Problem } from '../problem'

/** How many words our phrases have. BIP-39 knows 15, 18 and 21 as well; hardly a wallet does. */
const LENGTHS: readonly number[] = [12, 24]
const MAX_SUGGESTIONS = 5
/** Four letters name a word of the list. */
const known = new Set(wordlist)

export interface PhraseWord {
  text: string
  isKnown: boolean
  /** Words of the list that begin like it, where it is none of them. */
  suggestions: string[]
}

export interface PhraseCheck {
  words: PhraseWord[]
  /** What keeps it from being a phrase, the first thing first. Nothing is wrong when it is absent. */
  fault?: 'word_unknown' | 'length' | 'checksum'
  /** The canonical words, once nothing is wrong. */
  phrase?: string
}

/** New words (BIP-39): twelve hold 128 random bits, twenty-four 256. */
export function newPhrase(words: 12 | 24 = 12): string {
  return generateMnemonic(wordlist, words === 12 ? 128 : 256)
}

/** What is right and wrong with words as they are typed or pasted. */
export function checkPhrase(text: string): PhraseCheck {
  const words = wordsOf(text).map((word) => ({
    text: word,
    isKnown: known.has(word),
    suggestions: known.has(word) ? [] : suggestionsFor(word),
  }))
  if (words.some(({ isKnown }) => !isKnown)) return { words, fault: 'word_unknown' }
  if (!LENGTHS.includes(words.length)) return { words, fault: 'length' }
  const phrase = words.map(({ text }) => text).join(' ')
  return validateMnemonic(phrase, wordlist) ? { words, phrase } : { words, fault: 'checksum' }
}

/**
 * Words as a person pastes them, made canonical.
 * @throws {Problem} `phrase_invalid` when a word, their number or the checksum is wrong
 */
export function normalizePhrase(text: string): string {
  const { phrase } = checkPhrase(text)
  if (phrase === undefined) throw new Problem('phrase_invalid')
  return phrase
}

/** Words of the list that begin so, at most a few. */
export function suggestionsFor(prefix: string): string[] {
  if (prefix === '') return []
  const start = wordlist.findIndex((word) => word.startsWith(prefix))
  if (start < 0) return []
  return wordlist.slice(start, start + MAX_SUGGESTIONS).filter((word) => word.startsWith(prefix))
}

/** Without the numbers, points and commas that lists of words come with. */
function wordsOf(text: string): string[] {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .split(/[\s,;]+/)
    .map((part) => part.replace(/^\d{1,2}[.):]?/, ''))
    .filter((word) => word !== '')
}
